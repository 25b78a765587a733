"""Who may do what with a support request: one table, walked by everybody in every state."""

import pytest

from app.accounts.models import Actor, User
from app.core.db import db
from app.support import objection_rules, queries, rules, service
from app.support.lifecycle import LIFE, RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.cast import an_initiative_of_many, everybody
from factories.support import a_budget, a_request, proposed, team_hours

TEAM = {"owner", "team", "board"}
STAFF = {"coordinator", "decider", "adviser"}

MAY = {  # rule: who, about a request that was sent in
    "view": TEAM | STAFF | {"professional"},
    "read_money": TEAM | STAFF,
    "read_advice": STAFF,
    "edit": set(),
    "withdraw": TEAM,
    "assess": {"coordinator"},
    "propose": {"coordinator", "adviser"},
    "read_supplements": TEAM | STAFF,
    "ask_supplement": {"coordinator", "adviser"},
    "supplement": TEAM,
    "go_on": {"coordinator", "adviser"},
    "extend": STAFF,
    "not_consider": {"coordinator", "decider"},
    "reconsider": STAFF,
    "decide": {"coordinator", "decider"},
    "list_open": STAFF | {"professional", "coordinator_elsewhere"},
    "keep_catalogue": {"administrator"},
    "keep_budgets": {"administrator"},
}
MAY_DRAFT = MAY | {
    "view": TEAM,
    "read_money": TEAM,
    "read_advice": set(),
    "edit": TEAM,
}


@pytest.mark.parametrize("rule", MAY)
def test_may(rule: str) -> None:
    cast, request = everybody(), a_request(an_initiative_of_many())

    allowed = {name for name, actor in cast.items() if getattr(rules, rule)(actor, request)}

    assert allowed == MAY[rule]


@pytest.mark.parametrize("rule", ["view", "read_money", "read_advice", "edit"])
def test_may_with_a_draft(rule: str) -> None:
    cast = everybody()
    request = a_request(an_initiative_of_many(), state=RequestState.DRAFT)

    allowed = {name for name, actor in cast.items() if getattr(rules, rule)(actor, request)}

    assert allowed == MAY_DRAFT[rule]


def sees(actor: Actor) -> set[int]:
    return {request.id for request in db.session.scalars(queries.visible_to(actor))}


def test_the_list_and_the_rule_give_the_same_answer_in_every_state_to_everybody() -> None:
    cast, initiative = everybody(), an_initiative_of_many()
    requests = [a_request(initiative, state=state) for state in RequestState]
    thrown_away = a_request(initiative, state=RequestState.DRAFT)
    service.withdraw(thrown_away, by=thrown_away.author)
    requests.append(thrown_away)

    for actor in cast.values():
        allowed = {request.id for request in requests if rules.view(actor, request)}
        assert sees(actor) == allowed


@pytest.mark.parametrize("role", ["owner", "team", "board", "member"])
def test_who_belongs_to_the_initiative_does_not_judge_it_whatever_the_role(role: str) -> None:
    person = everybody()[role]
    assert isinstance(person, User)
    a_coordinator(None, person.name)
    request = a_request(an_initiative_of_many())

    allowed = {
        rule
        for rule in ("assess", "ask_supplement", "extend", "propose", "decide", "not_consider")
        if getattr(rules, rule)(person, request)
    }

    assert allowed == set()


def advised_on(request: SupportRequest, *, by: User, cents: int = 0) -> None:
    proposed(request, by=by, budget=a_budget() if cents else None, cents=cents)


def test_who_advised_on_money_does_not_decide_not_even_after_thinking_again() -> None:
    carla = a_coordinator()
    request = a_request()
    advised_on(request, by=carla, cents=1850_00)

    assert not rules.decide(carla, request)
    service.reconsider(request, by=carla, reason="Nog een keer.")
    assert not rules.decide(carla, request)
    assert rules.decide(a_coordinator(name="Cor"), request)


def test_who_advised_on_hours_may_decide() -> None:
    carla = a_coordinator()
    request = a_request(needs=[team_hours()])
    advised_on(request, by=carla)

    assert rules.decide(carla, request)


def test_every_step_of_the_table_has_a_rule() -> None:
    rule_of = {"submit": "edit", "grant": "decide", "grant_partly": "decide", "refuse": "decide"}
    rule_of["extend_proposed"] = "extend"

    steps = {step for step in LIFE.steps if not step.endswith("_on_objection")}

    assert all(hasattr(rules, rule_of.get(step, step)) for step in steps)
    assert steps < set(LIFE.steps)  # the others are a part of the answer to an objection
    assert hasattr(objection_rules, "handle")


def test_a_person_without_a_role_in_the_place_sees_nothing() -> None:
    a_request()

    assert sees(a_person("Noor")) == set()
