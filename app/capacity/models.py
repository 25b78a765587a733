"""District teams and their collective hours. Never clients, never hours per person in public."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.areas.models import Area
from app.capacity.lifecycle import RESERVATION_LIFE, ReservationState
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.models import Initiative
from app.organisations.models import Organisation
from app.support.models import Need, SupportRequest


class OfferKind(Choice):
    """How hours are used."""

    ADVICE = "advice", _l("Advies")
    COACHING = "coaching", _l("Begeleiding")
    PRESENCE = "presence", _l("Aanwezig zijn in de wijk")
    GROUP_ACTIVITY = "group_activity", _l("Groepsactiviteit")


class ResponseKind(Choice):
    """What a professional answers to a request."""

    WE_DO = "we_do", _l("Wij doen dit")
    WE_DO_NOT = "we_do_not", _l("Wij doen dit niet")
    WE_NEED_TO_KNOW = "we_need_to_know", _l("Wij willen eerst iets weten")


class DistrictTeam(Base):
    """A team of professionals: an organisation with expertise that serves some districts."""

    __tablename__ = "district_teams"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), unique=True)
    expertise: Mapped[list[str]]  # codes of ``support.models.Expertise``

    organisation: Mapped[Organisation] = relationship(lazy="joined")
    areas: Mapped[list["TeamArea"]] = relationship(
        order_by="TeamArea.area_id", cascade="all, delete-orphan"
    )


class TeamArea(Base):
    """A district that a team serves."""

    __tablename__ = "team_areas"
    __table_args__ = (UniqueConstraint("team_id", "area_id"),)

    team_id: Mapped[int] = mapped_column(ForeignKey("district_teams.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)

    area: Mapped[Area] = relationship()


class CapacityOffer(Base):
    """Collective hours of a team in a period; ``taken`` hours are reserved or spent."""

    __tablename__ = "capacity_offers"
    __table_args__ = (
        CheckConstraint("taken between 0 and hours", name="never_too_many"),
        CheckConstraint("hours between 0 and 10000", name="hours"),
        CheckConstraint("starts_on <= ends_on", name="ends_after_start"),
        Index(None, "team_id", "ends_on"),
    )

    team_id: Mapped[int] = mapped_column(ForeignKey("district_teams.id"))
    kind: Mapped[OfferKind] = mapped_column(default=OfferKind.ADVICE)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    hours: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    team: Mapped[DistrictTeam] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def free(self) -> int:
        return 0 if self.withdrawn_at else self.hours - self.taken


class CapacityReservation(Base):
    """Hours of an offer, kept for one need."""

    __tablename__ = "capacity_reservations"
    __table_args__ = (CheckConstraint("hours > 0", name="positive"),)

    offer_id: Mapped[int] = mapped_column(ForeignKey("capacity_offers.id"), index=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    hours: Mapped[int]
    state: Mapped[ReservationState] = mapped_column(default=RESERVATION_LIFE.initial)
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column(default=1)

    offer: Mapped[CapacityOffer] = relationship()
    need: Mapped[Need] = relationship()
    by: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}


class Response(Base):
    """What an organisation answers to a request; held for a moderator when the text asks for it.

    ``answer`` is what the team of the initiative says back to a question.
    """

    __tablename__ = "responses"

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[ResponseKind]
    text: Mapped[str] = mapped_column(String(2000))
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    reservation_id: Mapped[int | None] = mapped_column(ForeignKey("capacity_reservations.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    answer: Mapped[str] = mapped_column(String(2000), default="")
    answered_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    request: Mapped[SupportRequest] = relationship()
    organisation: Mapped[Organisation] = relationship()
    author: Mapped[User] = relationship()
    reservation: Mapped[CapacityReservation | None] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def initiative(self) -> Initiative:
        return self.request.initiative
