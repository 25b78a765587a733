"""Making tasks: every text is looked at by a moderator before it is public."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives import signals
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import TeamMember
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import VolunteerTask
from factories.accounts import a_coordinator, a_person
from factories.volunteering import (
    a_plan,
    a_shift,
    a_shift_plan,
    a_task,
    all_sign_up,
    an_active_initiative,
    neighbours,
)


@dataclass
class Heard:
    """What this room announced."""

    reviews: list[dict[str, Any]]
    withdrawn: list[object]


@pytest.fixture
def heard() -> Iterator[Heard]:
    news = Heard([], [])

    def wants_review(subject: object, **about: Any) -> None:
        news.reviews.append({"subject": subject, **about})

    def was_withdrawn(subject: object, *, by: object) -> None:
        news.withdrawn.append(subject)

    with (
        signals.waiting_for_review.connected_to(wants_review),
        signals.withdrawn.connected_to(was_withdrawn),
    ):
        yield news


def test_a_new_task_waits_for_a_look_with_everything_that_was_typed(heard: Heard) -> None:
    anna, initiative = a_person("Anna"), an_active_initiative()

    task = service.create(initiative, a_plan(), [a_shift_plan(), a_shift_plan(places=3)], by=anna)

    assert task.state is TextState.WAITING
    assert [shift.places for shift in task.shifts] == [10, 3]
    (review,) = heard.reviews
    assert (review["subject"], review["title"], review["author"], review["district_id"]) == (
        task,
        "Zwerfvuil prikken",
        anna,
        initiative.district_id,
    )
    assert review["text"].split("\n\n") == [
        "Zwerfvuil prikken",
        "We prikken een uur zwerfvuil.",
        "Een schone buurt is fijn.",
        "Het pleintje bij de molen",
        "Anna",
        "Handschoenen",
        "Let op het verkeer.",
    ]
    assert db.session.query(Entry).one().action == "volunteer_tasks.create"


@pytest.mark.parametrize("field", ["contact_name", "risk_note"])
def test_without_contact_person_or_risk_note_there_is_no_task(field: str) -> None:
    with pytest.raises(Refused) as refusal:
        service.create(
            an_active_initiative(),
            replace(a_plan(), **{field: ""}),
            [a_shift_plan()],
            by=a_person("Anna"),
        )

    assert refusal.value.field == field
    assert db.session.query(VolunteerTask).count() == 0


def test_without_a_moment_there_is_no_task() -> None:
    with pytest.raises(Refused) as refusal:
        service.create(an_active_initiative(), a_plan(), [], by=a_person("Anna"))

    assert refusal.value.field == "shifts"


@pytest.mark.parametrize("state", [State.SUBMITTED, State.PAUSED, State.COMPLETED, State.STOPPED])
def test_an_initiative_that_does_not_go_on_gets_no_tasks(state: State) -> None:
    with pytest.raises(OutOfDate):
        service.create(
            an_active_initiative(state=state), a_plan(), [a_shift_plan()], by=a_person("Anna")
        )


def test_only_those_who_run_the_initiative_make_tasks() -> None:
    initiative = an_active_initiative()
    for actor in (a_person("Bilal"), a_coordinator()):
        with pytest.raises(NotAllowed):
            service.create(initiative, a_plan(), [a_shift_plan()], by=actor)


def test_a_team_member_makes_a_task() -> None:
    initiative, bilal = an_active_initiative(), a_person("Bilal")
    db.session.add(TeamMember(initiative=initiative, user=bilal))

    assert service.create(initiative, a_plan(), [a_shift_plan()], by=bilal).author_id == bilal.id


@pytest.mark.parametrize("state", [TextState.WAITING, TextState.RETURNED, TextState.PUBLISHED])
def test_other_texts_are_looked_at_again_before_they_are_public(
    heard: Heard, state: TextState
) -> None:
    task = a_task(state=state)

    service.edit(task, a_plan(what="We vegen."), version=task.version, by=a_person("Anna"))

    assert (task.state, task.what) == (TextState.WAITING, "We vegen.")
    assert [review["subject"] for review in heard.reviews] == [task]


def test_a_change_without_other_texts_stays_public(heard: Heard) -> None:
    anna, task = a_person("Anna"), a_task(state=TextState.WAITING)
    service.edit(task, a_plan(), version=task.version, by=anna)
    task = publish(task)
    heard.reviews.clear()

    service.edit(task, a_plan(organiser_confirms=True), version=task.version, by=anna)

    assert (task.state, task.organiser_confirms) == (TextState.PUBLISHED, True)
    assert heard.reviews == []


@pytest.mark.parametrize("state", [TextState.WITHDRAWN, TextState.REJECTED])
def test_a_task_that_is_gone_cannot_be_changed(state: TextState) -> None:
    task = a_task(state=state)

    with pytest.raises(OutOfDate):
        service.edit(task, a_plan(), version=task.version, by=a_person("Anna"))


def test_a_change_of_an_older_version_is_refused() -> None:
    anna, task = a_person("Anna"), a_task()
    started_from = task.version
    service.edit(task, a_plan(what="We vegen."), version=started_from, by=anna)

    with pytest.raises(OutOfDate, match="net veranderd"):
        service.edit(task, a_plan(what="We scheppen."), version=started_from, by=anna)

    assert task.what == "We vegen."


def test_withdrawing_calls_off_what_was_to_come_and_takes_back_the_review(heard: Heard) -> None:
    task = a_task(state=TextState.WAITING)
    shift = a_shift(task)

    service.withdraw(task, by=a_person("Anna"))

    assert task.state is TextState.WITHDRAWN
    assert shift.cancelled_at is not None
    assert heard.withdrawn == [task]


def test_withdrawing_a_public_task_tells_those_who_signed_up(heard: Heard) -> None:
    shift = a_shift()
    sign_ups = all_sign_up(shift, neighbours(2))

    service.withdraw(shift.task, by=a_person("Anna"))

    assert [one.state for one in sign_ups] == [SignUpState.CANCELLED] * 2
    assert heard.withdrawn == []


def test_nobody_else_withdraws_a_task() -> None:
    with pytest.raises(NotAllowed):
        service.withdraw(a_task(), by=a_person("Bilal"))


@pytest.mark.parametrize("new", [State.STOPPED, State.COMPLETED])
def test_when_an_initiative_ends_what_was_to_come_is_called_off(new: State) -> None:
    coming = a_shift()
    past = a_shift(coming.task, starts_at=clock.now() - 2 * (coming.ends_at - coming.starts_at))

    signals.state_changed.send(
        coming.task.initiative, old=State.RUNNING, new=new, by=a_person("Anna")
    )

    assert coming.cancelled_at is not None
    assert past.cancelled_at is None


def test_when_an_initiative_pauses_what_was_to_come_stays() -> None:
    shift = a_shift()

    signals.state_changed.send(
        shift.task.initiative, old=State.RUNNING, new=State.PAUSED, by=a_person("Anna")
    )

    assert shift.cancelled_at is None


def publish(task: VolunteerTask) -> VolunteerTask:
    """Let a moderator have said yes."""
    task.state = TextState.PUBLISHED
    db.session.flush()
    return task
