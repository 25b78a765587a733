"""The key of the portal changes: whoever is signed in stays so, and links in old mails go on."""

from pathlib import Path

import pytest
from flask import Flask

from app.core import tokens
from app.core.db import db
from app.initiatives.queries.standing import plan_behind, standing_key
from app.notifications.keys import address_behind, stop_key
from app.notifications.models import Message
from app.notifications.service import mail
from factories.initiatives import an_initiative
from factories.portals import a_portal

SANNE = "sanne@voorbeeld.example"


def test_links_that_were_signed_before_open_and_new_ones_have_the_new_key(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = an_initiative()
    mail(SANNE, "Nieuws over je plan", "Er is nieuws.")
    message = db.session.query(Message).filter_by(email=SANNE).one()
    before = standing_key(plan.id), stop_key(message)
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [app.config["SECRET_KEY"]])
    monkeypatch.setitem(app.config, "SECRET_KEY", "the next key")

    assert (plan_behind(before[0]), address_behind(before[1])) == (plan, SANNE)
    after = standing_key(plan.id), stop_key(message)
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [])

    assert (plan_behind(after[0]), address_behind(after[1])) == (plan, SANNE)
    assert (plan_behind(before[0]), address_behind(before[1])) == (None, None)


def test_a_cookie_that_was_signed_before_is_read(
    tmp_path: Path, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = app.session_interface.get_signing_serializer(app)
    monkeypatch.setenv("AANZET_OLD_SECRET_KEYS", f"one-of-long-ago {app.config['SECRET_KEY']}")
    monkeypatch.setenv("AANZET_SECRET_KEY", "the-next-key")

    with a_portal(tmp_path, on_sqlite=True) as portal:
        reader = portal.session_interface.get_signing_serializer(portal)
        assert reader.loads(signer.dumps({"draft": "kept"})) == {"draft": "kept"}
        assert tokens.signing_keys()[-1] == "the-next-key"
