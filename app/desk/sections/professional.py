"""What waits for professionals and team leads: requests to answer, and the hours of their team."""

from collections.abc import Collection

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.core.dates import date_words
from app.desk.items import FETCH, Item, Link, Section
from app.desk.queries import staff as queries
from app.desk.sections.words import since
from app.matching.queries import waiting_invitations


def sections(person: User, organisation_ids: Collection[int]) -> list[Section]:
    """Return what ``person`` can answer and where the hours of the teams go."""
    invited = waiting_invitations(organisation_ids, FETCH)
    asked = {one.request_id for one in invited}
    return [
        Section(
            code="reacties",
            title=_("Een reactie gevraagd"),
            empty=_("Niemand wacht op een reactie van jullie."),
            items=[
                Item(
                    title=one.request.initiative.title,
                    href=url_for("capacity.respond", request_id=one.request_id),
                    facts=[since(one.created_at), _("Hierna: zeg of jullie dit kunnen doen.")],
                    due=one.request.decision_due_on,
                    waits=True,
                )
                for one in invited
            ],
        ),
        _requests(person, organisation_ids, asked),
        *_hours(person, organisation_ids),
    ]


def _requests(person: User, organisation_ids: Collection[int], asked: set[int]) -> Section:
    rows = queries.unanswered_requests(person, organisation_ids, FETCH + len(asked))
    return Section(
        code="kansen",
        title=_("Vragen uit je wijken"),
        empty=_("Er zijn geen nieuwe vragen."),
        items=[
            request_item(row, _("Kunnen jullie helpen? Laat het weten."))
            for row in rows
            if row.id not in asked
        ],
        links=[Link(_("Alle vragen"), url_for("support.index"))],
    )


def request_item(row: queries.OpenRequest, next_step: str, *, waits: bool = False) -> Item:
    """Return a request with its place, since when it waits and what comes next."""
    place = areas.by_id(row.neighbourhood_id or 0)
    return Item(
        title=row.title,
        href=url_for("support.show", request_id=row.id),
        facts=[
            f"{row.reference}, {place.name}." if place else f"{row.reference}.",
            since(row.sent_at),
            next_step,
        ],
        state=row.state,
        due=row.due,
        waits=waits,
    )


def _hours(person: User, organisation_ids: Collection[int]) -> list[Section]:
    offers = queries.hours_of(organisation_ids, FETCH)
    sets_hours = person.may(Permission.SET_CAPACITY)
    to_hours = [Link(_("Uren aanbieden of aanpassen"), url_for("capacity.hours"))]
    return [
        Section(
            code="uren",
            title=_("Uren van je team"),
            empty=_("Je team biedt nu geen uren aan.") if sets_hours else "",
            items=[
                Item(
                    title=offer.team.organisation.name,
                    href=url_for("capacity.hours") if sets_hours else "",
                    facts=[
                        _("%(free)s van %(total)s uur vrij.", free=offer.free, total=offer.hours),
                        _("Tot en met %(day)s.", day=date_words(offer.ends_on)),
                    ],
                )
                for offer in offers
            ],
            links=to_hours if sets_hours else [],
        ),
        Section(
            code="reserveringen",
            title=_("Waar de uren naartoe gaan"),
            items=[
                Item(
                    title=one.title,
                    href=url_for("support.show", request_id=one.request_id),
                    facts=[
                        ngettext("%(num)s uur.", "%(num)s uur.", one.hours),
                        _("Sinds %(day)s.", day=date_words(one.since)),
                    ],
                    state=one.state,
                )
                for one in queries.running_reservations(organisation_ids, FETCH)
            ],
        ),
    ]
