"""What an open browser alone may not do asks for signing in anew, and then goes on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts import passwords
from app.accounts.models import LoginSession, User
from app.core import clock
from app.core.db import db
from app.notifications.models import PushDevice
from factories.accounts import a_moderator, a_person
from factories.notifications import link_to, mails_to

SignedIn = Callable[[User], FlaskClient]
WANTED, AGAIN = "/mijn/gegevens/kopie", "/inloggen/opnieuw"
GOOD = "paard batterij nietje"


def an_old_browser(signed_in: SignedIn, person: User, *, minutes: int = 60) -> FlaskClient:
    """Return a browser in which ``person`` signed in so long ago."""
    client = signed_in(person)
    then = clock.now() - timedelta(minutes=minutes)
    db.session.query(LoginSession).filter_by(user_id=person.id).one().created_at = then
    return client


@pytest.mark.parametrize(("minutes", "status"), [(9, 200), (11, 303)])
def test_ten_minutes_are_enough(signed_in: SignedIn, minutes: int, status: int) -> None:
    client = an_old_browser(signed_in, a_person("Anna"), minutes=minutes)

    assert client.get(WANTED).status_code == status


def test_a_link_in_the_mail_leads_on_to_what_was_asked(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = an_old_browser(signed_in, anna)
    page = client.get(client.get(WANTED).location).text
    assert ("anna@voorbeeld.example" in page, 'type="password"' in page) == (True, False)

    sent = client.post(f"{AGAIN}/link", data={"verder": WANTED})
    answer = client.post(link_to(anna.email))

    assert (sent.status_code, sent.location) == (303, "/inloggen/verstuurd")
    assert (answer.status_code, answer.location) == (303, WANTED)
    assert client.get(WANTED).status_code == 200


def test_staff_may_use_their_password(signed_in: SignedIn) -> None:
    mo = a_moderator()
    mo.password_hash = passwords.hashed(GOOD)
    client = an_old_browser(signed_in, mo)

    wrong = client.post(AGAIN, data={"password": "x", "verder": WANTED})
    right = client.post(AGAIN, data={"password": GOOD, "verder": WANTED})

    assert (wrong.status_code, f'value="{WANTED}"' in wrong.text) == (422, True)
    assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in wrong.text
    assert (right.status_code, right.location) == (303, WANTED)
    assert client.get(WANTED).status_code == 200


def test_a_resident_has_no_password_to_give(signed_in: SignedIn) -> None:
    answer = an_old_browser(signed_in, a_person("Anna")).post(AGAIN, data={"password": GOOD})

    assert answer.status_code == 422


def test_too_many_links_are_refused_with_the_way_on_kept(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = an_old_browser(signed_in, anna)

    answers = [client.post(f"{AGAIN}/link", data={"verder": WANTED}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [303] * 5 + [422]
    assert f'value="{WANTED}"' in answers[-1].text
    assert len(mails_to(anna.email)) == 5


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/uitloggen"])
def test_the_way_on_leads_to_no_other_site(signed_in: SignedIn, elsewhere: str) -> None:
    anna = a_person("Anna")
    client = an_old_browser(signed_in, anna)

    client.post(f"{AGAIN}/link", data={"verder": elsewhere})

    assert client.post(link_to(anna.email)).location == "/mijn"


def test_who_signs_in_again_keeps_the_session_and_its_notifications(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = an_old_browser(signed_in, anna)
    before = db.session.query(LoginSession).one()
    old_token, number = before.fingerprint, before.id
    device = PushDevice(session_id=number, address="https://a", public_key="k", secret="s")
    db.session.add(device)

    client.post(f"{AGAIN}/link", data={"verder": WANTED})
    client.post(link_to(anna.email))

    db.session.expire_all()
    after = db.session.query(LoginSession).one()
    assert (after.id, after.ended_at, after.fingerprint == old_token) == (number, None, False)
    assert db.session.query(PushDevice).one().session_id == number


def test_a_visitor_has_to_sign_in_first(client: FlaskClient) -> None:
    assert client.get(AGAIN).location == f"/inloggen?verder={AGAIN}"
