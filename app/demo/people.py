"""Invented residents: names of many backgrounds and addresses at a reserved domain."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from app.demo.chance import dice, pick
from app.demo.names import NAME_LISTS, NameList

DOMAIN = "voorbeeld.example"  # .example can never be a real domain (RFC 2606)
EXAMPLE_MARK = "(voorbeeld)"
PARTICLES = frozenset({"de", "van", "der", "den"})
# letters that do not fall apart into a plain letter and an accent
PLAIN = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "ß": "ss", " ": "", "-": ""})


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist. ``number`` counts from zero."""

    number: int
    given_name: str
    surname: str
    email: str

    @property
    def name(self) -> str:
        """How the person wants to be called: "Fatma Yılmaz"."""
        return f"{self.given_name} {self.surname}"

    @property
    def marked_name(self) -> str:
        """The name with the remark that it is an example: "Fatma Yılmaz (voorbeeld)"."""
        return f"{self.name} {EXAMPLE_MARK}"

    @property
    def short_name(self) -> str:
        """The name as it stands under a text: "Fatma Y.", "Kees van D."."""
        *particles, last = self.surname.split()
        kept = [word for word in particles if word in PARTICLES]
        return " ".join([self.given_name, *kept, f"{last[0]}."])


def residents(count: int, seed: int = 1) -> Iterator[Person]:
    """Yield ``count`` people, one by one. The first n are the same whatever ``count`` is.

    Their e-mail addresses are unique and hold the number of the person once a name comes back.
    """
    throws = dice(seed, "people")
    borders = list(accumulate(names.share for names in NAME_LISTS))
    seen: set[str] = set()
    for number in range(count):
        names = _one_of(throws, borders)
        given, surname = pick(throws, names.given), pick(throws, names.family)
        local = f"{_plain(given)}.{_plain(surname)}"
        if local in seen:
            local = f"{local}.{number}"
        seen.add(local)
        yield Person(number, given, surname, f"{local}@{DOMAIN}")


def work_address(role: str, *where: str) -> str:
    """Return the address of a made-up function: ``wijkcoordinator.bloemenwijk@...``."""
    return f"{'.'.join(_plain(word) for word in (role, *where))}@{DOMAIN}"


def _one_of(throws: Random, borders: list[int]) -> NameList:
    throw = throws.random() * borders[-1]
    return next(names for names, border in zip(NAME_LISTS, borders, strict=True) if throw < border)


def _plain(name: str) -> str:
    """Write a name with the letters a to z only, in lower case."""
    parted = unicodedata.normalize("NFKD", name.translate(PLAIN).lower())
    return "".join(letter for letter in parted if letter.isascii() and letter.isalnum())
