"""Who may make tasks, who may join them, and who may know who joined."""

from dataclasses import dataclass
from typing import Any

import pytest

from app.accounts.models import Actor, Visitor
from app.core import clock
from app.core.db import db
from app.core.permissions import Predicate
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative, TeamMember
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from app.volunteering import rules, service
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.volunteering import a_shift, a_task, an_active_initiative

WHO = (
    "visitor",
    "neighbour",
    "volunteer",
    "owner",
    "team member",
    "admin",
    "member",
    "coordinator here",
    "coordinator elsewhere",
    "moderator",
)


@dataclass(frozen=True)
class Cast:
    """An initiative of an association, and everybody around it."""

    initiative: Initiative
    people: dict[str, Actor]


@pytest.fixture
def cast() -> Cast:
    town, initiative = a_town(), an_active_initiative()
    association = Organisation(
        kind=OrganisationKind.RESIDENTS_ASSOCIATION, name="De Molen", slug="de-molen"
    )
    db.session.add(association)
    initiative.organisation = association
    helper, admin, member = a_person("Hakim"), a_person("Ada"), a_person("Lotte")
    db.session.add_all(
        [
            TeamMember(initiative=initiative, user=helper),
            Membership(organisation=association, user=admin, role=MemberRole.ADMIN),
            Membership(organisation=association, user=member),
        ]
    )
    db.session.flush()
    everybody: list[Actor] = [
        Visitor(),
        a_person("Bilal"),
        a_person("Vera"),
        a_person("Anna"),
        helper,
        admin,
        member,
        a_coordinator(town.north),
        a_coordinator(town.south, "Sjoerd"),
        a_moderator(),
    ]
    return Cast(initiative, dict(zip(WHO, everybody, strict=True)))


def those_who(cast: Cast, rule: Predicate[Any, Any], thing: object) -> set[str]:
    return {who for who, actor in cast.people.items() if rule(actor, thing)}


ORGANISERS = {"owner", "team member", "admin"}


def test_those_who_run_the_initiative_make_and_change_tasks(cast: Cast) -> None:
    assert those_who(cast, rules.make, cast.initiative) == ORGANISERS
    assert those_who(cast, rules.edit, a_task(cast.initiative)) == ORGANISERS


def test_everybody_reads_a_public_task(cast: Cast) -> None:
    assert those_who(cast, rules.view, a_task(cast.initiative)) == set(WHO)


@pytest.mark.parametrize("state", [one for one in TextState if one != TextState.PUBLISHED])
def test_a_task_that_is_not_public_is_for_organisers_and_staff_of_the_place(
    cast: Cast, state: TextState
) -> None:
    task = a_task(cast.initiative, state=state)

    assert those_who(cast, rules.view, task) == ORGANISERS | {"coordinator here", "moderator"}


def test_everybody_with_an_account_signs_up_unless_blocked(cast: Cast) -> None:
    assert those_who(cast, rules.sign_up, None) == set(WHO) - {"visitor"}

    blocked = a_person("Bilal")
    blocked.blocked_at = clock.now()
    assert not rules.sign_up(blocked, None)


def test_names_are_for_organisers_and_the_coordinator_of_the_place(cast: Cast) -> None:
    task = a_task(cast.initiative)

    assert those_who(cast, rules.see_sign_ups, task) == ORGANISERS | {"coordinator here"}


def test_a_sign_up_is_seen_by_the_volunteer_too_but_judged_by_organisers_only(cast: Cast) -> None:
    sign_up = service.sign_up(a_shift(a_task(cast.initiative)), by=a_person("Vera"))

    assert those_who(cast, rules.see_sign_up, sign_up) == ORGANISERS | {
        "coordinator here",
        "volunteer",
    }
    assert those_who(cast, rules.judge_sign_up, sign_up) == ORGANISERS
    assert those_who(cast, rules.is_own, sign_up) == {"volunteer"}


@pytest.mark.parametrize(
    ("state", "takes"),
    [
        (State.PUBLISHED, True),
        (State.EXPLORING, True),
        (State.PREPARING, True),
        (State.RUNNING, True),
        (State.SUBMITTED, False),
        (State.PAUSED, False),
        (State.COMPLETED, False),
        (State.STOPPED, False),
        (State.ARCHIVED, False),
    ],
)
def test_an_initiative_takes_tasks_while_it_is_public_and_goes_on(
    state: State, takes: bool
) -> None:
    initiative = an_active_initiative(state=state)

    assert rules.takes_tasks(Visitor(), initiative) is takes
    initiative.hidden_at = clock.now()
    assert rules.takes_tasks(Visitor(), initiative) is False
