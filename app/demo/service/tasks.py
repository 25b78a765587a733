"""Tasks for volunteers with their shifts, past and to come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from app.demo.chance import pick
from app.demo.service import attendances, wishes
from app.demo.service.crowds import gather
from app.demo.service.days import DAY, between
from app.demo.service.reviews import Sent, Verdict, judge, verdict_on
from app.demo.service.roster import Roster
from app.demo.service.stage import Plan, Stage
from app.demo.texts.idea import Task
from app.initiatives.lifecycle import TEXT_LIFE, State
from app.volunteering.models import MinimumAge, Shift, ShiftSeries, VolunteerTask

CHANCES = {
    State.PUBLISHED: 0.35,
    State.EXPLORING: 0.4,
    State.PREPARING: 0.6,
    State.RUNNING: 0.8,
    State.COMPLETED: 0.75,
    State.PAUSED: 0.4,
    State.STOPPED: 0.3,
    State.ARCHIVED: 0.6,
}
SECOND_TASK, CONFIRMS = 0.3, 0.25
STARTS = (time(9, 30), time(10), time(13), time(14), time(19), time(19, 30))
SHIFTS = (1, 1, 1, 2, 2, 3)
FURTHEST = 45  # days ahead

Play = Callable[[Roster, datetime], datetime | None]


@dataclass(frozen=True)
class Moment:
    """A shift so many days from today (negative: past). ``play`` lets people sign up for it.

    It gets the moment from which they could, and returns when the shift was called off, if it was.
    """

    days: int
    start: time
    play: Play
    places: int = 0  # as many as the task says


def organise(stage: Stage, plan: Plan) -> None:
    """Let the team look for volunteers, as chance has it."""
    throws, published_at = plan.throws, plan.published_at
    if published_at is None or throws.random() >= CHANCES.get(plan.thing.state, 0):
        return
    end = plan.ended_at or stage.days.now
    for task in plan.idea.tasks[: 2 if throws.random() < SECOND_TASK else 1]:
        at = between(throws, published_at, published_at + (end - published_at) * 0.6)
        sent = Sent(task.title, pick(throws, plan.writers), at)
        moments = list(_moments(stage, plan, at))
        confirms = throws.random() < CONFIRMS
        make(stage, plan, task, sent, verdict_on(stage, plan, sent), moments, confirms=confirms)


def make(
    stage: Stage,
    plan: Plan,
    task: Task,
    sent: Sent,
    verdict: Verdict | None,
    moments: Sequence[Moment],
    *,
    confirms: bool = False,
    rule: str = "",
) -> None:
    """Write a task with its shifts and, once it is public, the people who signed up.

    With a ``rule`` the shifts came from a series, which was made with the task.
    """
    thing = stage.log.begin(VolunteerTask, TEXT_LIFE)
    judge(stage, plan, thing, sent, verdict)
    stage.rows.add(
        VolunteerTask,
        id=thing.id,
        initiative_id=plan.id,
        author_id=sent.author,
        state=thing.state,
        title=task.title,
        what=task.what,
        why=task.why,
        place=plan.idea.place,
        contact_name=stage.people.names[sent.author],
        bring=task.bring,
        risk_note=task.risk,
        minimum_age=MinimumAge.of(task.age),
        organiser_confirms=confirms,
        work=wishes.work_for(plan.idea.theme),
        is_easy=task.minutes <= wishes.LONG,
        created_at=sent.at,
    )
    series = stage.rows.number(ShiftSeries) if rule else None
    if series:
        stage.rows.add(ShiftSeries, id=series, task_id=thing.id, rule=rule, created_at=sent.at)
    opened_at = verdict.at if verdict and verdict.step == "publish" else None
    for moment in moments:
        starts_at = stage.days.on(moment.days, moment.start)
        roster = Roster(
            stage,
            plan,
            task.title,
            stage.rows.number(Shift),
            moment.places or task.places,
            starts_at,
            sent.author,
            confirms,
        )
        can_join = opened_at is not None and opened_at < starts_at
        called_off = moment.play(roster, opened_at) if opened_at and can_join else None
        stage.rows.add(
            Shift,
            id=roster.shift,
            task_id=thing.id,
            series_id=series,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=task.minutes),
            places=roster.places,
            taken=roster.taken,
            cancelled_at=called_off,
            thanks=attendances.note(stage, roster, task.minutes),
        )
        roster.write()


def _moments(stage: Stage, plan: Plan, opened_at: datetime) -> Iterator[Moment]:
    """Yield shifts at which anybody may come: of a plan that ended, all in the past."""
    throws = plan.throws
    first = 3 - (stage.days.now - opened_at) // DAY
    last = -1 - (stage.days.now - plan.ended_at) // DAY if plan.ended_at else FURTHEST

    def play(roster: Roster, at: datetime) -> datetime | None:
        return gather(stage, plan, roster, at)

    for _ in range(pick(throws, SHIFTS)):
        days = throws.randint(min(first, last), last)
        if days < 1 and plan.ended_at is None and throws.random() < 0.5:
            days = throws.randint(1, FURTHEST)
        yield Moment(days if days else 1, pick(throws, STARTS), play)
