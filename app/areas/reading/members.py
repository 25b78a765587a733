"""The members of a JSON object with the line on which each begins."""

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any

BLANK = re.compile(r"[ \t\n\r]*")
Member = tuple[int, str, Any]


class Members:
    """Reads one object, and the elements of one list in it as members called ``element``.

    The standard reader forgets where a value stood. This one reads the outer object by itself
    and leaves every value in it to the standard reader. Raises ``JSONDecodeError`` where the
    text is no JSON, ``ValueError`` or ``RecursionError`` for endless digits or brackets.
    """

    def __init__(self, text: str, *, opened: str, element: str) -> None:
        self._text, self._opened, self._element = text, opened, element
        self._at, self._line, self._counted = 0, 1, 0
        self._decoder = JSONDecoder()

    def __iter__(self) -> Iterator[Member]:
        """Give line, name and value of each member, in the order of the text."""
        self._take("{")
        if self._next() != "}":
            yield from self._members()
        self._take("}")
        if self._next():
            raise JSONDecodeError("Extra data", self._text, self._at)

    def _members(self) -> Iterator[Member]:
        while True:
            line, name = self._value()
            self._take(":")
            if name == self._opened and self._next() == "[":
                yield from self._elements()
            else:
                yield line, str(name), self._value()[1]
            if self._next() == "}":
                return
            self._take(",")

    def _elements(self) -> Iterator[Member]:
        self._take("[")
        while self._next() != "]":
            line, value = self._value()
            yield line, self._element, value
            if self._next() != "]":
                self._take(",")
        self._take("]")

    def _value(self) -> tuple[int, Any]:
        self._next()
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        value, self._at = self._decoder.raw_decode(self._text, self._at)
        return self._line, value

    def _next(self) -> str:
        """Go past blanks and return the character there; nothing at the end of the text."""
        blank = BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise JSONDecodeError(f"Expecting {sign!r}", self._text, self._at)
        self._at += 1
