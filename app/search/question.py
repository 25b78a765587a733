"""A search as the databases are asked it: plain words, so that nothing a person types is code."""

from dataclasses import dataclass

from app.search.likeness import SHORTEST_BEGINNING, Gist, is_common, telling
from app.search.stems import plain, stem, words

LONGEST = 500  # letters that are read
MOST = 8  # words that are looked for
MOST_ABOUT = 16  # words of which one is enough
SHORTEST_PART = 3  # letters of a word that is half typed


@dataclass(frozen=True)
class Term:
    """A word to find: what it comes down to, or any word that begins with ``beginning``."""

    stem: str
    beginning: str = ""


def read(text: str) -> list[Term]:
    """Return what to find for ``text``: all its words, the last one may be half typed.

    An empty list when there is no word in it.
    """
    asked = words(text[:LONGEST])[:MOST]
    terms = [Term(stem(word)) for word in asked]
    if asked and len(asked[-1]) >= SHORTEST_PART:
        terms[-1] = Term(stem(asked[-1]), plain(asked[-1]))
    return list(dict.fromkeys(terms))


def read_about(about: Gist) -> list[Term]:
    """Return what to find for things that may be about the same: any of its words, or half of it."""
    asked = telling(about)[:MOST_ABOUT]
    return list(dict.fromkeys(Term(word.stem, _beginning(word.written)) for word in asked))


def _beginning(word: str) -> str:
    """Return how words begin that may be a part of the same subject: ``gevel`` of geveltuin."""
    beginning = plain(word)[:SHORTEST_BEGINNING]
    is_telling = len(beginning) == SHORTEST_BEGINNING and not is_common(stem(beginning))
    return beginning if is_telling and word.isascii() else ""


def terms_of(text: str) -> str:
    """Return what is kept of ``text``: its words as they are and what they come down to."""
    found = set(words(text))
    return " ".join(sorted({stem(word) for word in found} | {plain(word) for word in found}))
