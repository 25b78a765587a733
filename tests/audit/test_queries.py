"""The log tells what happened to a thing, and who did it."""

from app.audit import queries
from app.audit.service import record
from app.core.db import db
from factories.accounts import a_person


def test_the_history_of_a_thing_is_in_order_with_names() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    record(anna, "users.wave", anna, new="waving")
    record(bilal, "users.nod", bilal)
    record(None, "users.rest", anna, reason="Moe.")

    history = queries.history("users", anna.id)

    assert [(event.who, event.action, event.reason) for event in history] == [
        ("Anna", "users.wave", ""),
        ("Het portaal", "users.rest", "Moe."),
    ]


def test_the_last_step_is_the_last_change_of_state() -> None:
    anna = a_person("Anna")
    assert queries.last_step("users", anna.id) is None

    record(anna, "users.wave", anna, old="still", new="waving")
    record(anna, "users.rest", anna, old="waving", new="still")
    record(anna, "users.look", anna)

    last = queries.last_step("users", anna.id)
    assert last is not None
    assert (last.action, last.new) == ("users.rest", "still")


def test_names_belong_to_numbers_and_the_portal_has_one_too() -> None:
    anna = a_person("Anna")
    record(anna, "users.wave", anna)
    record(None, "users.rest", anna)

    lines = db.session.scalars(queries.listed()).all()

    assert [line.action for line in lines] == ["users.rest", "users.wave"]
    assert queries.names_of(lines) == {None: "Het portaal", anna.id: "Anna"}
