"""Show a moderator where in a text the personal data stand, also in a comparison of two texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.personal_data import Span, find
from app.initiatives.service import Piece


@dataclass(frozen=True)
class Part:
    """Some words of a text: ``kind`` as in a comparison, ``code`` of the personal data they belong to.

    A find can go on over several parts; the last one says so (``ends``), for its name stands there.
    """

    kind: str
    text: str
    code: str = ""
    ends: bool = False


def marked(text: str, pieces: Sequence[Piece] = ()) -> list[Part]:
    """Return ``text``, or its comparison with what it was, cut at the personal data within it."""
    parts: list[Part] = []
    at, spans = 0, find(text)
    for piece in pieces or ([Piece("same", text)] if text else []):
        if piece.kind == "gone":
            parts.append(Part(piece.kind, piece.text))
            continue
        parts += _cut(piece, at, spans)
        at += len(piece.text)
    return parts


def _cut(piece: Piece, at: int, spans: Sequence[Span]) -> Iterator[Part]:
    """Yield the parts of a piece that begins at ``at`` in the text."""
    here, end = at, at + len(piece.text)
    for span in spans:
        start, stop = max(span.start, at), min(span.end, end)
        if start >= stop:
            continue
        if here < start:
            yield Part(piece.kind, piece.text[here - at : start - at])
        words = piece.text[start - at : stop - at]
        yield Part(piece.kind, words, span.kind.value, ends=stop == span.end)
        here = stop
    if here < end:
        yield Part(piece.kind, piece.text[here - at :])
