"""Apps that make codes, as a telephone does, and codes on paper."""

from collections.abc import Callable
from datetime import timedelta

import pyotp
from flask.testing import FlaskClient

from app.accounts import codes, passwords, service
from app.accounts.models import Doorstep, RecoveryCode, SecondFactor, User
from app.core import clock
from app.core.db import db
from factories.accounts import a_moderator

GOOD = "paard batterij nietje"
MO = "mo@voorbeeld.example"
SIGN_IN, CODE, PAPER, APP = (
    *("/inloggen/medewerkers", "/inloggen/code"),
    *("/inloggen/herstelcode", "/inloggen/app"),
)
Browsers = Callable[[User], FlaskClient]


def mo_with_password() -> User:
    """Return Mo, a moderator with a password and no app."""
    person = a_moderator()
    person.password_hash = passwords.hashed(GOOD)
    db.session.flush()
    return person


def an_app(person: User) -> str:
    """Give ``person`` an app for codes; return the secret that it has in common with the portal."""
    secret = codes.new_secret()
    db.session.add(SecondFactor(user_id=person.id, secret=codes.sealed(secret), last_step=0))
    db.session.flush()
    return secret


def on_paper(person: User, number: int = 10) -> list[str]:
    """Give ``person`` codes on paper."""
    new = [codes.new_on_paper() for _ in range(number)]
    for one in new:
        db.session.add(RecoveryCode(user_id=person.id, fingerprint=codes.fingerprint(one)))
    db.session.flush()
    return new


def shown(secret: str, *, half_minutes: int = 0) -> str:
    """Return what an app shows now, or some half minutes later."""
    return pyotp.TOTP(secret).at(clock.now() + half_minutes * timedelta(seconds=30))


def gives_password(client: FlaskClient, go_on: str = "/moderatie") -> str:
    """Let Mo give the password; return where that leads."""
    answer = client.post(SIGN_IN, data={"email": MO, "password": GOOD, "verder": go_on})
    assert answer.status_code == 303
    return str(answer.location)


def is_in(client: FlaskClient) -> bool:
    """Tell whether somebody is signed in."""
    return client.get("/mijn/gegevens").status_code == 200


def waits(person: User, *, new_secret: str = "") -> Doorstep:
    """Put ``person`` on the doorstep of the browser in use."""
    service.wait(person, go_on="/moderatie", new_secret=new_secret)
    step = service.waiting()
    assert step is not None
    return step
