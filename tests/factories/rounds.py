"""Rounds to play with: residents ask hours of teams, a coordinator shares them out."""

from datetime import timedelta

from app.accounts.models import User
from app.areas.models import Area
from app.capacity.models import CapacityOffer
from app.core import clock
from app.core.db import db
from app.core.jobs import work_off
from app.matching import queries, service
from app.matching.models import ChoiceKind, Plan, Round
from app.matching.service import Change
from app.support.models import Need
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.matching import a_need, a_request, a_team, an_offer


def asks(title: str, hours: int = 6, *, area: Area | None = None, owner: str = "Anna") -> Need:
    """Return a need for advice on loneliness, of a plan in the Molenbuurt or in ``area``."""
    plan = an_initiative(a_person(owner), title=title, neighbourhood=area)
    return a_request(plan, needs=[a_need(hours=hours)]).needs[0]


def has_hours(team: str = "Wijkteam Noord", hours: int = 10, *areas: Area) -> CapacityOffer:
    """Return hours of a team that knows about loneliness, in the north or in ``areas``."""
    return an_offer(a_team(team, *areas), hours)


def a_round(by: User | None = None, *, area: Area | None = None) -> Round:
    """Return a round of the north, or of ``area``, that collects needs for a week."""
    by = by or a_coordinator(a_town().north)
    until = clock.today() + timedelta(days=7)
    return service.start_round(area or a_town().north, until, by=by)


def solved(one: Round, *, by: User) -> Plan:
    """Let a worker make the first plan of a round."""
    service.solve_round(one, by=by)
    return standing(worked_off(one))


def tried(one: Round, need: Need, offer: CapacityOffer, kind: ChoiceKind, *, by: User) -> Plan:
    """Let a worker make the plan with one more decision; it waits to be kept."""
    change = Change(need.id, offer.id, kind, "Zij kennen elkaar.")
    plan = service.try_change(one, change, by=by)
    worked_off(one)
    return plan


def worked_off(one: Round) -> Round:
    """Let a worker do what waits."""
    db.session.commit()
    work_off()
    db.session.expire_all()
    return one


def standing(one: Round) -> Plan:
    """Return the plan that stands."""
    plan = queries.standing_plan(one)
    assert plan is not None
    return plan


def given(plan: Plan) -> dict[str, str | None]:
    """Return by title of the initiative which team serves it."""
    return {
        line.need.request.initiative.title: line.offer.team.organisation.name
        if line.offer
        else None
        for line in queries.lines_of(plan)
    }
