"""Who may do what with a plan: every rule, for every character, in the states that matter."""

import pytest

from app.accounts.models import Actor, Visitor
from app.accounts.roles import Role
from app.core.db import db
from app.initiatives import rules
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import a_question, an_initiative

EVERYBODY = {
    *("visitor", "owner", "team", "admin", "member", "neighbour", "moderator", "coordinator"),
    *("moderator_elsewhere", "coordinator_elsewhere", "administrator"),
}


def cast() -> tuple[Initiative, dict[str, Actor]]:
    """Return Anna's plan in the Molenbuurt with everybody around it."""
    town = a_town()
    association = Organisation(
        kind=OrganisationKind.RESIDENTS_ASSOCIATION, name="De Molen", slug="de-molen"
    )
    people: dict[str, Actor] = {
        "visitor": Visitor(),
        "owner": a_person("Anna"),
        "team": a_person("Tess"),
        "admin": a_person("Ahmed"),
        "member": a_person("Lid"),
        "neighbour": a_person("Bilal"),
        "moderator": a_person("Mo", role=Role.MODERATOR, area=town.north),
        "coordinator": a_coordinator(town.mill),
        "moderator_elsewhere": a_person("Mia", role=Role.MODERATOR, area=town.south),
        "coordinator_elsewhere": a_coordinator(town.harbour, "Cor"),
        "administrator": a_person("Baas", role=Role.ADMINISTRATOR),
    }
    initiative = an_initiative(people["owner"], team=(people["team"],))  # type: ignore[arg-type]
    initiative.organisation = association
    db.session.flush()
    for name, role in (("admin", MemberRole.ADMIN), ("member", MemberRole.MEMBER)):
        db.session.add(
            Membership(organisation_id=association.id, user_id=people[name].id, role=role)
        )
    db.session.flush()
    return initiative, people


TEAM = {"owner", "team", "admin"}
HERE = {"moderator", "coordinator"}
RESIDENTS = EVERYBODY - {"visitor"} - TEAM
MAY = {  # rule: who may, for a public plan
    "view": EVERYBODY,
    "run_it": TEAM,
    "edit": TEAM,
    "live": TEAM,
    "archive": TEAM | {"coordinator"},
    "submit": TEAM,
    "appeal": TEAM,
    "judge": {"moderator"},
    "coordinate": {"coordinator"},
    "manage_team": {"owner", "admin"},
    "in_team": {"team"},
    "tell_news": TEAM,
    "answer": TEAM,
    "ask": EVERYBODY - {"visitor"},
    "endorse": RESIDENTS,
    "worry": RESIDENTS,
    "read_worries": TEAM | {"coordinator"},
    "see_reasons": TEAM | HERE,
}
CLOSED = {  # rule: who may, for a plan that is not public
    "view": TEAM | HERE,
    "ask": set[str](),
    "endorse": set[str](),
    "worry": set[str](),
    "tell_news": set[str](),
    "answer": set[str](),
    "judge": {"moderator"},
    "run_it": TEAM,
}
HIDDEN = CLOSED | {"edit": set[str](), "live": set[str](), "archive": set[str]()}


def who_may(rule: str, initiative: Initiative, people: dict[str, Actor]) -> set[str]:
    return {name for name in EVERYBODY if getattr(rules, rule)(people[name], initiative)}


def test_a_public_plan() -> None:
    initiative, people = cast()

    assert {rule: who_may(rule, initiative, people) for rule in MAY} == MAY


@pytest.mark.parametrize(
    "state", [State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED, State.REJECTED, State.ARCHIVED]
)
def test_a_plan_that_is_not_public(state: State) -> None:
    public, people = cast()
    initiative = an_initiative(people["owner"], state=state, team=(people["team"],))  # type: ignore[arg-type]
    initiative.organisation_id = public.organisation_id

    assert {rule: who_may(rule, initiative, people) for rule in CLOSED} == CLOSED


def test_a_hidden_plan() -> None:
    initiative, people = cast()
    initiative.hidden_at = initiative.published_at

    assert {rule: who_may(rule, initiative, people) for rule in HIDDEN} == HIDDEN


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (State.DRAFT, True),
        (State.SUBMITTED, False),
        (State.CHANGES_REQUESTED, True),
        (State.REJECTED, False),
        (State.RUNNING, True),
        (State.ARCHIVED, False),
    ],
)
def test_the_owner_edits_in_these_states(state: State, may: bool) -> None:
    anna = a_person()

    assert rules.edit(anna, an_initiative(anna, state=state)) is may


def test_a_moderator_never_judges_a_plan_of_their_own() -> None:
    mo = a_moderator()
    own, joined = an_initiative(mo), an_initiative(team=(mo,))

    assert (rules.judge(mo, own), rules.judge(mo, joined)) == (False, False)


def test_only_the_author_is_the_author() -> None:
    question = a_question(an_initiative())

    assert rules.is_author(a_person("Bilal"), question)
    assert not rules.is_author(a_person("Anna"), question)
    assert not rules.is_author(Visitor(), question)


def test_a_draft_without_a_place_is_nobodys_area() -> None:
    initiative = Initiative()
    limited = a_person("Mo", role=Role.MODERATOR, area=a_town().north)

    assert not rules.view(limited, initiative)
    assert rules.view(a_moderator("Mia"), initiative)
