"""The key of the portal changes: whoever is signed in stays so, and links in old mails go on."""

from pathlib import Path

import pytest
from flask import Flask

import config
from app.core import tokens
from app.initiatives.queries.standing import plan_behind, standing_key
from factories.initiatives import an_initiative
from factories.portals import a_portal


def test_a_link_that_was_signed_before_opens_and_new_ones_have_the_new_key(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = an_initiative()
    before = standing_key(plan.id)
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [app.config["SECRET_KEY"]])
    monkeypatch.setitem(app.config, "SECRET_KEY", "the next key")

    assert plan_behind(before) == plan
    after = standing_key(plan.id)
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [])

    assert (plan_behind(after), plan_behind(before)) == (plan, None)


def test_a_cookie_that_was_signed_before_is_read(
    tmp_path: Path, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    monkeypatch.setenv("AANZET_OLD_SECRET_KEYS", f"one-of-long-ago {app.config['SECRET_KEY']}")
    monkeypatch.setenv("AANZET_SECRET_KEY", "the-next-key")

    with a_portal(tmp_path, on_sqlite=True) as portal:
        reader = portal.session_interface.get_signing_serializer(portal)  # type: ignore[attr-defined]
        assert reader.loads(signer.dumps({"draft": "kept"})) == {"draft": "kept"}
        assert tokens.signing_keys()[-1] == "the-next-key"


def test_production_does_not_trust_the_key_of_a_laptop_as_an_old_one(app: Flask) -> None:
    needed = {"PRODUCTION": True, "SECRET_KEY": "own", "TRUSTED_HOSTS": ["aanzet.example"]}
    needed |= {"PUBLIC_URL": "https://aanzet.example", "MAIL_URL": "smtp://localhost"}
    settings = app.config.__class__(app.root_path, {**app.config, **needed})
    config.check(settings)

    settings["SECRET_KEY_FALLBACKS"] = [config.DEVELOPMENT_KEY]
    with pytest.raises(config.MissingSettings, match="AANZET_SECRET_KEY"):
        config.check(settings)
