"""What is done is written down with it; whoever comes too late reads who was first."""

import pytest
from flask import Flask

from app.accounts.models import User, Visitor
from app.audit.models import Entry
from app.audit.service import record, take_step
from app.core.dates import moment_words
from app.core.db import db
from app.core.errors import OutOfDate
from app.initiatives.lifecycle import LIFE, State
from app.initiatives.models import Initiative
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative
from factories.outside import outside_a_request
from factories.races import at_once


def the_line() -> Entry:
    return db.session.query(Entry).one()


def test_a_line_says_who_did_what_to_which_thing_from_where(app: Flask) -> None:
    anna = a_person("Anna")
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}):
        record(anna, "users.wave", anna, old="still", new="waving", reason="vrolijk")

    line = the_line()
    assert (line.actor_id, line.action, line.origin) == (anna.id, "users.wave", "192.0.2.7")
    assert (line.subject_type, line.subject_id) == ("users", anna.id)
    assert (line.old, line.new, line.reason) == ("still", "waving", "vrolijk")


@pytest.mark.parametrize("by", [None, Visitor()])
def test_the_portal_and_visitors_have_no_number(by: Visitor | None) -> None:
    record(by, "users.wave", a_person("Anna"))

    assert the_line().actor_id is None


def test_what_a_job_does_comes_from_the_portal(app: Flask) -> None:
    outside_a_request(app, lambda: record(None, "users.wave", a_person("Anna")))

    assert the_line().origin == "portal"


def test_a_new_thing_gets_its_number_first() -> None:
    sanne = User(email="sanne@voorbeeld.example", name="Sanne")
    db.session.add(sanne)

    record(None, "users.register", sanne)

    assert the_line().subject_id == sanne.id > 0


def test_a_line_is_undone_with_what_was_done() -> None:
    anna = a_person("Anna")
    db.session.commit()
    record(anna, "users.wave", anna)
    db.session.rollback()

    assert db.session.query(Entry).count() == 0


def test_a_step_changes_the_state_and_writes_the_line() -> None:
    plan, mo = an_initiative(state=State.SUBMITTED), a_moderator()

    assert take_step(LIFE, plan, "reject", by=mo, reason="Reclame.") == (
        State.SUBMITTED,
        State.REJECTED,
    )

    line = the_line()
    assert plan.state == State.REJECTED
    assert (line.action, line.actor_id) == ("initiatives.reject", mo.id)
    assert (line.old, line.new, line.reason) == ("submitted", "rejected", "Reclame.")


def test_a_step_that_somebody_took_before_names_who_and_when() -> None:
    plan, mo = an_initiative(state=State.SUBMITTED), a_moderator()
    take_step(LIFE, plan, "request_changes", by=mo)
    db.session.commit()

    with pytest.raises(OutOfDate) as late:
        take_step(LIFE, plan, "reject", by=a_moderator("Kim"))

    when = moment_words(the_line().at)
    assert late.value.message == f"Mo was je voor, op {when}. Kijk eerst wat er nu staat."
    assert plan.state == State.CHANGES_REQUESTED


def test_a_step_that_never_was_possible_says_what_the_state_is() -> None:
    plan = an_initiative(state=State.DRAFT)
    db.session.commit()

    with pytest.raises(OutOfDate, match="De status is nu: Concept"):
        take_step(LIFE, plan, "publish", by=a_moderator())


def test_of_two_steps_at_the_same_moment_one_is_taken(app: Flask) -> None:
    plan_id, mo_id = an_initiative(state=State.SUBMITTED).id, a_moderator().id

    def step(name: str) -> None:
        plan = db.session.get_one(Initiative, plan_id)
        take_step(LIFE, plan, name, by=db.session.get_one(User, mo_id))

    assert at_once(app, [lambda: step("request_changes"), lambda: step("reject")]) == [
        "OutOfDate",
        "done",
    ]
    assert db.session.get_one(Initiative, plan_id).state.value == the_line().new
