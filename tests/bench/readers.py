"""Who reads the pages of a measurement: people with a session, and a visitor with a draft."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from flask import Flask

from app.accounts.lasting import RESIDENT_DAYS
from app.accounts.models import LoginSession, User, Visitor
from app.areas.models import Area, AreaKind
from app.core import clock, tokens
from app.core.db import db
from app.initiatives import service
from app.initiatives.models import Theme

TOKEN = "only-for-the-benchmark-{}"


def cookie_of(app: Flask, person: User) -> str:
    """Sign ``person`` in and return the cookie that proves it."""
    token = TOKEN.format(person.id)
    later = clock.now() + RESIDENT_DAYS
    session = LoginSession(
        fingerprint=tokens.fingerprint(token), user_id=person.id, expires_at=later
    )
    db.session.add(session)
    db.session.commit()
    return _cookie(app, {"_user_id": token, "_fresh": True}, opens="/mijn")


def cookie_of_writer(app: Flask) -> str:
    """Answer every page of a new draft as a visitor, and return the cookie that opens it."""
    visitor = Visitor()
    place = db.session.query(Area).filter_by(kind=AreaKind.NEIGHBOURHOOD).first()
    if place is None:
        raise RuntimeError("the municipality has no neighbourhoods")
    registration, secret = service.start(by=visitor)
    for answers in (
        service.What(
            "Een moestuin naast de speeltuin",
            "We maken samen een tuin met groente en kruiden.",
            plan="Iedereen kan meedoen, en wie wil krijgt een eigen bak. " * 5,
            themes=(Theme.SURROUNDINGS,),
        ),
        service.Where(place.id, "Het veldje achter de school"),
        service.Who("Alle buren", name="Sanne", email="sanne@voorbeeld.example"),
        service.Needed(),
    ):
        service.keep_answers(registration, answers, by=visitor)
    db.session.commit()
    return _cookie(app, {"draft": secret}, opens="/initiatieven/nieuw/controle")


def _cookie(app: Flask, kept: Mapping[str, object], *, opens: str) -> str:
    """Return the cookie that a browser has when it opened a page with ``kept`` in its session."""
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(kept)
    client.get(opens)
    name = app.config["SESSION_COOKIE_NAME"]
    host = urlsplit(app.config["PUBLIC_URL"]).hostname or "localhost"
    cookie = client.get_cookie(name, domain=host)
    if cookie is None:
        raise RuntimeError("the test client kept no cookie")
    return f"{name}={cookie.value}"
