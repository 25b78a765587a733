"""Chance among volunteers: how many sign up for a shift, and what they do afterwards."""

from datetime import datetime

from app.demo.chance import pick
from app.demo.service.days import DAY, HOUR, between, later
from app.demo.service.roster import Place, Roster
from app.demo.service.stage import Plan, Stage
from app.demo.service.words import CALLED_OFF, NOTES
from app.volunteering.lifecycle import SignUpState

MOST = 12  # people who sign up for one shift
CANCELS, DECLINED, ANSWERS, GONE = 0.12, 0.1, 0.75, 0.04


def gather(stage: Stage, plan: Plan, roster: Roster, opened_at: datetime) -> datetime | None:
    """Let a crowd sign up and move around; return when the shift was called off, if it was."""
    throws, ends_at = plan.throws, min(roster.starts_at, stage.days.now)
    joined_by = opened_at + (ends_at - opened_at) * 0.8
    number = min(MOST, int(roster.places * throws.uniform(0.1, 1.3)))
    people = dict.fromkeys(
        pick(throws, stage.people.near(plan.idea.district_code)) for _ in range(number)
    )
    moments = sorted(between(throws, opened_at, joined_by) for _ in people)
    for person, at in zip(people, moments, strict=True):
        if person not in plan.insiders and stage.is_free(person, roster.starts_at):
            roster.join(person, at, pick(throws, NOTES))
    if throws.random() < GONE:
        at = between(throws, joined_by, ends_at)
        roster.call_off(at, pick(throws, CALLED_OFF))
        return at
    _judge(plan, roster, joined_by, ends_at)
    for place in roster.those(SignUpState.CONFIRMED):
        if throws.random() < CANCELS:
            roster.cancel(place, between(throws, max(joined_by, place.moved_at), ends_at))
    _answer(plan, roster, ends_at)
    return None


def _judge(plan: Plan, roster: Roster, joined_by: datetime, ends_at: datetime) -> None:
    """Let the organiser look at those who asked, as far as there was time."""
    for place in roster.those(SignUpState.REQUESTED):
        at = later(plan.throws, joined_by, 2 * HOUR, 3 * DAY)
        if at >= ends_at:
            continue
        if plan.throws.random() < DECLINED:
            roster.decline(place, at)
        else:
            roster.confirm(place, at)


def _answer(plan: Plan, roster: Roster, ends_at: datetime) -> None:
    """Let offers be answered, or go by, until all that are left have time."""
    while late := [
        place for place in roster.those(SignUpState.OFFERED) if _is_late(place, ends_at)
    ]:
        if plan.throws.random() < ANSWERS:
            roster.accept(late[0], late[0].moved_at + HOUR / 2)
        else:
            roster.lapse(late[0])


def _is_late(place: Place, ends_at: datetime) -> bool:
    return place.answer_by is not None and place.answer_by <= ends_at
