"""The lines that the detector is measured with: half with personal data, half without."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.core.personal_data import Kind, findings

FOLDER = Path(__file__).parent


class Line(NamedTuple):
    """A line that somebody could write, and the codes of what is in it."""

    text: str
    codes: frozenset[str]


class Score(NamedTuple):
    """How many lines hold a kind, how many of those were found, and how many alarms were false."""

    kind: str
    there: int
    found: int
    false: int


def lines() -> list[Line]:
    """Return all lines."""
    marked = (FOLDER / "lines_with.txt").read_text().splitlines()
    ordinary = (FOLDER / "lines_without.txt").read_text().splitlines()
    return [
        *(
            Line(text, frozenset(codes.split()))
            for codes, text in (one.split("\t") for one in marked)
        ),
        *(Line(text, frozenset()) for text in ordinary),
    ]


def scores(measured: Sequence[Line]) -> list[Score]:
    """Return how each kind was found in these lines, in the order of the kinds."""
    told = [(line.codes, set(findings(line.text))) for line in measured]
    return [
        Score(
            kind.value,
            there=sum(kind in codes for codes, _ in told),
            found=sum(kind in codes and kind in found for codes, found in told),
            false=sum(kind not in codes and kind in found for codes, found in told),
        )
        for kind in Kind
    ]
