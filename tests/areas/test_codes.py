"""What an area is and lies in follows from its code, letters included."""

import pytest

from app.areas import codes
from app.areas.models import AreaKind


@pytest.mark.parametrize(
    ("code", "kind", "parent", "municipality"),
    [
        ("GM0363", AreaKind.MUNICIPALITY, None, "GM0363"),
        ("WK0363AF", AreaKind.DISTRICT, "GM0363", "GM0363"),
        ("BU0363AF08", AreaKind.NEIGHBOURHOOD, "WK0363AF", "GM0363"),
        ("BU05031104", AreaKind.NEIGHBOURHOOD, "WK050311", "GM0503"),
    ],
)
def test_a_code_tells_level_and_parent(
    code: str, kind: AreaKind, parent: str | None, municipality: str
) -> None:
    found = (codes.kind_of(code), codes.parent_of(code), codes.municipality_of(code))

    assert found == (kind, parent, municipality)


@pytest.mark.parametrize(
    "code", ["", "GM036", "WK0363af", "BU0363AF08 ", "GM٠٣٦٣", "EG050301", "BU0363AF0\n"]
)
def test_what_is_no_code_is_no_area(code: str) -> None:
    assert (codes.kind_of(code), codes.parent_of(code)) == (None, None)


@pytest.mark.parametrize(
    ("code", "invented"), [("GM0503", False), ("GM1992", False), ("GM9998", True), ("GM9999", True)]
)
def test_a_municipality_of_a_demo_is_told_from_a_real_one(code: str, invented: bool) -> None:
    assert codes.is_invented(code) == invented
