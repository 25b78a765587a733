"""Tasks for volunteers, their shifts, the people who sign up, and what they did."""

from datetime import date, datetime, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.core.several import Several
from app.initiatives.lifecycle import ACTIVE, TEXT_LIFE, TextState
from app.initiatives.models import Initiative
from app.volunteering.kinds import Tongue, Work
from app.volunteering.lifecycle import LIVE, SIGN_UP_LIFE, SignUpState

IS_LIVE = text(
    "state in ({})".format(", ".join(f"'{one.value}'" for one in SignUpState if one in LIVE))
)
QUARTER = timedelta(minutes=15)
NEAR = timedelta(hours=48)  # before a shift: a reminder, and less time to answer
MOST_QUARTERS = 96  # of a whole day
MOST_THANKS = 500  # letters
REMEMBERED = timedelta(days=365)  # after a shift: who was there


class MinimumAge(Choice):
    """Who can join a task."""

    WITH_ADULT = "with_adult", _l("Kinderen mogen mee met een volwassene")
    SIXTEEN = "16", _l("Vanaf 16 jaar")
    EIGHTEEN = "18", _l("Vanaf 18 jaar")


class VolunteerTask(Base):
    """Something to do for an initiative. Public once a moderator has seen it.

    ``teaches`` says that people learn the work there, ``is_easy`` that it suits a first time, and
    ``tongues`` which languages are spoken beside Dutch.
    """

    __tablename__ = "volunteer_tasks"
    __table_args__ = (Index(None, "initiative_id", "state"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    title: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(String(1000))
    why: Mapped[str] = mapped_column(String(500), default="")
    place: Mapped[str] = mapped_column(String(200))
    contact_name: Mapped[str] = mapped_column(String(80))
    bring: Mapped[str] = mapped_column(String(300), default="")
    risk_note: Mapped[str] = mapped_column(String(500))
    minimum_age: Mapped[MinimumAge] = mapped_column(default=MinimumAge.SIXTEEN)
    organiser_confirms: Mapped[bool] = mapped_column(default=False)
    work: Mapped[list[Work]] = mapped_column(Several(Work), default=list, server_default="[]")
    teaches: Mapped[bool] = mapped_column(default=False, server_default=false())
    is_easy: Mapped[bool] = mapped_column(default=False, server_default=false())
    tongues: Mapped[list[Tongue]] = mapped_column(
        Several(Tongue), default=list, server_default="[]"
    )
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User] = relationship()
    shifts: Mapped[list["Shift"]] = relationship(back_populates="task", order_by="Shift.starts_at")

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_public(self) -> bool:
        return self.state == TextState.PUBLISHED and self.initiative.is_public

    @property
    def is_open(self) -> bool:
        """Tell whether people can sign up: it is public, and the initiative goes on."""
        return self.is_public and self.initiative.state in ACTIVE

    @property
    def public_title(self) -> str:
        """A name that everybody may read, also while the texts are being looked at again."""
        if self.is_public:
            return self.title
        return self.initiative.title if self.initiative.is_public else _("Een klus in de buurt")


class ShiftSeries(Base):
    """Moments of a task that were made together, as a rule of RFC 5545 says (``FREQ=WEEKLY``).

    Each of them can be changed or called off by itself; the rule keeps saying how they began.
    """

    __tablename__ = "shift_series"

    task_id: Mapped[int] = mapped_column(ForeignKey("volunteer_tasks.id"), index=True)
    rule: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    task: Mapped[VolunteerTask] = relationship()


class Shift(Base):
    """A time at which the task is done; ``taken`` of its ``places`` are promised to somebody.

    ``revision`` is how often its time was changed, which only happens while nobody signed up.
    """

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("taken between 0 and places", name="never_too_many"),
        CheckConstraint("places between 1 and 500", name="places"),
        CheckConstraint("starts_at < ends_at", name="ends_after_start"),
        Index(None, "starts_at", "id"),
    )

    task_id: Mapped[int] = mapped_column(ForeignKey("volunteer_tasks.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    places: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    cancelled_at: Mapped[datetime | None]
    thanks: Mapped[str] = mapped_column(String(MOST_THANKS), default="", server_default="")
    series_id: Mapped[int | None] = mapped_column(ForeignKey("shift_series.id"), index=True)
    revision: Mapped[int] = mapped_column(default=0, server_default="0")

    task: Mapped[VolunteerTask] = relationship(back_populates="shifts")
    series: Mapped[ShiftSeries | None] = relationship()

    @property
    def free(self) -> int:
        return self.places - self.taken

    @property
    def is_coming(self) -> bool:
        """Tell whether somebody can still join: not cancelled, and not begun."""
        return self.cancelled_at is None and self.starts_at > clock.now()

    @property
    def is_near(self) -> bool:
        """Tell whether it is so near that people were reminded of it."""
        return self.starts_at - clock.now() <= NEAR

    @property
    def has_begun(self) -> bool:
        """Tell whether somebody can have been there: not cancelled, and begun."""
        return self.cancelled_at is None and self.starts_at <= clock.now()

    @property
    def quarters(self) -> int:
        """How many quarters of an hour it lasts, the last one rounded up."""
        return min(-(-(self.ends_at - self.starts_at) // QUARTER), MOST_QUARTERS)


class SignUp(Base):
    """A person at a shift. One live sign-up per person and shift; the waiting list is by number."""

    __tablename__ = "sign_ups"
    __table_args__ = (
        Index(
            "uq_sign_ups_live",
            "shift_id",
            "user_id",
            unique=True,
            sqlite_where=IS_LIVE,
            postgresql_where=IS_LIVE,
        ),
        Index(None, "shift_id", "state", "id"),
    )

    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    state: Mapped[SignUpState] = mapped_column(default=SIGN_UP_LIFE.initial)
    note: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    answer_by: Mapped[datetime | None]  # until when an offered place is kept
    said_yes_at: Mapped[datetime | None]  # when they last said that they will be there
    version: Mapped[int] = mapped_column(default=1)

    shift: Mapped[Shift] = relationship()
    user: Mapped[User] = relationship()
    attendance: Mapped["Attendance | None"] = relationship(back_populates="sign_up")

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_live(self) -> bool:
        """Tell whether the person has a place or waits for one."""
        return self.state in LIVE

    @property
    def can_say_yes(self) -> bool:
        """Tell whether the organiser would like to hear now that the person will be there."""
        waits = self.state is SignUpState.CONFIRMED and self.said_yes_at is None
        return waits and self.shift.is_near and self.shift.is_coming


class Attendance(Base):
    """Whether somebody was at a shift, as an organiser noted it; for those two alone.

    ``quarters`` of an hour of help, 0 for who was not there. ``objection`` is what the volunteer
    says against it.
    """

    __tablename__ = "attendances"
    __table_args__ = (CheckConstraint(f"quarters between 0 and {MOST_QUARTERS}", name="quarters"),)

    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id"), unique=True)
    quarters: Mapped[int]
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    noted_at: Mapped[datetime] = mapped_column(default=clock.now)
    objection: Mapped[str] = mapped_column(String(300), default="")
    thanked_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    sign_up: Mapped[SignUp] = relationship(back_populates="attendance")
    noted_by: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def came(self) -> bool:
        return self.quarters > 0


class CalendarFeed(Base):
    """The secret address of somebody's own calendar, one a person; only its fingerprint is kept."""

    __tablename__ = "calendar_feeds"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), unique=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    user: Mapped[User] = relationship()


class Certificate(Base):
    """A paper about hours of help for one initiative, with what it said when it was made.

    Whoever holds the paper can look with ``code`` whether it still counts. One that counts for
    each person and initiative.
    """

    __tablename__ = "certificates"
    __table_args__ = (
        CheckConstraint("quarters > 0", name="hours"),
        CheckConstraint("first_on <= last_on", name="ends_after_start"),
        Index(
            "uq_certificates_valid",
            "user_id",
            "initiative_id",
            unique=True,
            sqlite_where=text("withdrawn_at is null"),
            postgresql_where=text("withdrawn_at is null"),
        ),
        Index(None, "initiative_id", "id"),
    )

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(80))  # as the volunteer writes it
    what: Mapped[list[str]]  # names of tasks
    quarters: Mapped[int]
    first_on: Mapped[date]
    last_on: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn_at: Mapped[datetime | None]

    initiative: Mapped[Initiative] = relationship()
    user: Mapped[User] = relationship()

    @property
    def public_title(self) -> str:
        """The name of the plan; one that says nothing while not everybody may read it."""
        return self.initiative.title if self.initiative.is_public else _("Een plan in de buurt")
