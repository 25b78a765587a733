"""What waits for professionals and team leads: requests to answer, and the hours of their team."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.dates import date_words
from app.desk.items import Item, Link, Section
from app.desk.queries.staff import OpenRequest, RunningReservation, TeamHours
from app.desk.remembered import remembered
from app.desk.sections.words import since
from app.matching.queries import WaitingInvitation


@remembered
def invitations(rows: tuple[WaitingInvitation, ...]) -> Section:
    """Show who asks the organisations of the reader for a response."""
    return Section(
        code="reacties",
        title=_("Een reactie gevraagd"),
        empty=_("Niemand wacht op een reactie van jullie."),
        items=tuple(
            Item(
                title=row.title,
                href=url_for("capacity.respond", request_id=row.request_id),
                facts=(since(row.since), _("Hierna: zeg of jullie dit kunnen doen.")),
                due=row.due,
                waits=True,
            )
            for row in rows
        ),
    )


@remembered
def requests(rows: tuple[OpenRequest, ...]) -> Section:
    """Show what is asked in the districts of a professional."""
    return Section(
        code="kansen",
        title=_("Vragen uit je wijken"),
        empty=_("Er zijn geen nieuwe vragen."),
        items=tuple(request_item(row, _("Kunnen jullie helpen? Laat het weten.")) for row in rows),
        links=(Link(_("Alle vragen"), url_for("support.index")),),
    )


@remembered
def hours(rows: tuple[TeamHours, ...], *, sets_hours: bool) -> Section:
    """Show the hours that the teams offer."""
    to_hours = url_for("capacity.hours") if sets_hours else ""
    return Section(
        code="uren",
        title=_("Uren van je team"),
        empty=_("Je team biedt nu geen uren aan.") if sets_hours else "",
        items=tuple(
            Item(
                title=row.team,
                href=to_hours,
                facts=(
                    _("%(free)s van %(total)s uur vrij.", free=row.free, total=row.hours),
                    _("Tot en met %(day)s.", day=date_words(row.ends_on)),
                ),
            )
            for row in rows
        ),
        links=(Link(_("Uren aanbieden of aanpassen"), to_hours),) if sets_hours else (),
    )


@remembered
def reservations(rows: tuple[RunningReservation, ...]) -> Section:
    """Show what the hours of the teams are kept for."""
    return Section(
        code="reserveringen",
        title=_("Waar de uren naartoe gaan"),
        items=tuple(
            Item(
                title=row.title,
                href=url_for("support.show", request_id=row.request_id),
                facts=(
                    ngettext("%(num)s uur.", "%(num)s uur.", row.hours),
                    _("Sinds %(day)s.", day=date_words(row.since)),
                ),
                state=row.state,
            )
            for row in rows
        ),
    )


def request_item(row: OpenRequest, next_step: str, *, waits: bool = False) -> Item:
    """Return a request with its place, since when it waits and what comes next."""
    return Item(
        title=row.title,
        href=url_for("support.show", request_id=row.id),
        facts=(
            f"{row.reference}, {row.place}." if row.place else f"{row.reference}.",
            since(row.sent_at),
            next_step,
        ),
        state=row.state,
        due=row.due,
        waits=waits,
    )
