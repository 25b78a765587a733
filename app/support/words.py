"""A request in words: its answers as rows, what happened to it, and what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.lists import format_list
from flask import url_for
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.audit.queries import history
from app.core import clock
from app.core.dates import date_words
from app.core.money import euros
from app.core.workdays import add_working_days
from app.support.lifecycle import RequestState
from app.support.models import CostLine, FundingLine, LegalRegime, SupportKind, SupportRequest

FIRST_LOOK = 5  # working days until somebody has looked


@dataclass(frozen=True)
class Answer:
    """One answer, with a link to change it while it can be changed."""

    label: str
    value: str
    change_url: str | None = None


@dataclass(frozen=True)
class Past:
    """Something that happened."""

    title: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Ahead:
    """Something that comes, and the day we expect it."""

    title: str
    expected: date | None
    text: str = ""


def promise(days: int) -> str:
    """Return how soon one gets an answer."""
    weeks, rest = divmod(days, 7)
    if rest:
        return str(ngettext("binnen %(num)s dag", "binnen %(num)s dagen", days))
    return str(ngettext("binnen %(num)s week", "binnen %(num)s weken", weeks))


def amounts(lines: Sequence[CostLine | FundingLine]) -> list[tuple[str, str]]:
    """Return lines of money as rows of a table, with the total below."""
    total = sum(line.cents for line in lines)
    return [
        *((line.description, euros(line.cents)) for line in lines),
        (_("Samen"), euros(total)),
    ]


def regime(one: LegalRegime) -> str:
    """Return what kind of answer one gets, in plain words."""
    sentences = {
        LegalRegime.AWB_DECISION: _(
            "Je krijgt een brief met een besluit. Ben je het niet eens? Dan kun je bezwaar maken."
        ),
        LegalRegime.AGREEMENT: _("We zetten samen op papier wat we afspreken."),
        LegalRegime.SERVICE: _("Dit is een dienst. Je hoeft niets te tekenen."),
    }
    return str(sentences[one])


def asked_for(kinds: Iterable[SupportKind]) -> str:
    """Return ``Het team vroeg om geld en ruimte.``"""
    names = sorted(kind.label.lower() for kind in kinds)
    listed = format_list(names, locale=get_locale() or "nl")
    return str(_("Het team vroeg om %(kinds)s.", kinds=listed)) if names else ""


def how_it_stands(state: RequestState, cents: int = 0) -> str:
    """Return in a sentence how a request that was sent in stands; ``cents`` were granted."""
    given = _("Het team krijgt %(amount)s.", amount=euros(cents)) if cents else ""
    sentences = {
        RequestState.SUBMITTED: _("De gemeente heeft de vraag ontvangen."),
        RequestState.IN_ASSESSMENT: _("De gemeente bekijkt de vraag."),
        RequestState.INCOMPLETE: _("De gemeente wacht op een antwoord van het team."),
        RequestState.PROPOSED: _("Er ligt een advies. De gemeente besluit nu."),
        RequestState.GRANTED: _("De gemeente zei ja."),
        RequestState.PARTLY_GRANTED: _("De gemeente zei voor een deel ja."),
        RequestState.REFUSED: _("De gemeente zei nee."),
        RequestState.NOT_CONSIDERED: _("De gemeente behandelt de vraag niet."),
    }
    return " ".join(filter(None, (sentences[state], given)))


def explanation_rows(request: SupportRequest) -> list[Answer]:
    """Return why and when, each with a link to change it while it is a draft."""
    is_draft = request.state is RequestState.DRAFT
    change = url_for("support.explain", request_id=request.id) if is_draft else None
    asks = _("Ja, ik vraag om een besluit.") if request.asks_decision else _("Nee.")
    return [
        Answer(_("Waarvoor"), request.explanation, change),
        Answer(
            _("Antwoord nodig voor"), date_words(request.wanted_by) or _("Maakt niet uit"), change
        ),
        Answer(_("Vraag om een besluit"), asks, change),
    ]


def past(request: SupportRequest, *, with_reasons: bool) -> list[Past]:
    """Return the steps that were taken; the reasons only for those who work on it."""
    titles = {
        "support_requests.submit": _("Je vraag is ontvangen"),
        "support_requests.assess": _("De gemeente bekijkt de vraag"),
        "support_requests.put_back": _("Iemand anders gaat de vraag bekijken"),
        "support_requests.hand_over": _("Iemand anders bekijkt de vraag"),
        "support_requests.ask_supplement": _("De gemeente stelde een vraag aan het team"),
        "support_requests.supplement": _("Het team gaf antwoord"),
        "support_requests.go_on": _("De gemeente ging verder zonder antwoord"),
        "support_requests.not_consider": _("Niet in behandeling genomen"),
        "support_requests.extend": _("De gemeente nam meer tijd"),
        "support_requests.extend_proposed": _("De gemeente nam meer tijd"),
        "support_requests.propose": _("Het advies ligt klaar"),
        "support_requests.ask_view": _("De gemeente vroeg wat het team vindt"),
        "support_requests.give_view": _("Het team reageerde"),
        "support_requests.reconsider": _("Het advies wordt aangepast"),
        "support_requests.grant": _("Goedgekeurd"),
        "support_requests.grant_partly": _("Deels goedgekeurd"),
        "support_requests.refuse": _("Afgewezen"),
        "support_requests.grant_on_objection": _("Goedgekeurd na bezwaar"),
        "support_requests.grant_partly_on_objection": _("Deels goedgekeurd na bezwaar"),
        "support_requests.withdraw": _("Ingetrokken"),
    }
    return [
        Past(titles[event.action], event.at, event.who, event.reason if with_reasons else "")
        for event in history(request.__tablename__, request.id)
        if event.action in titles
    ]


def ahead(request: SupportRequest) -> list[Ahead]:
    """Return what comes next, with the day we expect it."""
    if request.submitted_at is None or request.decision_due_on is None:
        return []
    received = clock.day_of(request.submitted_at)
    supplement = request.open_supplement
    steps = {
        RequestState.SUBMITTED: [
            Ahead(
                _("Iemand van de gemeente bekijkt de vraag"), add_working_days(received, FIRST_LOOK)
            ),
            _answer(request.decision_due_on),
        ],
        RequestState.IN_ASSESSMENT: [
            Ahead(
                _("Er komt een advies"), None, _("Hebben we een vraag? Dan bellen of mailen we je.")
            ),
            _answer(request.decision_due_on),
        ],
        RequestState.INCOMPLETE: [
            Ahead(_("Het team geeft antwoord"), supplement.until if supplement else None),
            _answer(request.decision_due_on),
        ],
        RequestState.PROPOSED: [_answer(request.decision_due_on)],
    }
    return steps.get(request.state, [])


def _answer(due: date) -> Ahead:
    late = due < clock.today()
    text = _("Dit had er al moeten zijn. Bel ons gerust.") if late else ""
    return Ahead(_("Je krijgt antwoord"), due, text)
