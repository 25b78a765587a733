"""What people tell about their plan, as values: one for each page of questions."""

from dataclasses import dataclass
from datetime import date

from app.accounts.post import NOWHERE, Address
from app.initiatives.models import (
    TEXT_FIELDS,
    Initiative,
    InitiativeTheme,
    InitiatorKind,
    NeedKind,
    Theme,
)


@dataclass(frozen=True)
class What:
    """Wat ga je doen?"""

    title: str
    summary: str
    plan: str = ""
    themes: tuple[Theme, ...] = ()
    starts_on: date | None = None


@dataclass(frozen=True)
class Where:
    """Waar?"""

    neighbourhood_id: int
    place: str = ""


@dataclass(frozen=True)
class Who:
    """Voor wie en met wie? A visitor also says who they are, and a resident who gets help where letters go."""

    for_whom: str
    with_whom: str = ""
    initiator_kind: InitiatorKind = InitiatorKind.RESIDENT
    organisation_id: int | None = None
    name: str = ""
    email: str = ""
    address: Address = NOWHERE


@dataclass(frozen=True)
class Needed:
    """Wat heb je nodig?"""

    needs: tuple[NeedKind, ...] = ()
    needs_text: str = ""


@dataclass(frozen=True)
class Edited:
    """A plan as its team wants it to be: everything but the neighbourhood and who leads it."""

    title: str
    summary: str
    plan: str
    place: str
    for_whom: str
    with_whom: str
    needs_text: str
    themes: tuple[Theme, ...] = ()
    needs: tuple[NeedKind, ...] = ()
    starts_on: date | None = None

    @property
    def texts(self) -> dict[str, str]:
        """The parts that a moderator reads."""
        return {name: getattr(self, name) for name in TEXT_FIELDS}


def write_what(initiative: Initiative, answers: What) -> None:
    """Keep what the plan is."""
    initiative.title, initiative.summary = answers.title, answers.summary
    initiative.plan, initiative.starts_on = answers.plan, answers.starts_on
    _write_themes(initiative, answers.themes)


def write_needed(initiative: Initiative, answers: Needed) -> None:
    """Keep what the plan needs."""
    initiative.needs = [need.value for need in answers.needs]
    initiative.needs_text = answers.needs_text


def write_choices(initiative: Initiative, edited: Edited) -> None:
    """Keep what is chosen, not written: no moderator has to read it."""
    initiative.needs = [need.value for need in edited.needs]
    initiative.starts_on = edited.starts_on
    _write_themes(initiative, edited.themes)


def write_texts(initiative: Initiative, texts: dict[str, str]) -> None:
    """Put back texts that ``Initiative.texts`` gave."""
    for name in TEXT_FIELDS:
        setattr(initiative, name, texts.get(name, getattr(initiative, name)))


def _write_themes(initiative: Initiative, themes: tuple[Theme, ...]) -> None:
    kept = {row.theme: row for row in initiative.themes}
    initiative.themes = [kept.get(theme) or InitiativeTheme(theme=theme) for theme in themes]
