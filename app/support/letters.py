"""What we write to the team of an initiative, in paragraphs: the same on the page and in the mail."""

from collections.abc import Iterator

from flask import current_app
from flask_babel import gettext as _

from app.core.dates import date_words
from app.core.money import euros
from app.support.decisions import Decision
from app.support.delays import Supplement
from app.support.lifecycle import RequestState
from app.support.models import Expertise, Need, SupportKind, SupportRequest


def copy_of(request: SupportRequest) -> list[str]:
    """Return what was sent in, as proof for the sender."""
    lines = [_("Dit heb je gevraagd:"), *(need_words(need) for need in request.needs)]
    lines.append(_("Waarvoor: %(text)s", text=request.explanation))
    if request.wanted_by:
        lines.append(_("Je wilt het weten voor %(day)s.", day=date_words(request.wanted_by)))
    if request.cost_lines:
        costs = [f"{line.description}: {euros(line.cents)}" for line in request.cost_lines]
        covers = [f"{line.description}: {euros(line.cents)}" for line in request.funding_lines]
        lines.append(_("Dit kost het: %(lines)s.", lines="; ".join(costs)))
        lines.append(_("Dit betaalt het: %(lines)s.", lines="; ".join(covers)))
    return lines


def need_words(need: Need, *, with_money: bool = True) -> str:
    """Return one line of a request as a sentence; amounts are not for everybody."""
    details = "".join(_details(need, with_money=with_money))
    what = need.description.removesuffix(".") if details else need.description
    return f"{need.kind.label}: {what}{details}"


def _details(need: Need, *, with_money: bool) -> Iterator[str]:
    if with_money and need.kind is SupportKind.MONEY and need.cents:
        yield f" ({euros(need.cents)})"
    if need.expertise:
        yield _(" (iemand met kennis van: %(what)s)", what=dict(Expertise.pairs())[need.expertise])
    if need.hours:
        yield _(", %(hours)s uur", hours=need.hours)
    if need.starts_on:
        yield _(", vanaf %(day)s", day=date_words(need.starts_on))
    if need.ends_on:
        yield _(", tot en met %(day)s", day=date_words(need.ends_on))


def decision_letter(decision: Decision) -> list[str]:
    """Return the decision: what, how much, why, on which rule, and how to object."""
    return [
        *_outcome(decision),
        _("Dit is waarom:"),
        *_reasons(decision),
        _("We baseren dit op: %(rule)s.", rule=decision.legal_basis.rstrip(".")),
        *_objection(decision),
    ]


def why_left_out(supplement: Supplement) -> list[str]:
    """Return why a request is not considered: what was asked, and that no answer came."""
    return [
        _(
            "Op %(day)s vroegen we je: “%(question)s”",
            day=date_words(supplement.asked_on),
            question=supplement.question,
        ),
        _(
            "Zonder dat antwoord kunnen we je vraag niet beoordelen. "
            "Je kon antwoorden tot en met %(day)s. We kregen geen antwoord.",
            day=date_words(supplement.until),
        ),
    ]


def in_short(decision: Decision) -> str:
    """Return the first sentence of the letter: yes, partly or no."""
    return _outcome(decision)[0]


def _reasons(decision: Decision) -> list[str]:
    if decision.outcome is RequestState.NOT_CONSIDERED:
        return why_left_out(decision.request.supplements[-1])
    return [f"{reason.criterion.label} {reason.text}" for reason in decision.reasons]


def _outcome(decision: Decision) -> list[str]:
    request = decision.request
    words = {
        RequestState.GRANTED: _("We zeggen ja tegen je vraag %(reference)s."),
        RequestState.PARTLY_GRANTED: _("We zeggen voor een deel ja tegen je vraag %(reference)s."),
        RequestState.REFUSED: _("We zeggen nee tegen je vraag %(reference)s."),
        RequestState.NOT_CONSIDERED: _("We behandelen je vraag %(reference)s niet."),
    }
    lines = [words[decision.outcome] % {"reference": request.reference}]
    if decision.cents:
        lines.append(_("Je krijgt %(amount)s.", amount=euros(decision.cents)))
    if decision.agreement:
        lines.append(
            _("Dit spreken we met je af (het is geen besluit waar je bezwaar tegen kunt maken):")
        )
        lines.append(decision.agreement)
    return lines


def _objection(decision: Decision) -> list[str]:
    if decision.objection_until is None:
        return []
    return [
        _(
            "Ben je het niet eens met dit besluit? Dan kun je bezwaar maken bij het college van "
            "burgemeester en wethouders. Dat kan tot en met %(day)s. Het kost niets.",
            day=date_words(decision.objection_until),
        ),
        _(
            "Mail je bezwaar naar %(email)s of stuur een brief. Zet erin: je naam en adres, de "
            "datum, dat het gaat om %(reference)s, en waarom je het niet eens bent met het "
            "besluit. Zet je handtekening onder een brief.",
            email=current_app.config["CONTACT_EMAIL"],
            reference=decision.request.reference,
        ),
    ]
