"""Tasks, shifts and people who sign up. Anna makes the tasks unless a test says otherwise."""

from datetime import date, datetime, time, timedelta

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.volunteering.kinds import Tongue, Work
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import MinimumAge, Shift, SignUp, VolunteerTask
from app.volunteering.repeating import Every, Repetition
from app.volunteering.service import ShiftPlan, TaskPlan, make_series, sign_up
from app.volunteering.wishes import VolunteerWishes
from factories.accounts import a_person
from factories.areas import a_town


def an_active_initiative(
    owner: User | None = None, *, title: str = "Schone buurt", state: State = State.PUBLISHED
) -> Initiative:
    """Return an initiative in the Molenbuurt that takes tasks."""
    town = a_town()
    initiative = Initiative(
        title=title,
        state=state,
        owner=owner or a_person("Anna"),
        neighbourhood_id=town.mill.id,
        district_id=town.north.id,
        published_at=clock.now(),
    )
    db.session.add(initiative)
    db.session.flush()
    return initiative


def a_task(
    initiative: Initiative | None = None,
    *,
    title: str = "Zwerfvuil prikken",
    state: TextState = TextState.PUBLISHED,
    organiser_confirms: bool = False,
    author: User | None = None,
) -> VolunteerTask:
    initiative = initiative or an_active_initiative()
    task = VolunteerTask(
        initiative=initiative,
        author=author or initiative.owner,
        state=state,
        title=title,
        what="We prikken een uur zwerfvuil.",
        place="Het pleintje bij de molen",
        contact_name="Anna",
        risk_note="Let op het verkeer.",
        organiser_confirms=organiser_confirms,
    )
    db.session.add(task)
    db.session.flush()
    return task


def a_shift(
    task: VolunteerTask | None = None,
    *,
    places: int = 10,
    starts_at: datetime | None = None,
    lasts: timedelta = timedelta(hours=2),
) -> Shift:
    """Return a shift; without ``starts_at`` in a week from now."""
    starts_at = starts_at or clock.now() + timedelta(days=7)
    shift = Shift(
        task=task or a_task(),
        starts_at=starts_at,
        ends_at=starts_at + lasts,
        places=places,
        taken=0,
    )
    db.session.add(shift)
    db.session.flush()
    return shift


def some_wishes(person: User, **told: object) -> VolunteerWishes:
    """Return that ``person`` likes gardening and may be asked, unless ``told`` says otherwise."""
    wishes = VolunteerWishes(user=person, **{"likes": [Work.GREEN], "may_be_asked": True} | told)
    db.session.add(wishes)
    db.session.flush()
    return wishes


def a_garden_shift(
    *, title: str = "Samen snoeien", starts_at: datetime | None = None, places: int = 10
) -> Shift:
    """Return a moment of a task about gardening, in a plan of its own by Anna."""
    task = a_task(an_active_initiative(title=f"Plan: {title}"), title=title)
    task.work = [Work.GREEN]
    return a_shift(task, starts_at=starts_at, places=places)


def neighbours(number: int) -> list[User]:
    """Return so many people who live nearby."""
    return [a_person(f"Buur {count}") for count in range(1, number + 1)]


def all_sign_up(shift: Shift, people: list[User]) -> list[SignUp]:
    """Let ``people`` sign up one after another."""
    return [sign_up(shift, by=person) for person in people]


def a_plan(
    *,
    title: str = "Zwerfvuil prikken",
    what: str = "We prikken een uur zwerfvuil.",
    contact_name: str = "Anna",
    risk_note: str = "Let op het verkeer.",
    organiser_confirms: bool = False,
) -> TaskPlan:
    return TaskPlan(
        title=title,
        what=what,
        why="Een schone buurt is fijn.",
        place="Het pleintje bij de molen",
        contact_name=contact_name,
        bring="Handschoenen",
        risk_note=risk_note,
        minimum_age=MinimumAge.SIXTEEN,
        organiser_confirms=organiser_confirms,
        work=[Work.CARRY],
        teaches=False,
        is_easy=True,
        tongues=[Tongue.TR],
    )


def a_shift_plan(*, starts_at: datetime | None = None, places: int = 10) -> ShiftPlan:
    starts_at = starts_at or clock.now() + timedelta(days=7)
    return ShiftPlan(starts_at, starts_at + timedelta(hours=2), places)


def a_past_shift(
    task: VolunteerTask | None = None, *, lasts: timedelta = timedelta(hours=2)
) -> Shift:
    """Return a shift of two days ago."""
    return a_shift(task, starts_at=clock.now() - timedelta(days=2), lasts=lasts)


def a_place(shift: Shift, name: str, state: SignUpState = SignUpState.CONFIRMED) -> SignUp:
    """Return the sign-up of somebody at a shift that may have begun."""
    sign_up = SignUp(shift=shift, user=a_person(name), state=state)
    db.session.add(sign_up)
    db.session.flush()
    return sign_up


def asked(
    first: date | None = None,
    *,
    every: Every = Every.WEEK,
    weekdays: tuple[int, ...] = (),
    starts: time = time(10),
    ends: time = time(12),
    until: date | None = None,
    times: int | None = None,
    skips_holidays: bool = False,
) -> Repetition:
    """Return what somebody asks about moments that come back; without ``first`` from tomorrow on."""
    return Repetition(
        first=first or clock.today() + timedelta(days=1),
        starts=starts,
        ends=ends,
        places=10,
        every=every,
        weekdays=frozenset(weekdays),
        until=until,
        times=times,
        skips_holidays=skips_holidays,
    )


def a_series(task: VolunteerTask | None = None, *, times: int = 4) -> list[Shift]:
    """Return the moments of a weekly series by the author of the task, soonest first."""
    task = task or a_task()
    make_series(task, asked(times=times), by=task.author)
    made = db.session.query(Shift).filter_by(task_id=task.id)
    return made.order_by(Shift.starts_at).all()
