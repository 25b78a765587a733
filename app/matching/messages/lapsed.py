"""What we say when a coordinator chose other hours, or found none, after a team took hours back."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityReservation
from app.capacity.quarters import words as period
from app.core.speech import to_each
from app.matching import queries
from app.matching.words.residents import fewer
from app.notifications.service import tell
from app.support import queries as support
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest


def tell_replaced(lapsed: LapsedHours) -> None:
    """Tell the team of the initiative and the new district team which hours are kept now."""
    _tell_residents_of_others(lapsed)
    _tell_new_team(lapsed)


def _residents(lapsed: LapsedHours) -> list[User]:
    return support.team_of(lapsed.reservation.need.request)


def _new_team(lapsed: LapsedHours) -> list[User]:
    kept = _replacement(lapsed)
    return queries.responders(kept.offer.team.organisation_id, kept.need.request)


@to_each(_residents)
def tell_closed(person: User, lapsed: LapsedHours) -> None:
    """Tell the team of an initiative that there are no other hours, and why."""
    lost = lapsed.reservation
    request = lost.need.request
    paragraphs = [
        _("We zochten andere uren, want %(team)s kan toch niet helpen.", team=_team(lost)),
        _("Dat lukte niet. De wijkcoördinator schrijft waarom:"),
        lapsed.reason,
    ]
    if request.state in OPEN:
        paragraphs.append(
            _("Je vraag blijft staan. De wijkcoördinator zoekt met je naar iets anders.")
        )
    title = request.initiative.title
    _tell(
        person,
        request,
        _("Nog geen tijd van een wijkteam voor “%(title)s”", title=title),
        paragraphs,
    )


@to_each(_residents)
def _tell_residents_of_others(person: User, lapsed: LapsedHours) -> None:
    lost, kept = lapsed.reservation, _replacement(lapsed)
    request, title = kept.need.request, kept.need.request.initiative.title
    paragraphs = [
        _(
            "%(team)s houdt %(hours)s vrij voor “%(title)s”, in %(period)s.",
            team=_team(kept),
            hours=_hours(kept),
            title=title,
            period=period(kept.offer.starts_on),
        ),
        _("Dit komt in de plaats van de uren van %(team)s.", team=_team(lost)),
    ]
    if kept.hours < lost.hours:
        paragraphs.append(fewer(lost.hours - kept.hours))
    if request.state in OPEN:
        paragraphs.append(_("Het is zeker zodra de gemeente besluit over je vraag."))
    _tell(person, request, _("Een wijkteam heeft tijd voor “%(title)s”", title=title), paragraphs)


@to_each(_new_team)
def _tell_new_team(person: User, lapsed: LapsedHours) -> None:
    kept = _replacement(lapsed)
    request, title = kept.need.request, kept.need.request.initiative.title
    paragraphs = [
        _(
            "Een ander team kan niet meer helpen bij “%(title)s”. De wijkcoördinator koos jullie.",
            title=title,
        ),
        _(
            "Deze uren zijn voor jullie vastgelegd: %(hours)s, in %(period)s.",
            hours=_hours(kept),
            period=period(kept.offer.starts_on),
        ),
    ]
    if request.state in OPEN:
        paragraphs.append(_("Het is zeker zodra de gemeente besluit over de vraag."))
    _tell(person, request, _("Uren voor “%(title)s”", title=title), paragraphs)


def _tell(person: User, request: SupportRequest, subject: str, paragraphs: list[str]) -> None:
    title = request.initiative.title
    tell(
        person,
        subject,
        "\n\n".join(paragraphs),
        link=url_for("support.show", request_id=request.id),
        link_label=_("Bekijk de vraag"),
        why=_(
            "Je krijgt deze mail omdat je te maken hebt met de vraag van “%(title)s”.", title=title
        ),
    )


def _replacement(lapsed: LapsedHours) -> CapacityReservation:
    if lapsed.replacement is None:
        raise ValueError(f"{lapsed!r} has no other hours")
    return lapsed.replacement


def _team(kept: CapacityReservation) -> str:
    return kept.offer.team.organisation.name


def _hours(kept: CapacityReservation) -> str:
    return str(ngettext("%(num)s uur", "%(num)s uur", kept.hours))
