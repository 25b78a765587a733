"""What a letter is made of: paragraphs, headings above them, and lines of a list."""

from enum import StrEnum
from typing import NamedTuple


class PartKind(StrEnum):
    """What a part of a letter is; a screen reader says it."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"


class Part(NamedTuple):
    """One part of a letter; in a mail each is a paragraph."""

    kind: PartKind
    text: str


class Said(NamedTuple):
    """What a letter says in one language, from its subject to its last paragraph."""

    subject: str
    parts: tuple[Part, ...]


def said(subject: str, *parts: Part | str) -> Said:
    """Return a letter; a part without a kind is a paragraph, and one without words is left out."""
    told = (part if isinstance(part, Part) else Part(PartKind.TEXT, str(part)) for part in parts)
    return Said(subject, tuple(part for part in told if part.text))


def heading(text: str) -> Part:
    """Return a heading of what comes after it."""
    return Part(PartKind.HEADING, text)


def item(text: str) -> Part:
    """Return a line of a list."""
    return Part(PartKind.ITEM, text)
