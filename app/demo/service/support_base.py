"""Who thinks an initiative is a good plan, whom it worries, and a list of paper that went round."""

from datetime import datetime

from app.accounts.roles import Role
from app.demo import cast
from app.demo.chance import pick
from app.demo.service.days import between
from app.demo.service.log import Subject
from app.demo.service.stage import Plan, Stage
from app.initiatives.voices import Concern, ConcernTopic, Endorsement
from app.support_base.models import PaperList

ENDORSEMENTS, MOST_ENDORSEMENTS = 4.5, 40  # on average, before the largest numbers are cut off
CONCERNS = 0.6


def weigh(stage: Stage, plan: Plan) -> None:
    """Let neighbours be in favour, or worried, as chance has it."""
    throws = plan.throws
    endorse(stage, plan, min(MOST_ENDORSEMENTS, int(throws.expovariate(1 / ENDORSEMENTS))))
    worry(stage, plan, int(throws.expovariate(1 / CONCERNS)))


def endorse(stage: Stage, plan: Plan, number: int) -> None:
    """Let so many people say that this is a good plan."""
    for person, at in _people(stage, plan, number):
        stage.rows.add(Endorsement, initiative_id=plan.id, user_id=person, created_at=at)


def worry(stage: Stage, plan: Plan, number: int) -> None:
    """Let so many people say what worries them."""
    concerns = plan.idea.concerns[:number]
    for (person, at), concern in zip(_people(stage, plan, len(concerns)), concerns, strict=False):
        stage.rows.add(
            Concern,
            initiative_id=plan.id,
            user_id=person,
            topic=ConcernTopic.of(concern.topic),
            text=concern.text,
            created_at=at,
        )


def sign(stage: Stage, plan: Plan, *, in_favour: int, against: int, days_ago: int) -> None:
    """Let the coordinator have counted a list of paper that went round."""
    at, coordinator = stage.days.ago(days_ago), stage.people.of(cast.COORDINATOR)
    number = stage.rows.add(
        PaperList,
        initiative_id=plan.id,
        collected_on=at.date(),
        place="Flats aan het plein",
        in_favour=in_favour,
        against=against,
        by_id=coordinator,
        role=Role.AREA_COORDINATOR,
        entered_at=at,
    )
    stage.log.line(
        Subject(PaperList.__tablename__, number),
        "count",
        at=at,
        by=coordinator,
        new=f"+{in_favour} -{against}",
    )


def _people(stage: Stage, plan: Plan, number: int) -> list[tuple[int, datetime]]:
    """Return different people who do not run the plan, with the moment they spoke, in order."""
    if plan.published_at is None:
        return []
    pool = stage.people.near(plan.idea.district_code)
    people = {pick(plan.throws, pool): None for _ in range(number)}
    start, end = plan.published_at, plan.ended_at or stage.days.now
    return sorted(
        (
            (person, between(plan.throws, start, end))
            for person in people
            if person not in plan.insiders
        ),
        key=lambda spoken: spoken[1],
    )
