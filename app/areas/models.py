"""Areas: municipality > district (wijk) > neighbourhood (buurt), and areas of one's own."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.choices import Choice
from app.core.db import Base


class AreaKind(Choice):
    """The levels of the CBS, and unions of neighbourhoods that a municipality defines."""

    MUNICIPALITY = "municipality", _l("Gemeente")
    DISTRICT = "district", _l("Wijk")
    NEIGHBOURHOOD = "neighbourhood", _l("Buurt")
    OWN = "own", _l("Eigen gebied")


class Area(Base):
    """An area with its outline (a GeoJSON geometry in longitude and latitude) of one year."""

    __tablename__ = "areas"
    __table_args__ = (Index(None, "kind", "name"),)

    kind: Mapped[AreaKind]
    code: Mapped[str] = mapped_column(String(12), unique=True)  # GM0503, WK050311, BU0363AF08
    official_name: Mapped[str]
    name: Mapped[str]  # what residents call it: without "Wijk 11"
    slug: Mapped[str] = mapped_column(unique=True)  # given once: an address stays good
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)
    year: Mapped[int]
    retired_on: Mapped[date | None]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)  # when it was last loaded
    outline: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)

    parent: Mapped["Area | None"] = relationship(remote_side="Area.id")


class AreaPart(Base):
    """A neighbourhood that belongs to an area of the municipality's own."""

    __tablename__ = "area_parts"
    __table_args__ = (UniqueConstraint("area_id", "neighbourhood_id"),)

    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    neighbourhood_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)


class KeyFigure(Base):
    """A figure about an area in a year; ``value`` is ``None`` when it is unknown or secret."""

    __tablename__ = "key_figures"
    __table_args__ = (UniqueConstraint("area_id", "name", "year"),)

    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    name: Mapped[str] = mapped_column(String(60))
    year: Mapped[int]
    value: Mapped[Decimal | None] = mapped_column(Numeric(14, 3))


class Postcode(Base):
    """The neighbourhood of a postcode (PC6); a row with a house number is an exception to it."""

    __tablename__ = "postcodes"
    __table_args__ = (UniqueConstraint("postcode", "house_number"),)

    postcode: Mapped[str] = mapped_column(String(6))
    house_number: Mapped[int] = mapped_column(default=0)  # 0: all others
    neighbourhood_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
