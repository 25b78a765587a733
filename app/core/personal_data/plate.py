"""Dutch licence plates: three groups of letters and digits, with dashes, or said to be one."""

import re
from collections.abc import Iterator

from app.core.personal_data.plain import Plain
from app.core.personal_data.spans import Certainty, Kind, Span

PLATE = re.compile(
    r"(?<![\w-])(?=[\w \-.]{6,8})([a-z]{1,3}|\d{1,3})([ .\-]?)([a-z]{1,3}|\d{1,3})\2"
    r"([a-z]{1,3}|\d{1,3})(?![\w]|-\w)",
    re.IGNORECASE,
)
SHAPES = {  # in the order in which they came: L a letter, 9 a digit
    *("LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL"),
    *("99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL"),
    *("9-LL-999", "999-LL-9"),
}
SAID = re.compile(
    r"\b(?:kentekens?|kentekenplaat|nummerborden|nummerbord|auto|auto's|wagen|busje|scooter|brommer)\b"
    r"(?:[^\w\n]{1,3}[\w']{1,12}){0,4}[^\w\n]{0,3}$",
    re.IGNORECASE,
)
VOWEL = re.compile("[aeiou]", re.IGNORECASE)
BEFORE = 60  # characters that can say that it is a plate


def find(plain: Plain) -> Iterator[Span]:
    """Yield the plates; certain when the words before speak of a car."""
    for found in PLATE.finditer(plain.text):
        first, dash, second, third = found.groups()
        if "-".join(map(_shape, (first, second, third))) not in SHAPES:
            continue
        said = SAID.search(plain.text[max(0, found.start() - BEFORE) : found.start()])
        if said or (dash == "-" and _is_given_out(found[0])):
            certainty = Certainty.SURE if said else Certainty.MAYBE
            yield plain.span(Kind.PLATE, found.start(), found.end(), certainty)


def _shape(part: str) -> str:
    return ("9" if part.isdigit() else "L") * len(part)


def _is_given_out(plate: str) -> bool:
    """Tell whether it has no vowels, and is not half a word: plates never have those."""
    return not VOWEL.search(plate) and (plate == plate.upper() or plate == plate.lower())
