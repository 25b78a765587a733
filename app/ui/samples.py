"""Made-up content for the style page, so that every component shows itself in every state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

from flask_babel import lazy_gettext as _l

from app.core import clock
from app.core.choices import Choice
from app.ui import charts
from app.ui.charts import FEW, Column, Figures, Look, Row
from app.ui.forms import SampleForm

UI = Path(__file__).resolve().parent
WAITED = ((1.2, 4), (0.9, 2.5), (None, None), (1.4, 6), (1.1, 3))  # days, week after week


class SampleState(Choice):
    """One state for each look of a badge."""

    DRAFT = "draft", _l("Concept")
    SUBMITTED = "submitted", _l("Ingestuurd")
    RETURNED = "returned", _l("Teruggegeven")
    RUNNING = "running", _l("Bezig")
    COMPLETED = "completed", _l("Klaar")
    REJECTED = "rejected", _l("Afgewezen")


@dataclass(frozen=True)
class SampleRow:
    """An answer, a fact or a figure."""

    label: str
    value: str
    change_url: str | None = None
    source: str = ""


@dataclass(frozen=True)
class SampleEvent:
    """Something that happened."""

    title: str
    at: datetime
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class SampleExpectation:
    """Something that comes."""

    title: str
    expected: date | None
    text: str = ""


@dataclass(frozen=True)
class SamplePage:
    """The bookmarks of a page in the middle of a list."""

    previous: str | None
    next: str | None


@dataclass(frozen=True)
class Example:
    """A component: what its macro says about itself, and how a template uses it."""

    name: str
    meaning: str
    code: str


@dataclass(frozen=True)
class Samples:
    """Everything the style page shows."""

    states: Sequence[SampleState]
    empty_form: SampleForm
    choices_form: SampleForm
    wrong_form: SampleForm
    rows: Sequence[SampleRow]
    past: Sequence[SampleEvent]
    ahead: Sequence[SampleExpectation]
    page: SamplePage
    now: datetime
    bars: Figures
    lines: Figures
    charts: ModuleType


def examples() -> list[Example]:
    """Return an example of every component, by name."""
    return [
        Example(path.stem, _first_comment(UI / "macros" / path.name), path.read_text().rstrip())
        for path in sorted((UI / "examples").glob("*.html"))
    ]


def _first_comment(macros: Path) -> str:
    lines = macros.read_text().partition("-#}")[0].removeprefix("{#-").splitlines()
    return "\n".join(line.strip() for line in lines)


def samples() -> Samples:
    """Return the content of the style page."""
    now = clock.now()
    wrong = SampleForm(formdata=None, prefix="fout-", title="Plu", way="nergens")
    for field in wrong:
        if field.type != "CSRFTokenField":
            field.errors = ["Dit klopt nog niet: kijk het na"]
    return Samples(
        states=list(SampleState),
        empty_form=SampleForm(formdata=None),
        choices_form=SampleForm(formdata=None, prefix="kies-"),
        wrong_form=wrong,
        rows=[
            SampleRow("Titel", "Pluktuin aan de Roland Holstlaan", "#titel", "CBS 2024"),
            SampleRow("Bewoners", "13.465", "#bewoners", "CBS 2024"),
            SampleRow("Inkomen", "onbekend", None, "CBS 2023"),
        ],
        past=[
            SampleEvent("Ingestuurd", now, "Fatima"),
            SampleEvent(
                "Teruggegeven", now, "Joris, wijkcoördinator", "Waar komt de tuin precies?"
            ),
        ],
        ahead=[
            SampleExpectation(
                "Besluit van de gemeente", now.date(), "We bellen je over de uitkomst."
            ),
            SampleExpectation("Samen beginnen", None),
        ],
        page=SamplePage("<1", ">2"),
        now=now,
        bars=Figures(
            code="voorbeeld-staven",
            title="Vrijwilligers per maand",
            meaning="Hoeveel mensen zich aanmeldden, en hoeveel er kwamen.",
            heading="Maand",
            columns=(Column("Aangemeld"), Column("Gekomen"), Column("Plekken")),
            rows=(Row("september", (34, 28, 40)), Row("oktober", (12, FEW, 15))),
        ),
        lines=Figures(
            code="voorbeeld-lijnen",
            title="Wachten op antwoord",
            meaning="In dagen, per week.",
            heading="Week",
            columns=(Column("Middelste"), Column("Langste")),
            rows=tuple(Row(f"week {number}", waited) for number, waited in enumerate(WAITED, 40)),
            look=Look.LINES,
        ),
        charts=charts,
    )
