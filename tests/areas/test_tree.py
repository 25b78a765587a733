"""The tree is read once a minute, and at once after a change in this process."""

import pytest

from app.areas import tree
from app.core.db import db
from factories.areas import a_town


def test_the_same_tree_answers_until_something_changes() -> None:
    town = a_town()
    first = tree.tree()

    assert tree.tree() is first

    town.mill.name = "Molenhoek"
    db.session.flush()
    assert tree.tree().by_id[town.mill.id].name == "Molenhoek"


def test_an_area_that_is_deleted_is_gone() -> None:
    town = a_town()
    tree.tree()

    db.session.delete(town.mill)
    db.session.flush()

    assert town.mill.id not in tree.tree().by_id


def test_a_change_by_another_process_is_seen_after_a_minute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_town()
    first = tree.tree()

    now = tree.monotonic()
    monkeypatch.setattr(tree, "monotonic", lambda: now + tree.KEPT + 1)

    assert tree.tree() is not first
    assert tree.tree().version == first.version


def test_names_are_sorted_as_a_register_does() -> None:
    assert sorted(["Zuid", "Élan", "aan zee", "Eik"], key=tree.sorting_key) == [
        *("aan zee", "Eik", "Élan", "Zuid"),
    ]
