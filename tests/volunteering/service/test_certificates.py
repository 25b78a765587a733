"""Certificates of help: made out of noted hours, once, and withdrawn when they are not right."""

from datetime import timedelta

import pytest
from flask import Flask

from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate
from app.core.tokens import LETTERS
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.notifications.models import Message
from app.volunteering import queries, service
from app.volunteering.models import Certificate, SignUp
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.races import at_once
from factories.volunteering import a_place, a_shift, a_task, an_active_initiative


@pytest.fixture
def bilal() -> User:
    return a_person("Bilal")


@pytest.fixture
def plan() -> Initiative:
    return an_active_initiative()


def help_with(
    plan: Initiative,
    title: str,
    *,
    days: int,
    quarters: int,
    state: TextState = TextState.PUBLISHED,
) -> SignUp:
    """Let Bilal have helped so many days ago."""
    task = a_task(plan, title=title, state=state)
    sign_up = a_place(a_shift(task, starts_at=clock.now() - timedelta(days=days)), "Bilal")
    service.note_attendance(sign_up, quarters, version=0, by=a_person("Anna"))
    return sign_up


def make(plan: Initiative, name: str = "Bilal Aydin") -> Certificate:
    return service.make_certificate(plan, name, by=a_person("Bilal"))


def test_it_says_what_was_noted_and_nothing_else(plan: Initiative, bilal: User) -> None:
    help_with(plan, "Soep koken", days=20, quarters=6)
    help_with(plan, "Zwerfvuil prikken", days=3, quarters=8)
    help_with(plan, "Soep koken", days=9, quarters=1)
    help_with(plan, "Niet gekomen", days=2, quarters=0)
    help_with(plan, "Nog niet gelezen", days=5, quarters=4, state=TextState.WAITING)
    help_with(an_active_initiative(title="Elders"), "Elders", days=5, quarters=4)

    made = make(plan)

    assert (made.name, made.what) == ("Bilal Aydin", ["Soep koken", "Zwerfvuil prikken"])
    assert made.quarters == 6 + 8 + 1 + 4
    days = [clock.day_of(clock.now() - timedelta(days=ago)) for ago in (20, 3)]
    assert [made.first_on, made.last_on] == days
    assert db.session.query(Entry).filter_by(action="certificates.make").one().subject_id == made.id


def test_a_code_has_sixty_bits_without_letters_that_look_alike(plan: Initiative) -> None:
    help_with(plan, "Soep koken", days=2, quarters=6)

    codes = {make(plan, f"Bilal {number}").code for number in range(20)}

    assert len(codes) == 20
    assert {len(code) for code in codes} == {12}
    assert set("".join(codes)) <= set(LETTERS)
    assert len(LETTERS) == 32
    assert not set("01IO") & set(LETTERS)


def test_without_hours_there_is_none(plan: Initiative) -> None:
    a_place(a_shift(a_task(plan), starts_at=clock.now() - timedelta(days=2)), "Bilal")
    help_with(plan, "Niet gekomen", days=2, quarters=0)

    with pytest.raises(OutOfDate, match="nog geen uren"):
        make(plan)


def test_asking_twice_gives_the_same_one_and_something_else_takes_its_place(
    plan: Initiative, bilal: User
) -> None:
    help_with(plan, "Soep koken", days=2, quarters=6)
    first = make(plan)

    assert make(plan) is first
    second = make(plan, "B. Aydin")

    assert first.withdrawn_at is not None
    assert queries.valid_certificate(bilal, plan) is second
    assert db.session.query(Message).filter_by(user_id=bilal.id).all() == []


def test_the_volunteer_and_who_organises_it_withdraw_it_once(plan: Initiative, bilal: User) -> None:
    help_with(plan, "Soep koken", days=2, quarters=6)
    made = make(plan)
    for person in (a_person("Vera"), a_coordinator(a_town().north)):
        with pytest.raises(NotAllowed):
            service.withdraw_certificate(made, by=person)

    for _twice in range(2):
        service.withdraw_certificate(made, by=a_person("Anna"))

    assert made.withdrawn_at is not None
    assert db.session.query(Entry).filter_by(action="certificates.withdraw").count() == 1
    (message,) = db.session.query(Message).filter_by(user_id=bilal.id).all()
    assert message.subject == "Je bewijs is ingetrokken: Schone buurt"
    assert message.link == f"/bewijzen/{made.id}"
    service.withdraw_certificate(make(plan), by=bilal)
    assert db.session.query(Message).filter_by(user_id=bilal.id).count() == 1


def test_it_never_says_more_than_what_is_noted_by_now(plan: Initiative) -> None:
    sign_up = help_with(plan, "Soep koken", days=2, quarters=6)
    made = make(plan)

    service.note_attendance(sign_up, 8, version=1, by=a_person("Anna"))
    assert made.withdrawn_at is None
    service.note_attendance(sign_up, 2, version=2, by=a_person("Anna"))

    assert made.withdrawn_at is not None
    assert make(plan).quarters == 2


def test_the_plans_to_choose_from_are_public_and_have_hours(plan: Initiative, bilal: User) -> None:
    help_with(plan, "Soep koken", days=2, quarters=6)
    help_with(plan, "Brood bakken", days=4, quarters=3)
    hidden = an_active_initiative(title="Verborgen")
    help_with(hidden, "Verborgen", days=2, quarters=6)
    hidden.hidden_at = clock.now()
    help_with(an_active_initiative(title="Niet gekomen"), "Niet gekomen", days=2, quarters=0)
    db.session.flush()

    assert queries.plans_helped_by(bilal) == [(plan.id, "Schone buurt", 9)]
    assert queries.plans_helped_by(a_person("Vera")) == []


def test_two_phones_at_once_make_one(app: Flask, plan: Initiative, bilal: User) -> None:
    help_with(plan, "Soep koken", days=2, quarters=6)
    plan_id, bilal_id = plan.id, bilal.id

    def making() -> Certificate:
        whose = db.session.get_one(User, bilal_id)
        return service.make_certificate(db.session.get_one(Initiative, plan_id), "B.", by=whose)

    assert at_once(app, [making, making]) == ["done", "done"]
    assert db.session.query(Certificate).count() == 1
