"""Account numbers (IBAN) of the countries that people here have accounts in, checked with mod 97."""

import re
from collections.abc import Iterator

from stdnum import iban

from app.core.personal_data.plain import Plain

START = re.compile(
    r"(?<![a-z0-9])[a-z][ .\-]?[a-z][ .\-]?\d[ .\-]?\d(?=[ .\-]?[a-z0-9])", re.IGNORECASE
)
LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "NL DK FI",
        20: "LU AT LT",
        21: "CH HR",
        22: "DE GB IE BG",
        24: "ES SE RO CZ SK",
        25: "PT",
        26: "TR",
        27: "FR IT GR",
        28: "PL HU",
        29: "UA",
    }.items()
    for country in countries.split()
}
WIDEST = 70  # characters, with what stands between


def places(plain: Plain) -> Iterator[tuple[int, int]]:
    """Yield where account numbers stand, in order and apart."""
    end = 0
    for found in START.finditer(plain.text):
        start = found.start()
        length = _length(plain.text[start : start + WIDEST])
        if length and start >= end:
            end = start + length
            yield start, end


def _length(text: str) -> int:
    """Return how many characters of ``text`` are an account number, else 0."""
    wanted = LENGTHS.get(re.sub(r"[ .\-]", "", text[:3])[:2].upper(), 0)
    signs = ""
    for place, sign in enumerate(text):
        if sign.isascii() and sign.isalnum():
            signs += sign.upper()
        elif sign not in " .-":
            return 0
        if wanted and len(signs) == wanted:
            return place + 1 if iban.is_valid(signs, check_country=False) else 0
    return 0
