"""The way of a support request from question to answer, and chance in which initiatives ask."""

from datetime import datetime

from app.capacity.models import ResponseKind
from app.demo.chance import pick
from app.demo.service import hours, requests
from app.demo.service.days import DAY, MINUTE, at_the_office, between
from app.demo.service.judging import DECISIONS, Desk
from app.demo.service.requests import Case, Wish
from app.demo.service.stage import Plan, Stage
from app.initiatives.lifecycle import ACTIVE
from app.support.lifecycle import OPEN

Steps = tuple[str, ...]


def ways(*counted: tuple[int, str]) -> tuple[Steps, ...]:
    """Write ways of a request as texts, each with how often it is drawn."""
    return tuple(tuple(steps.split()) for times, steps in counted for _ in range(times))


ENDS = {*DECISIONS, "not_consider", "withdraw"}
ASKS, STILL_WRITES, RESPONDS = 0.3, 0.04, 0.8
QUICK, SLOW = 6 * DAY, 28 * DAY
OF_DAYS = ways((7, "submit"), (3, "submit assess"))
OF_WEEKS = ways(
    (1, "submit"),
    (3, "submit assess"),
    (2, "submit assess propose"),
    (2, "submit assess propose grant"),
    (1, "submit assess propose grant_partly"),
    (1, "submit assess refuse"),
    (1, "submit assess withdraw"),
)
OF_MONTHS = ways(
    (22, "submit assess propose grant"),
    (6, "submit assess propose grant_partly"),
    (2, "submit assess propose reconsider propose grant"),
    (2, "submit assess propose refuse"),
    (4, "submit assess refuse"),
    (3, "submit withdraw"),
)
FORGOTTEN = ways((1, "submit assess"), (1, "submit assess propose"), (38, ""))  # and so too late


def ask(stage: Stage, plan: Plan) -> None:
    """Let an initiative ask for help, as chance has it."""
    wanted = [need for need in plan.idea.needs if need.kind != "volunteers"]
    throws = plan.throws
    if plan.published_at is None or not wanted or throws.random() >= ASKS:
        return
    if plan.thing.state in ACTIVE and throws.random() < STILL_WRITES:
        tell(stage, plan, between(throws, plan.published_at, stage.days.now), (), Wish(wanted))
        return
    end = plan.ended_at or stage.days.now
    began = between(throws, plan.published_at, plan.published_at + (end - plan.published_at) * 0.7)
    response = pick(throws, hours.KINDS) if throws.random() < RESPONDS else None
    tell(stage, plan, began, _way(stage, plan, began), Wish(wanted), response=response)


def tell(
    stage: Stage,
    plan: Plan,
    began: datetime,
    steps: Steps,
    wish: Wish,
    *,
    response: ResponseKind | None = None,
) -> Case:
    """Write a request with all that came of it; without steps it is a draft.

    ``response`` is what a team answers, if any does.
    """
    case = requests.begin(stage, plan, began, wish)
    desk = Desk(stage, case)
    if steps:
        _go(stage, case, desk, steps, response)
    desk.write()
    requests.write(stage, case)
    return case


def _go(stage: Stage, case: Case, desk: Desk, steps: Steps, response: ResponseKind | None) -> None:
    """Send the request in, let a team respond, and take the other steps."""
    desk.go(steps[:1], [case.began + 20 * MINUTE])
    moments = _moments(stage, case, len(steps) - 1)
    until = moments[-1] if steps[-1] in ENDS else stage.days.now
    kept = hours.respond(stage, case, response, until) if response else None
    desk.go(steps[1:], moments)
    if kept is None:
        return
    if case.thing.state not in OPEN:
        coordinator = stage.people.coordinators[case.plan.idea.district_code]
        hours.settle(stage, kept, case.thing.state, max(case.at, kept.at), coordinator)
    hours.write(stage, kept)


def _way(stage: Stage, plan: Plan, began: datetime) -> Steps:
    age, throws = stage.days.now - began, plan.throws
    if plan.ended_at is None and age < QUICK:
        return pick(throws, OF_DAYS)
    if plan.ended_at is None and age < SLOW:
        return pick(throws, OF_WEEKS)
    late = pick(throws, FORGOTTEN) if plan.ended_at is None else ()
    return late or pick(throws, OF_MONTHS)


def _moments(stage: Stage, case: Case, number: int) -> list[datetime]:
    """Return when the steps after sending in were taken: at the office, in a few weeks."""
    throws = case.plan.throws
    weeks = throws.uniform(8, 30) * DAY
    share = min(weeks, (stage.days.now - case.at) * 0.95) / max(1, number)
    return [
        at_the_office(throws, case.at + (rank + throws.uniform(0.2, 0.9)) * share)
        for rank in range(number)
    ]
