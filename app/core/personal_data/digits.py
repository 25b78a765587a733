"""Stretches of digits with what stands between them, and what a number is said to be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

RUN = re.compile(r"\+?\(?\d(?:[ .,_\-–/()]{0,3}\d)*")
GROUP = re.compile(r"\d+")
NOT_A_NUMBER = re.compile(  # dates, times and amounts
    r"(?<![\d-])(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})"
    r"(?!\d|[-.]\d)"
    r"|(?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?= ?(?:uur|u\b|tot|t/m|en\b|[-–]))"
    r"|€ ?\d[\d.,]*|(?<![\d.])\d[\d.]{0,12}(?:,\d\d)? ?(?:euro|eur)\b",
    re.IGNORECASE,
)
OTHER_NUMBER = re.compile(  # a word before a number that says that it is no number of a person
    r"\b(?:zaak|order|factuur|bestel|kenmerk|klant|melding|meldings|kvk|rsin|btw|dossier|referentie|ref"
    r"|artikel|serie|serienummer|polis|contract|aanvraag|zending|pakket|isbn|ean|barcode|lidnummer|lid"
    r"|inventaris|subsidie|vergunning|besluit|perceel|kadaster|meter|project|offerte|bon|ticket)"
    r"[\w-]{0,12}(?:[^\w\n]{1,3}(?:nummer|nr|is|met|van|de|het|onze|ons)){0,3}[^\w\n]{0,3}$",
    re.IGNORECASE,
)
BEFORE = 45  # characters that can say what a number is


@dataclass(frozen=True)
class Group:
    """Digits that stand together, and their place."""

    digits: str
    start: int
    end: int


@dataclass(frozen=True)
class Run:
    """Groups of digits with at most a few signs between them."""

    text: str
    groups: list[Group]
    start: int
    end: int

    @property
    def separators(self) -> set[str]:
        """What stands between the groups."""
        return set(re.findall(r"\D+", self.text.lstrip("+(")))


def runs(text: str) -> Iterator[Run]:
    """Yield the stretches of digits in ``text``, in order."""
    for found in RUN.finditer(text):
        groups = [
            Group(one[0], one.start(), one.end())
            for one in GROUP.finditer(text, found.start(), found.end())
        ]
        yield Run(found[0], groups, found.start(), found.end())


def is_another_number(text: str, start: int) -> bool:
    """Tell whether the words before ``start`` say what the number there is: an order, a case."""
    return OTHER_NUMBER.search(text[max(0, start - BEFORE) : start]) is not None
