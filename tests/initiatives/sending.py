"""A plan that a visitor filled in, up to the link in the mail."""

from flask.testing import FlaskClient

from app.core.db import db
from app.notifications.models import Message
from factories.areas import a_town

CHECK = "/initiatieven/nieuw/controle"


def fill_in(client: FlaskClient, **visitor: str) -> None:
    """Answer what is needed; ``visitor`` is who writes, for somebody without an account."""
    mill = a_town().mill.id
    client.post(
        "/initiatieven/nieuw/wat",
        data={"title": "Geveltuintjes", "summary": "Tuintjes langs de gevels."},
    )
    client.post("/initiatieven/nieuw/waar?zelf=ja", data={"neighbourhood_id": mill})
    data = {"for_whom": "Alle bewoners", "initiator_kind": "resident", **visitor}
    client.post("/initiatieven/nieuw/wie", data=data)


def as_visitor(client: FlaskClient) -> str:
    """Fill everything in, ask for the link, and return its path."""
    fill_in(client, name="Anna", email="anna@voorbeeld.example")
    client.post(CHECK)
    return newest().link


def newest() -> Message:
    """Return the last message that was written."""
    db.session.expire_all()
    message = db.session.query(Message).order_by(Message.id.desc()).first()
    assert message is not None
    return message
