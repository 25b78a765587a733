"""Compare two texts word by word, for a moderator who has read the old one."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORD = re.compile(r"\S+\s*|\s+")
MOST_WORDS = 2_000  # of each text; comparing takes time with their product


@dataclass(frozen=True)
class Piece:
    """Some words of the comparison: in both texts, only in the new one, or only in the old one."""

    kind: Literal["same", "new", "gone"]
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """Return ``new`` with what was added and what is gone from ``old``, in reading order.

    Pieces of the same kind follow each other up. Texts of more than ``MOST_WORDS`` words are
    shown as replaced in whole, unless they are equal.
    """
    if old == new:
        return [Piece("same", new)] if new else []
    before, after = WORD.findall(old), WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return _pieces([("gone", old), ("new", new)])
    matcher = SequenceMatcher(None, _bare(before), _bare(after), autojunk=False)
    parts: list[tuple[Literal["same", "new", "gone"], str]] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            parts.append(("same", "".join(after[new_start:new_end])))
            continue
        parts.append(("gone", "".join(before[start:end])))
        parts.append(("new", "".join(after[new_start:new_end])))
    return _pieces(parts)


def _bare(words: list[str]) -> list[str]:
    """Return the words without the blanks behind them: a new line is not a new word."""
    return [word.strip() for word in words]


def _pieces(parts: list[tuple[Literal["same", "new", "gone"], str]]) -> list[Piece]:
    return [Piece(kind, text) for kind, text in parts if text]
