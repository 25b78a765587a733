"""A text made plain for searching, that still knows where each of its characters came from."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from app.core.personal_data.spans import Certainty, Kind, Span

DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
LETTER = re.compile(
    "[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]", re.DOTALL
)  # with its accents
MOST_FOR_ONE = 4  # signs that one may stand for; a whole sentence in one sign stays as it is
WALL = "|"  # in no pattern: nothing is found across it


@dataclass(frozen=True)
class Plain:
    """``text`` to search in; its character n stood at ``starts[n]`` up to ``ends[n]``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "Plain":
        """Return ``text`` with one kind of digits, letters, dashes and spaces."""
        if text.isascii():
            return cls(text, range(len(text)), range(1, len(text) + 1))
        letters = [
            (_plain(found[0]), found.start(), found.end()) for found in LETTER.finditer(text)
        ]
        return cls(
            "".join(plain for plain, _, _ in letters),
            [start for plain, start, _ in letters for _ in plain],
            [end for plain, _, end in letters for _ in plain],
        )

    def span(self, kind: Kind, start: int, end: int, certainty: Certainty) -> Span:
        """Return the find at ``text[start:end]``, as its place in what was written."""
        return Span(kind, self.starts[start], self.ends[end - 1], certainty)

    def without(self, places: Iterable[tuple[int, int]]) -> "Plain":
        """Return the same with a wall in these places, so that nothing is found there twice."""
        kept, end = [], 0
        for start, stop in places:
            kept += [self.text[end:start], WALL * (stop - start)]
            end = stop
        return replace(self, text="".join([*kept, self.text[end:]]))

    def rewritten(self, word: re.Pattern[str], say: Callable[[str], str]) -> "Plain":
        """Return the same with other words; each new character stands where its old word stood."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        after = 0
        for found in [*word.finditer(self.text), None]:
            begin = found.start() if found else len(self.text)
            parts.append(self.text[after:begin])
            starts += self.starts[after:begin]
            ends += self.ends[after:begin]
            if found is None:
                break
            said, after = say(found[0]), found.end()
            parts.append(said)
            if len(said) == after - begin:
                starts += self.starts[begin:after]
                ends += self.ends[begin:after]
            else:
                starts += [self.starts[begin]] * len(said)
                ends += [self.ends[after - 1]] * len(said)
        return Plain("".join(parts), starts, ends)


def _plain(letter: str) -> str:
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", letter).translate(DASHES))
    return plain if len(plain) <= MOST_FOR_ONE else letter
