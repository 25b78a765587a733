"""Codes of the CBS: GM0363, WK0363AF, BU0363AF08. What lies in what follows from the code alone."""

import re

from app.areas.models import AreaKind

PATTERNS = {
    AreaKind.MUNICIPALITY: re.compile(r"GM\d{4}", re.ASCII),
    AreaKind.DISTRICT: re.compile(r"WK\d{4}[0-9A-Z]{2}", re.ASCII),
    AreaKind.NEIGHBOURHOOD: re.compile(r"BU\d{4}[0-9A-Z]{4}", re.ASCII),
}
INVENTED_FROM = 9000  # real municipalities have numbers up to about 2,000
DIGITS = {AreaKind.MUNICIPALITY: 4, AreaKind.DISTRICT: 6, AreaKind.NEIGHBOURHOOD: 8}


def kind_of(code: str) -> AreaKind | None:
    """Return what kind of area has this code; ``None`` when it is no code at all."""
    return next((kind for kind, code_of in PATTERNS.items() if code_of.fullmatch(code)), None)


def parent_of(code: str) -> str | None:
    """Return the code of the district of a neighbourhood, or the municipality of a district."""
    kind = kind_of(code)
    if kind == AreaKind.NEIGHBOURHOOD:
        return "WK" + code[2:8]
    return municipality_of(code) if kind == AreaKind.DISTRICT else None


def municipality_of(code: str) -> str:
    """Return the code of the municipality in which an area lies, or the area itself."""
    return "GM" + code[2:6]


def is_invented(code: str) -> bool:
    """Tell whether an area exists in a demo or a test only: its outline means no real ground."""
    return int(code[2:6]) >= INVENTED_FROM
