"""A line of the log in words."""

import pytest

from app.audit import words
from app.audit.models import Entry


@pytest.mark.parametrize(
    ("action", "old", "new", "read"),
    [
        ("initiatives.publish", "submitted", "published", "Ingestuurd → Geplaatst"),
        ("initiatives.edit", "", "", "Veranderde het plan"),
        ("users.give_role", "", "moderator", "Gaf een rol: Moderator"),
        ("areas.loaded", "", "2024", "Las een gebied in uit een bestand: 2024"),
        ("sign_ups.offer", "waiting", "offered", "Op de wachtlijst → Plek aangeboden"),
        ("gone.wave", "", "", "gone.wave"),
        ("gone.wave", "still", "waving", "still → waving"),
    ],
)
def test_a_deed_is_told_with_what_changed(action: str, old: str, new: str, read: str) -> None:
    kind = action.partition(".")[0]
    entry = Entry(action=action, subject_type=kind, subject_id=3, old=old, new=new)

    assert words.deed(entry) == read


def test_a_thing_has_a_name_and_a_number() -> None:
    entry = Entry(action="users.sign_in", subject_type="users", subject_id=12)

    assert words.subject(entry) == "account 12"
    assert words.subject(Entry(subject_type="gone", subject_id=1)) == "gone 1"


@pytest.mark.parametrize(
    ("origin", "read"), [("203.0.113.7", "203.0.113.7"), ("portal", "Het portaal")]
)
def test_it_says_from_where(origin: str, read: str) -> None:
    assert words.origin(Entry(origin=origin)) == read


def test_kinds_are_listed_by_name() -> None:
    names = [name for _table, name in words.kinds()]

    assert names == sorted(names)
    assert ("initiatives", "initiatief") in words.kinds()
