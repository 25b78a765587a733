"""Who gave a password and no code yet is nobody: no page but those of the doorstep opens."""

import ast
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from app.core.db import db
from app.policy import POLICY
from architecture.sources import APP, PYTHON, tree_of
from factories.second_factor import APP as SET_UP
from factories.second_factor import CODE, an_app, gives_password, is_in, mo_with_password

OWN = {"Sec-Fetch-Site": "same-origin"}  # what a browser says of a form on a page of ours
FIRST = {"token": "x", "slug": "x", "key": "x", "path": "x"}


def guarded(app: Flask) -> Iterator[tuple[str, str]]:
    """Give method and address of everything that is not for everybody."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if not POLICY[rule.endpoint].public:
            for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}):
                yield method, adapter.build(rule.endpoint, _values(rule), method=method)


@pytest.mark.parametrize("waits_for", [CODE, SET_UP])
def test_nothing_opens_on_the_doorstep(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, waits_for: str
) -> None:
    monkeypatch.setitem(app.config, "STAFF_SECOND_FACTOR", "obligatory")
    mo = mo_with_password()
    if waits_for == CODE:
        an_app(mo)
    assert gives_password(client) == waits_for

    opened = [
        (method, address, answer.status_code)
        for method, address in guarded(app)
        if not (answer := client.open(address, method=method, headers=OWN)).location
        or not answer.location.startswith("/inloggen")
        or answer.status_code != 303
    ]

    assert opened == []
    assert client.get(waits_for).status_code == 200  # the doorstep itself was there all the time
    assert not is_in(client)


def test_there_is_something_to_guard(app: Flask) -> None:
    assert len(list(guarded(app))) >= 100
    db.session.rollback()


def test_only_the_door_signs_somebody_in() -> None:
    begins = [
        str(path.relative_to(APP))
        for path in PYTHON
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and (node.attr, _owner(node)) == ("begin", "sessions")
    ]

    assert set(begins) == {"accounts/service/door.py"}, "call accounts.service.let_in"


def _owner(node: ast.Attribute) -> str:
    return node.value.id if isinstance(node.value, ast.Name) else ""


def _values(rule: Rule) -> dict[str, object]:
    return {name: FIRST.get(name, 1) for name in rule.arguments}
