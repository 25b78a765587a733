"""Citizen service numbers: nine digits that pass the eleven-test, alone or in groups."""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from app.core.personal_data.digits import BEFORE, Run, is_another_number, runs
from app.core.personal_data.plain import Plain
from app.core.personal_data.spans import Certainty, Kind, Span

LENGTH = 9
SAID = re.compile(
    r"\b(?:bsn|burger ?service ?(?:nummer|nr)|so(?:cia|)fi-?(?:nummer|nr)?)\b"
    r"(?:[^\w\n]{1,3}[a-z]{1,10}){0,3}[^\w\n]{0,3}$",
    re.IGNORECASE,
)
SPACED = {" ", ".", "-"}


def find(plain: Plain) -> Iterator[Span]:
    """Yield the numbers, less certain where the words before say that it is another number.

    One that reads as a phone number without its zero is not certain either.
    """
    for run in runs(plain.text):
        for start, end, digits in _candidates(run):
            if _is_one(digits) and not _within_word(plain.text, start, end):
                yield plain.span(Kind.BSN, start, end, _certainty(plain.text, start, digits))


def _candidates(run: Run) -> Iterator[tuple[int, int, str]]:
    """Yield what can be one number: the whole run when it is evenly spaced, else single groups."""
    groups = run.groups
    whole = "".join(group.digits for group in groups)
    one_way = len(run.separators) <= 1 and run.separators <= SPACED
    even = len({min(len(group.digits), 2) for group in groups}) == 1
    if len(whole) == LENGTH and one_way and even:
        yield groups[0].start, groups[-1].end, whole
        return
    for group in groups:
        if len(group.digits) == LENGTH:
            yield group.start, group.end, group.digits


def _is_one(digits: str) -> bool:
    return len(set(digits)) > 1 and bool(bsn.is_valid(digits))


def _within_word(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand against it, as in the code of a parcel."""
    return text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha()


def _certainty(text: str, start: int, digits: str) -> Certainty:
    if SAID.search(text[max(0, start - BEFORE) : start]):
        return Certainty.SURE
    if is_another_number(text, start) or digits.startswith("6"):
        return Certainty.MAYBE
    return Certainty.SURE
