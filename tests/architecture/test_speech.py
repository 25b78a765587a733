"""What people are told is in the language of who reads it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.sources import APP, name_of, tree_of

MESSAGES = sorted(APP.glob("*/messages.py"))
READ_BY_WHO_ASKED = {
    "send_link",
    "confirm_address",
    "confirm_endorsement",
    "way_back",
}  # mailed to who is at the page
TELLS = {"tell", "mail", "send"}


def _public(path: Path) -> Iterator[ast.FunctionDef]:
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def _calls(function: ast.AST) -> set[str]:
    """Return the names of what is called inside, decorators included."""
    called = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {getattr(name, "attr", getattr(name, "id", "")) for name in called}


@pytest.mark.parametrize("path", MESSAGES, ids=name_of)
def test_a_message_is_said_in_the_language_of_its_reader(path: Path) -> None:
    helpers = {
        node.name
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("_") and _calls(node) & TELLS
    }
    silent = [
        function.name
        for function in _public(path)
        if _calls(function) & (TELLS | helpers)
        and not _calls(function) & {"to_each", "speaking"}
        and function.name not in READ_BY_WHO_ASKED
    ]
    assert silent == [], "decorate it with to_each(...), or say it inside speaking(...)"
