"""What stands on a desk: sections of items, each with since when, what next and by when."""

from dataclasses import dataclass
from datetime import date

from app.core.choices import Choice

LIMIT = 10  # items of a section; the rest stands on its own list
FEW = 5  # items of a queue: who works through it does so on its own page
MORE = 1  # above what is shown is asked for, to know that there is more
FETCH, FETCH_FEW = LIMIT + MORE, FEW + MORE


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing. ``facts`` are sentences: since when, and what happens next.

    ``waits`` when it waits for the person whose desk this is.
    """

    title: str
    href: str = ""
    facts: tuple[str, ...] = ()
    state: Choice | None = None
    due: date | None = None
    waits: bool = False

    def is_late(self, today: date) -> bool:
        """Tell whether it should have been done before ``today``."""
        return self.due is not None and self.due < today


@dataclass(frozen=True)
class Link:
    """A way on."""

    label: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """Things of one kind; one without things, words for that and links is not shown."""

    code: str
    title: str
    items: tuple[Item, ...]
    empty: str = ""
    links: tuple[Link, ...] = ()
    counted: int | None = None  # how many wait, when one item stands for more
    most: int = LIMIT  # items that are shown

    @property
    def is_shown(self) -> bool:
        return bool(self.items or self.empty or self.links)

    @property
    def first(self) -> tuple[Item, ...]:
        """The items that are shown here."""
        return self.items[: self.most]

    @property
    def has_more(self) -> bool:
        return len(self.items) > self.most

    @property
    def waiting(self) -> int:
        """How many of the items wait for the person."""
        return sum(item.waits for item in self.first)

    @property
    def number(self) -> str:
        """How many wait, as far as they were counted."""
        if self.counted is not None:
            return str(self.counted)
        return f"{self.waiting}+" if self.has_more else str(self.waiting)
