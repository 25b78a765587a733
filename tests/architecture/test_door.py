"""Nobody gets in by accident: every endpoint has a policy, and reading never writes."""

import re

import pytest
from flask import Flask

from app import create_app
from app.policy import POLICY
from app.web.guard import PUBLIC, PolicyGap, check_policy

PATH = re.compile(
    r"/|(/([a-z0-9-]+|<[a-z_:]+>|[a-z.]*<[a-z_:]+>\.[a-z]+|\.well-known|[a-z]+\.(txt|js|json|webmanifest)))+"
)


def test_the_portal_refuses_to_start_when_an_endpoint_has_no_policy(app: Flask) -> None:
    without_home = {name: access for name, access in POLICY.items() if name != "pages.home"}

    with pytest.raises(PolicyGap, match=re.escape("pages.home")):
        check_policy(app, without_home)


def test_the_portal_refuses_to_start_when_the_policy_names_a_ghost(app: Flask) -> None:
    with pytest.raises(PolicyGap, match=re.escape("pages.ghost")):
        check_policy(app, {**POLICY, "pages.ghost": PUBLIC})


def test_paths_are_plain_words(app: Flask) -> None:
    odd = [rule.rule for rule in app.url_map.iter_rules() if not PATH.fullmatch(rule.rule)]

    assert odd == [], "small letters, digits and dashes"


def test_production_refuses_the_settings_of_a_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AANZET_ENV", "production")

    with pytest.raises(RuntimeError, match="AANZET_SECRET_KEY, AANZET_HOSTS"):
        create_app()
