"""How a place is spoken about: "de Leliebuurt", "in de Zaagmolenstraat", "aan het Werfplein"."""

from dataclasses import dataclass
from typing import Self

NEUTER = ("plein", "pad", "hof", "erf", "park", "Brinkje")
INSIDE = ("straat", "steeg", "hof", "laan", "erf")


@dataclass(frozen=True)
class Named:
    """A name with its article, if it takes one."""

    name: str
    article: str

    @classmethod
    def read(cls, spoken: str) -> Self:
        """Take "de Leliebuurt" apart; a name that starts with a capital has no article."""
        first, _, rest = spoken.partition(" ")
        return cls(rest, first) if first in {"de", "het"} else cls(spoken, "")

    @property
    def the(self) -> str:
        """With the article: "de Leliebuurt", "Windlust"."""
        return f"{self.article} {self.name}".strip()


@dataclass(frozen=True)
class Street:
    """An invented street. ``invented`` is there so that no export can forget to say so."""

    named: Named
    neighbourhood_code: str
    invented: bool = True

    @classmethod
    def read(cls, name: str, neighbourhood_code: str) -> Self:
        """Return the street called ``name``; the article follows from how the name ends."""
        return cls(Named(name, "het" if name.endswith(NEUTER) else "de"), neighbourhood_code)

    @property
    def name(self) -> str:
        return self.named.name

    @property
    def at(self) -> str:
        """Where somebody lives: "in de Meelstraat", "aan het Werfplein"."""
        return f"{'in' if self.name.endswith(INSIDE) else 'aan'} {self.named.the}"
