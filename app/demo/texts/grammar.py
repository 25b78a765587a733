"""Patterns: "[Elke|Iedere] {day} in {the_hood}" says something else each time it is used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Self

from app.demo.chance import pick

CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
START = re.compile(r"(^|[.!?]\s)\{(\w)")

Slots = Mapping[str, str]


@dataclass(frozen=True)
class Pattern:
    """A text with choices and slots, taken apart once so that it can be said often.

    ``parts`` holds in turn a fixed text and the options of a choice.
    """

    parts: tuple[str | tuple[str, ...], ...]

    @classmethod
    def read(cls, text: str) -> Self:
        """Take ``text`` apart. Choices do not lie inside each other.

        A slot at the start of a sentence gets a capital: ``{Centre}``.
        """
        pieces = CHOICE.split(START.sub(lambda found: f"{found[1]}{{{found[2].upper()}", text))
        return cls(
            tuple(tuple(piece.split("|")) if odd % 2 else piece for odd, piece in enumerate(pieces))
        )

    def say(self, throws: Random, slots: Slots) -> str:
        """Return the text with every choice made and every slot filled.

        Raises ``KeyError`` when ``slots`` lacks one.
        """
        chosen = [part if isinstance(part, str) else pick(throws, part) for part in self.parts]
        return "".join(chosen).format_map(slots)

    @property
    def slots(self) -> frozenset[str]:
        """The names that have to be filled in."""
        texts = [part if isinstance(part, str) else "|".join(part) for part in self.parts]
        return frozenset(SLOT.findall("".join(texts)))
