"""Everything that the code writes in the log has words for who reads it."""

import ast
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Enum

from app.core.db import Base
from app.logbook import LOGBOOK
from architecture.sources import ROOT

ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
WRITERS = {"record", "send"}  # of a line, and of the news that wiring writes down
WITHOUT_LOG = {"jobs", "messages"}  # work of the portal itself


def actions() -> Iterator[str]:
    """Give every action that stands in the code as a text."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _name(node.func) in WRITERS:
                given = [*node.args, *(one.value for one in node.keywords if one.arg == "action")]
                yield from (
                    one.value
                    for one in given
                    if isinstance(one, ast.Constant) and ACTION.fullmatch(str(one.value))
                )


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("action", sorted(set(actions())))
def test_an_action_has_words(action: str) -> None:
    table, _, deed = action.partition(".")

    assert deed in LOGBOOK[table].deeds


@pytest.mark.parametrize(
    "table",
    [
        table
        for name, table in sorted(Base.metadata.tables.items())
        if "state" in table.c and name not in WITHOUT_LOG
    ],
    ids=lambda table: table.name,
)
def test_a_thing_with_a_state_has_a_name_and_words_for_its_states(table) -> None:  # type: ignore[no-untyped-def]  # a table of any kind
    assert isinstance(table.c.state.type, Enum)
    assert LOGBOOK[table.name].choices is table.c.state.type.enum_class
