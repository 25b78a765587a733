"""Organisations and their members: associations, partners and district teams."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.areas.models import Area
from app.core.choices import Choice
from app.core.db import Base


class OrganisationKind(Choice):
    """The parties of the district approach."""

    RESIDENTS_ASSOCIATION = "residents_association", _l("Bewonersvereniging")
    HOUSING_ASSOCIATION = "housing_association", _l("Woningcorporatie")
    WELFARE_ORGANISATION = "welfare_organisation", _l("Welzijnsorganisatie")
    DISTRICT_TEAM = "district_team", _l("Wijkteam")
    MUNICIPALITY = "municipality", _l("Gemeente")
    SCHOOL = "school", _l("School")
    BUSINESS = "business", _l("Bedrijf")
    FOUNDATION = "foundation", _l("Stichting")
    DISTRICT_COUNCIL = "district_council", _l("Wijkraad")
    OTHER = "other", _l("Andere organisatie")


class MemberRole(Choice):
    """What a member may do in the organisation."""

    ADMIN = "admin", _l("Beheerder van de organisatie")
    MEMBER = "member", _l("Lid")


class Organisation(Base):
    """A party with a name and members; ``area`` is where it is rooted, if anywhere."""

    __tablename__ = "organisations"

    kind: Mapped[OrganisationKind]
    name: Mapped[str] = mapped_column(String(120))
    slug: Mapped[str] = mapped_column(String(140), unique=True)
    area_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(30), default="")
    website: Mapped[str] = mapped_column(String(200), default="")
    about: Mapped[str] = mapped_column(default="")

    area: Mapped[Area | None] = relationship()
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="organisation", order_by="Membership.id"
    )


class Membership(Base):
    """A person in an organisation."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("organisation_id", "user_id"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    role: Mapped[MemberRole] = mapped_column(default=MemberRole.MEMBER)

    organisation: Mapped[Organisation] = relationship(back_populates="memberships")
    user: Mapped[User] = relationship()
