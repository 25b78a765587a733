"""Only the edges commit, and a state changes only through its table."""

import ast
from pathlib import Path

import pytest

from architecture.sources import PYTHON, name_of, tree_of

EDGES = {"core/transaction.py", "web/transaction.py"}
DOORS = {"core/lifecycle.py"}


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_only_the_edges_commit(path: Path) -> None:
    if name_of(path) not in EDGES:
        assert "session.commit(" not in path.read_text(), "one request is one transaction: flush()"


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_state_changes_only_through_its_table(path: Path) -> None:
    if name_of(path) in DOORS:
        return
    assigned = [
        target.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Assign | ast.AugAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute) and target.attr == "state"
    ]
    assert assigned == [], "take a step: audit.service.take_step(LIFE, thing, ...)"


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_bulk_update_leaves_states_alone(path: Path) -> None:
    written = [
        node.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "values"
        and any(keyword.arg == "state" for keyword in node.keywords)
    ]
    assert written == [], "an UPDATE that sets a state goes around the table and the log"
