"""Made-up content for the style page, so that every component shows itself in every state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from app.core import clock
from app.core.choices import Choice

PLACES = [SelectChoice("voorhof", "Voorhof"), SelectChoice("buitenhof", "Buitenhof")]


class SampleState(Choice):
    """One state for each look of a badge."""

    DRAFT = "draft", _l("Concept")
    SUBMITTED = "submitted", _l("Ingediend")
    RETURNED = "returned", _l("Teruggegeven")
    RUNNING = "running", _l("Bezig")
    COMPLETED = "completed", _l("Klaar")
    REJECTED = "rejected", _l("Afgewezen")


class SampleForm(FlaskForm):
    """One field of every kind."""

    title = StringField("Hoe heet je idee?", [InputRequired()])
    email = EmailField("Wat is je e-mailadres?", [InputRequired()])
    people = IntegerField("Hoeveel mensen zoek je?")
    start = DateField("Wanneer wil je beginnen?")
    story = TextAreaField("Vertel over je idee", [InputRequired()])
    place = SelectField("In welke wijk?", [InputRequired()], choices=PLACES)
    way = RadioField("Hoe praat je het liefst met ons?", [InputRequired()], choices=PLACES)
    help = SelectMultipleField("Waar kun je bij helpen?", choices=PLACES)
    agreed = BooleanField("Ik heb de spelregels gelezen", [InputRequired()])


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
class Samples:
    """Everything the style page shows."""

    states: Sequence[SampleState]
    empty_form: FlaskForm
    choices_form: FlaskForm
    wrong_form: FlaskForm
    rows: Sequence[SampleRow]
    past: Sequence[SampleEvent]
    ahead: Sequence[SampleExpectation]
    page: SamplePage
    now: datetime


def samples() -> Samples:
    """Return the content of the style page."""
    now = clock.now()
    wrong = SampleForm(formdata=None, title="Plu", way="nergens")
    for field in wrong:
        if field.name != "csrf_token":
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
            SampleEvent("Ingediend", now, "Fatima"),
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
    )
