"""Lists of paper are counted once, by who may, and a wrong count can be taken back."""

import pytest
from flask import Flask

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.support_base import queries, service
from app.support_base.models import PaperList
from app.support_base.service import Counted
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.assisting import a_worker
from factories.initiatives import an_initiative
from factories.notifications import mails_to
from factories.races import at_once


def on_a_list(place: str = "Molenstraat", in_favour: int = 12, against: int = 2) -> Counted:
    return Counted(clock.today(), place, in_favour, against)


@pytest.fixture
def plan() -> Initiative:
    return an_initiative(a_person("Anna"), team=(a_person("Bilal"),))


@pytest.fixture
def wil() -> User:
    return a_worker()


def test_the_totals_are_kept_and_the_team_hears_them(plan: Initiative, wil: User) -> None:
    service.count(plan, on_a_list(), by=wil)
    service.count(plan, on_a_list("Vijverlaan", 30, 1), by=wil)

    totals = queries.totals_of(plan)
    assert (totals.lists, totals.in_favour, totals.against) == (2, 42, 3)
    assert (totals.endorsements, totals.concerns) == (0, 0)
    for name in ("anna", "bilal"):
        said = [mail.text for mail in mails_to(f"{name}@voorbeeld.example")]
        assert len(said) == 2
        assert "Voor je plan: 12. Tegen je plan: 2." in said[0]


def test_the_same_list_a_second_time_is_the_same_list(plan: Initiative, wil: User) -> None:
    first = service.count(plan, on_a_list(), by=wil)
    assert service.count(plan, on_a_list(), by=wil).id == first.id
    with pytest.raises(Refused, match="met andere aantallen"):
        service.count(plan, on_a_list(in_favour=13), by=wil)

    assert queries.totals_of(plan).in_favour == 12
    assert len(mails_to("anna@voorbeeld.example")) == 1


def test_a_wrong_count_is_taken_back_once_and_counted_anew(plan: Initiative, wil: User) -> None:
    wrong = service.count(plan, on_a_list(in_favour=120), by=wil)
    service.take_back(wrong, by=wil)
    service.take_back(wrong, by=wil)
    service.count(plan, on_a_list(in_favour=12), by=wil)

    assert queries.totals_of(plan).in_favour == 12
    assert len(mails_to("anna@voorbeeld.example")) == 3


@pytest.mark.parametrize("state", [State.COMPLETED, State.SUBMITTED])
def test_nothing_is_counted_for_a_plan_that_is_not_going_on(state: State, wil: User) -> None:
    with pytest.raises(NotAllowed):
        service.count(an_initiative(state=state), on_a_list(), by=wil)


def test_who_runs_the_plan_or_works_elsewhere_counts_nothing(plan: Initiative) -> None:
    involved, elsewhere = a_worker("Bilal"), a_worker("Wim", a_town().south)
    for person in (a_person("Anna"), involved, elsewhere, a_coordinator(a_town().south)):
        with pytest.raises(NotAllowed):
            service.count(plan, on_a_list(), by=person)
    assert db.session.query(PaperList).count() == 0


def test_two_workers_count_the_same_list_at_the_same_moment_and_it_counts_once(
    app: Flask, plan: Initiative
) -> None:
    number = plan.id
    for name in ("Wil", "Wim"):
        a_worker(name)

    def counts(name: str, in_favour: int) -> None:
        found = db.session.get_one(Initiative, number)
        service.count(found, on_a_list(in_favour=in_favour), by=a_person(name))

    outcomes = at_once(app, [lambda: counts("Wil", 12), lambda: counts("Wim", 13)])

    assert outcomes == ["Refused", "done"]
    assert db.session.query(PaperList).count() == 1
