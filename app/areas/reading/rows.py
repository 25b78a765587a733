"""What is read from a file: areas and postcodes as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.areas.models import AreaKind
from app.areas.reading.problems import Source

Figures = Mapping[str, Decimal | None]  # name of the CBS -> value; None is unknown or secret
Outline = dict[str, Any]  # a GeoJSON Polygon or MultiPolygon in longitude and latitude
MADE_UP = Source(Path("-"))  # of a row that comes from no file


@dataclass(frozen=True)
class AreaRow:
    """An area of a file. ``outline`` is ``None`` in a table of figures."""

    code: str
    kind: AreaKind
    name: str
    outline: Outline | None
    figures: Figures = field(default_factory=dict)
    source: Source = MADE_UP


@dataclass(frozen=True)
class PostcodeRow:
    """The neighbourhood of a postcode; for one house number, or (0) for all others."""

    postcode: str
    house_number: int
    neighbourhood_code: str
