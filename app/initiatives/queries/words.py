"""The words for the parts of a plan, and for the pages that ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from babel.lists import format_list
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.areas import queries as areas
from app.areas.tree import Place
from app.core.dates import date_words
from app.core.speech import spoken
from app.initiatives.models import Initiative, NeedKind, Registration
from app.initiatives.queries.shown import Plan

NAMED = 3  # kinds of needs on a card
IN_SHORT = {
    NeedKind.VOLUNTEERS: _l("helpers"),
    NeedKind.MONEY: _l("geld"),
    NeedKind.MATERIALS: _l("spullen"),
    NeedKind.SPACE: _l("een plek"),
    NeedKind.PERMISSION: _l("toestemming"),
    NeedKind.WORKS: _l("werk buiten"),
    NeedKind.COMMUNICATION: _l("bekendheid"),
    NeedKind.INTRODUCTION: _l("contacten"),
    NeedKind.COACHING: _l("advies"),
}


@dataclass(frozen=True)
class Answered:
    """A question of the registration with its answer in words."""

    step: str  # the page that asks it
    label: str
    value: str


class Where(NamedTuple):
    """The areas in which a plan lies."""

    neighbourhood: Place | None = None
    district: Place | None = None
    municipality: Place | None = None

    @property
    def words(self) -> str:
        """Return ``Molenbuurt, wijk Noord, gemeente Proefstad``."""
        words = [self.neighbourhood.name] if self.neighbourhood else []
        if self.district:
            words.append(_("wijk %(name)s", name=self.district.name))
        if self.municipality:
            words.append(_("gemeente %(name)s", name=self.municipality.name))
        return ", ".join(words)


def step_titles() -> dict[str, str]:
    """Return the question of each page of the registration, in order."""
    return {
        "wat": _("Wat wil je doen?"),
        "waar": _("Waar?"),
        "wie": _("Voor wie en met wie?"),
        "nodig": _("Wat heb je nodig?"),
        "controle": _("Klopt het zo?"),
    }


def field_labels() -> dict[str, str]:
    """Return the name of each text of a plan."""
    return {
        "title": _("Naam van je plan"),
        "summary": _("In het kort"),
        "plan": _("Het hele plan"),
        "place": _("Waar precies"),
        "for_whom": _("Voor wie"),
        "with_whom": _("Met wie"),
        "needs_text": _("Wat er nodig is"),
    }


def answers_of(initiative: Initiative) -> list[Answered]:
    """Return what was told about a plan, in the order of the pages; empty answers are left out."""
    labels, texts = field_labels(), initiative.texts
    answers = [
        Answered("wat", labels["title"], texts["title"]),
        Answered("wat", labels["summary"], texts["summary"]),
        Answered("wat", labels["plan"], texts["plan"]),
        Answered("wat", _("Thema's"), ", ".join(row.theme.label for row in initiative.themes)),
        Answered("wat", _("Begint op"), date_words(initiative.starts_on)),
        Answered("waar", _("Buurt"), where(initiative).words),
        Answered("waar", labels["place"], texts["place"]),
        Answered("wie", labels["for_whom"], texts["for_whom"]),
        Answered("wie", labels["with_whom"], texts["with_whom"]),
        Answered("wie", _("Wie neemt het initiatief"), initiative.initiator_kind.label),
        Answered("nodig", _("Nodig"), ", ".join(need_labels(initiative.needs))),
        Answered("nodig", labels["needs_text"], texts["needs_text"]),
    ]
    return [answer for answer in answers if answer.value]


def who_answers(registration: Registration) -> list[Answered]:
    """Return who has no account: a visitor, or a resident for whom somebody of the staff writes."""
    is_helped = registration.writer_id is not None
    answers = [
        Answered("wie", _("Naam") if is_helped else _("Je naam"), registration.name),
        Answered("wie", _("E-mailadres") if is_helped else _("Je e-mailadres"), registration.email),
        Answered("wie", _("Postadres"), "\n".join(registration.address.lines)),
    ]
    is_known = registration.email or registration.address.street
    return [answer for answer in answers if answer.value and is_known]


def where(initiative: Plan) -> Where:
    """Return where a plan is, as far as it is known."""
    neighbourhood = areas.by_id(initiative.neighbourhood_id or 0)
    if neighbourhood is None:
        return Where()
    return Where(neighbourhood, areas.district_of(neighbourhood), areas.municipality())


def need_labels(codes: Sequence[str]) -> list[str]:
    """Return the words for codes of ``NeedKind``, in the order of the list."""
    return [kind.label for kind in NeedKind if kind.value in codes]


def asked_words(needs: Sequence[NeedKind]) -> str:
    """Return what a plan looks for as one line: the first kinds; empty for none."""
    if not needs:
        return ""
    named = [str(IN_SHORT[kind]) for kind in needs[:NAMED]]
    more = [_("meer")] if len(needs) > NAMED else []
    in_a_row = format_list([*named, *more], locale=spoken())
    return str(_("Nodig: %(needs)s", needs=in_a_row))


def step_labels() -> dict[str, str]:
    """Return what the team chooses from when it says what is going to happen."""
    return {
        "explore": _("We gaan verkennen: kan het, en wie doet mee?"),
        "prepare": _("We gaan voorbereiden"),
        "run": _("We beginnen"),
        "complete": _("Het is klaar"),
        "pause": _("We stoppen even"),
        "resume": _("We gaan weer verder"),
        "stop": _("We stoppen ermee"),
        "archive": _("Het plan mag van de site: we bewaren het in het archief"),
    }
