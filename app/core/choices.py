"""Choices: a code for the database, a label for people."""

from enum import StrEnum
from typing import Self

from flask_babel import LazyString


class Choice(StrEnum):
    """A closed list. Write each member as ``NAME = "code", _l("Label")``."""

    _label: LazyString

    def __new__(cls, code: str, label: LazyString) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member._label = label
        return member

    @property
    def label(self) -> str:
        """What a person reads, in the language of the request."""
        return str(self._label)

    @classmethod
    def pairs(cls) -> list[tuple[str, str]]:
        """Return ``(code, label)`` for each member, in the order they are written."""
        return [(member.value, member.label) for member in cls]

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the member with ``code``; raises ``ValueError`` when there is none."""
        for member in cls:
            if member.value == code:
                return member
        raise ValueError(f"{code!r} is no {cls.__name__}")
