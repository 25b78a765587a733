"""What we write when a request came in: that we have it, until when we take, and what was sent."""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.dates import date_words
from app.core.money import euros
from app.support.letters.parts import Part, Said, heading, item, said
from app.support.models import Expertise, Need, SupportKind, SupportRequest


def receipt(request: SupportRequest) -> Said:
    """Confirm receipt: what we got, and when they will know (Awb 4:3a)."""
    return said(
        _("We hebben je vraag ontvangen: %(reference)s", reference=request.reference),
        _("We hebben je vraag om hulp voor “%(title)s” ontvangen.", title=request.initiative.title),
        _("Het nummer is %(reference)s.", reference=request.reference),
        _("Je krijgt antwoord op of voor %(day)s.", day=date_words(request.decision_due_on)),
        *copy_of(request),
    )


def copy_of(request: SupportRequest) -> list[Part | str]:
    """Return what was sent in, as proof for the sender."""
    lines: list[Part | str] = [heading(_("Dit heb je gevraagd:"))]
    lines += [item(need_words(need)) for need in request.needs]
    lines.append(_("Waarvoor: %(text)s", text=request.explanation))
    if request.wanted_by:
        lines.append(_("Je wilt het weten voor %(day)s.", day=date_words(request.wanted_by)))
    if request.asks_decision:
        lines.append(_("Je vraagt om een besluit."))
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
