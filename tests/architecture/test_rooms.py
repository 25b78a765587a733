"""A room keeps its own furniture, and reads from top to bottom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.sources import APP, PYTHON, name_of, tree_of

PRIVATE = {"views", "forms", "messages", "jobs", "commands"}
ORDER = ["commands", "views", "forms", "service", "jobs", "messages", "rules", "queries", "models", "lifecycle"]  # fmt: skip
LEVEL = {"messages": ORDER.index("jobs"), "queries": ORDER.index("rules")}
ROOMS = {path.name for path in APP.iterdir() if (path / "__init__.py").exists()}
IN_ROOMS = [path for path in PYTHON if len(path.relative_to(path.anchor).parts) and APP in path.parents and path.parent != APP]  # fmt: skip


def imported(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the line and the parts of every module of ours that a file imports."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("app"):
            base = node.module.split(".")[1:]
            for alias in node.names:
                yield node.lineno, [*base, alias.name]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("app."):
                    yield node.lineno, alias.name.split(".")[1:]


@pytest.mark.parametrize("path", IN_ROOMS, ids=name_of)
def test_private_furniture_stays_in_its_room(path: Path) -> None:
    room = path.relative_to(APP).parts[0]
    borrowed = [
        (line, ".".join(parts))
        for line, parts in imported(path)
        if parts[0] in ROOMS - {room, "core", "web"} and len(parts) > 1 and parts[1] in PRIVATE
    ]
    assert borrowed == [], "use the service, queries, models, lifecycle, rules or signals of a room"


@pytest.mark.parametrize("path", IN_ROOMS, ids=name_of)
def test_a_room_reads_from_top_to_bottom(path: Path) -> None:
    room, *rest = path.relative_to(APP).with_suffix("").parts
    if not rest or rest[0] not in ORDER or room in {"core", "web"}:
        return
    own = _level(rest[0])
    upwards = [
        (line, ".".join(parts))
        for line, parts in imported(path)
        if parts[0] == room and len(parts) > 1 and parts[1] in ORDER and _level(parts[1]) < own
    ]
    assert upwards == [], " > ".join(ORDER)


def _level(furniture: str) -> int:
    return LEVEL.get(furniture, ORDER.index(furniture))
