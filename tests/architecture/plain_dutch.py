"""How plain a Dutch text is: how long its sentences are, and which words of an office are in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog

HERE = Path(__file__).parent
MEAN, LONGEST = 12, 25  # words in a sentence
HOLE = re.compile(r"%\((\w+)\)[sd]")  # somebody's name or a number: read as one word
END = re.compile(r"(?<=[.!?])[’”\")]*\s+(?![a-zà-ÿ])|\n+")  # not: Lees ‘Wat nu?’ eerst.
WORD = re.compile(r"[^\W_]+(?:['’.,@/-][^\W_]+)*")


@dataclass(frozen=True)
class Text:
    """A text for people, with the files that show it."""

    words: str
    files: frozenset[str]

    @property
    def sentences(self) -> list[str]:
        """The sentences of the text; a label or a heading is one as well."""
        plain = HOLE.sub("Iets", self.words)
        return [part.strip() for part in END.split(plain) if WORD.search(part)]


def texts_of(catalogue: Catalog) -> Iterator[Text]:
    """Give every Dutch text of a catalogue; one that counts things is two texts."""
    for message in catalogue:
        keys = [message.id] if isinstance(message.id, str) else message.id
        files = frozenset(file for file, _line in message.locations)
        yield from (Text(words, files) for words in keys if words)


def length(sentence: str) -> int:
    """Return how many words a sentence has."""
    return len(WORD.findall(sentence))


def mean_length(texts: Iterable[Text]) -> float:
    """Return the mean over whole sentences: labels and headings would make it look better."""
    whole = [one for text in texts for one in text.sentences if one[-1] in ".!?"]
    return sum(map(length, whole)) / len(whole)


def too_long(text: Text) -> list[str]:
    """Return what is wrong with the length of the sentences of a text, in words."""
    return [
        f'"{one}" ({_where(text)}) has {length(one)} words, at most {LONGEST}: make it two'
        for one in text.sentences
        if length(one) > LONGEST
    ]


def office_words_in(text: Text) -> list[str]:
    """Return the office words in a text, each with what to say; those that the law wants left out."""
    return [
        f'"{text.words}" ({_where(text)}) says "{found[0]}": say "{better}"'
        for pattern, better in office_words().items()
        if (found := _pattern(pattern).search(text.words)) and not text.files <= allowed(pattern)
    ]


def allowed(word: str) -> frozenset[str]:
    """Return the files in which the law wants this word of the list."""
    return frozenset(file for wanted, file in words_of_law() if wanted == word)


@cache
def office_words() -> dict[str, str]:
    """Return the forbidden words, each with the better one."""
    return {parts[0]: parts[1] for parts in _lines("office_words.txt")}


@cache
def words_of_law() -> dict[tuple[str, str], str]:
    """Return the exceptions, word and file, each with the law that wants it."""
    lines = _lines("office_words_in_law.txt")
    return {(word, file): reason for word, file, reason in lines}


def _lines(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text().splitlines()
    wanted = (line for line in lines if line and not line.startswith("#"))
    return [[part.strip() for part in line.split("=")] for line in wanted]


@cache
def _pattern(word: str) -> re.Pattern[str]:
    ending = r"\w*" if word.endswith("*") else r"(?!\w)"
    parts = r"\s+".join(map(re.escape, word.rstrip("*").split()))
    return re.compile(rf"(?<!\w){parts}{ending}", re.IGNORECASE)


def _where(text: Text) -> str:
    return ", ".join(sorted(text.files))
