"""A residents' plan and its versions, team and themes."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.accounts.post import Address
from app.areas.models import Area
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.lifecycle import LIFE, PUBLIC, TEXT_LIFE, State, TextState
from app.organisations.models import Organisation

TEXT_FIELDS = ("title", "summary", "plan", "place", "for_whom", "with_whom", "needs_text")
PUBLIC_STATES = ", ".join(f"'{state.value}'" for state in State if state in PUBLIC)
ARE_SUBMITTED = f"state = '{State.SUBMITTED.value}'"
# Written out, not as a value: only then the database sees that its index of these plans fits.
IS_SUBMITTED = text(f"initiatives.{ARE_SUBMITTED}")
LISTED = f"case when state in ({PUBLIC_STATES}) and hidden_at is null then 1 else 0 end"


class Theme(Choice):
    """The eight tasks of a district."""

    LIVING = "living", _l("Wonen")
    WORK = "work", _l("Werk en meedoen")
    EDUCATION = "education", _l("Onderwijs en opvoeding")
    SAFETY = "safety", _l("Veiligheid")
    HEALTH = "health", _l("Gezondheid en zorg")
    TOGETHER = "together", _l("Samenleven")
    SURROUNDINGS = "surroundings", _l("Buurt en groen")
    SUSTAINABILITY = "sustainability", _l("Duurzaamheid")


class InitiatorKind(Choice):
    """Who takes the initiative."""

    RESIDENT = "resident", _l("Ik alleen, als bewoner")
    GROUP = "group", _l("Een groep bewoners")
    ASSOCIATION = "association", _l("Een vereniging of stichting")
    SCHOOL = "school", _l("Een school")
    BUSINESS = "business", _l("Een bedrijf")


class NeedKind(Choice):
    """What an initiative is looking for."""

    VOLUNTEERS = "volunteers", _l("Mensen die meehelpen")
    MONEY = "money", _l("Geld")
    MATERIALS = "materials", _l("Spullen of gereedschap")
    SPACE = "space", _l("Een ruimte of een stuk grond")
    PERMISSION = "permission", _l("Toestemming van de gemeente")
    WORKS = "works", _l("Werk op straat of in het groen")
    COMMUNICATION = "communication", _l("Bekendheid in de buurt")
    INTRODUCTION = "introduction", _l("Contact met een organisatie")
    COACHING = "coaching", _l("Advies of begeleiding")


class Initiative(Base):
    """A plan by residents: what everybody reads once it is published.

    ``state`` changes only through ``LIFE``. A draft may be incomplete and without an owner.
    ``is_listed`` is worked out by the database: public and not hidden.
    """

    __tablename__ = "initiatives"
    __table_args__ = (
        CheckConstraint(
            "state = 'draft' or (title <> '' and owner_id is not null"
            " and neighbourhood_id is not null and district_id is not null)",
            name="complete_unless_draft",
        ),
        CheckConstraint(
            f"published_at is not null or state not in ({PUBLIC_STATES})",
            name="public_since",
        ),
        Index(None, "is_listed", "published_at", "id"),
        Index(None, "is_listed", "district_id", "published_at", "id"),
        Index(None, "is_listed", "neighbourhood_id", "published_at", "id"),
        Index(
            "ix_initiatives_submitted_by_moment",
            *("submitted_at", "id"),
            sqlite_where=text(ARE_SUBMITTED),
            postgresql_where=text(ARE_SUBMITTED),
        ),
    )

    reference: Mapped[str | None] = mapped_column(String(30), unique=True)
    state: Mapped[State] = mapped_column(default=LIFE.initial)
    title: Mapped[str] = mapped_column(String(80), default="")
    summary: Mapped[str] = mapped_column(String(300), default="")  # in one or two sentences
    plan: Mapped[str] = mapped_column(default="")  # what and why
    place: Mapped[str] = mapped_column(String(200), default="")  # "het pleintje bij de flat"
    for_whom: Mapped[str] = mapped_column(String(300), default="")
    with_whom: Mapped[str] = mapped_column(String(300), default="")
    needs: Mapped[list[str]] = mapped_column(default=list)  # codes of ``NeedKind``
    needs_text: Mapped[str] = mapped_column(String(1000), default="")
    initiator_kind: Mapped[InitiatorKind] = mapped_column(default=InitiatorKind.RESIDENT)
    starts_on: Mapped[date | None]
    neighbourhood_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))
    district_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]  # by its team; a new text that waits counts as well
    is_listed: Mapped[int] = mapped_column(Computed(LISTED, persisted=True))
    version: Mapped[int] = mapped_column(default=1)

    neighbourhood: Mapped[Area | None] = relationship(foreign_keys=[neighbourhood_id])
    district: Mapped[Area | None] = relationship(foreign_keys=[district_id])
    owner: Mapped[User | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    team: Mapped[list["TeamMember"]] = relationship(back_populates="initiative")
    themes: Mapped[list["InitiativeTheme"]] = relationship(
        cascade="all, delete-orphan", order_by="InitiativeTheme.theme"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC and self.hidden_at is None

    @property
    def owner_is_by_post(self) -> bool:
        """Tell whether the owner has no e-mail, and cannot sign in."""
        return self.owner is not None and self.owner.is_by_post

    @property
    def texts(self) -> dict[str, str]:
        """The parts that a moderator reads, as they stand."""
        return {name: getattr(self, name) for name in TEXT_FIELDS}


class InitiativeTheme(Base):
    """A theme that an initiative touches."""

    __tablename__ = "initiative_themes"
    __table_args__ = (UniqueConstraint("theme", "initiative_id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    theme: Mapped[Theme]


class InitiativeVersion(Base):
    """The texts as they were sent in once; a new version of a public plan waits here."""

    __tablename__ = "initiative_versions"
    __table_args__ = (UniqueConstraint("initiative_id", "number"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    number: Mapped[int]
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    texts: Mapped[dict[str, str]]  # field name -> text
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}


class TeamMember(Base):
    """Somebody who helps to run an initiative."""

    __tablename__ = "team_members"
    __table_args__ = (UniqueConstraint("initiative_id", "user_id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    joined_at: Mapped[datetime] = mapped_column(default=clock.now)

    initiative: Mapped[Initiative] = relationship(back_populates="team")
    user: Mapped[User] = relationship()


class Invitation(Base):
    """Somebody who was asked to join the team; signing in with this address proves who it is."""

    __tablename__ = "team_invitations"
    __table_args__ = (UniqueConstraint("initiative_id", "email"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    email: Mapped[str] = mapped_column(String(254), index=True)  # lower case
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    initiative: Mapped[Initiative] = relationship()
    invited_by: Mapped[User] = relationship()


class Registration(Base):
    """A draft that somebody without an account is writing; opened with a secret in the browser.

    With a ``writer_id`` somebody of the staff writes it for a resident, who has an e-mail address or
    a postal address; then only that writer opens it.
    """

    __tablename__ = "registrations"

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), unique=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(80), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    street: Mapped[str] = mapped_column(String(120), default="", server_default="")
    postcode: Mapped[str] = mapped_column(String(7), default="", server_default="")
    town: Mapped[str] = mapped_column(String(80), default="", server_default="")
    writer_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    step: Mapped[str] = mapped_column(String(20), default="")  # the last one answered
    expires_at: Mapped[datetime] = mapped_column(index=True)
    phone_key: Mapped[str | None] = mapped_column(String(64), unique=True)  # fingerprint of its key
    phone_version: Mapped[int | None]  # of the plan, as the phone wrote it last

    initiative: Mapped[Initiative] = relationship()

    @property
    def address(self) -> Address:
        """Where letters go to a resident without e-mail."""
        return Address(self.street, self.postcode, self.town)

    @property
    def says_who(self) -> bool:
        """Tell whether it is known who the resident is and how to reach them."""
        return bool(self.name and (self.email or self.address.is_whole))
