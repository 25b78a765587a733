"""What waits for those who coordinate, advise and decide: soonest due first."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.dates import date_words
from app.core.money import euros
from app.desk.items import FEW, Item, Link, Section
from app.desk.queries.lapsed import Lapsed
from app.desk.queries.staff import NewPlan, OpenObjection, OpenProposal, OpenRequest
from app.desk.remembered import remembered
from app.desk.sections.professional import request_item
from app.desk.sections.words import since
from app.support.lifecycle import RequestState


@remembered
def decisions(rows: tuple[OpenProposal, ...], reader_id: int) -> Section:
    """Show the advice that waits for a decision by the reader."""
    proposed = url_for("support.index", state=RequestState.PROPOSED.value)
    return Section(
        code="besluiten",
        title=_("Voorstellen om over te besluiten"),
        empty=_("Er ligt geen voorstel klaar."),
        items=tuple(_proposal_item(row, reader_id) for row in rows),
        links=(Link(_("Alle voorstellen"), proposed),) if rows else (),
        most=FEW,
    )


@remembered
def objections(rows: tuple[OpenObjection, ...]) -> Section:
    """Show the objections that the reader can answer; nothing when there are none."""
    return Section(
        code="bezwaren",
        title=_("Bezwaren"),
        items=tuple(map(_objection_item, rows)),
        links=(Link(_("Alle bezwaren"), url_for("support.objections")),) if rows else (),
        most=FEW,
    )


@remembered
def requests(rows: tuple[OpenRequest, ...], *, coordinates: bool) -> Section:
    """Show the requests that wait for a first look or for advice."""
    first_look = _("Hierna: neem de vraag in behandeling.")
    if not coordinates:
        first_look = _("Hierna: de coördinator neemt de vraag in behandeling.")
    next_steps = {
        RequestState.SUBMITTED: first_look,
        RequestState.IN_ASSESSMENT: _("Hierna: maak een voorstel."),
        RequestState.INCOMPLETE: _("Hierna: het team geeft antwoord."),
    }
    return Section(
        code="aanvragen",
        title=_("Vragen om hulp"),
        empty=_("Er wacht geen vraag op je."),
        items=tuple(
            request_item(row, next_steps[row.state], waits=row.state is not RequestState.INCOMPLETE)
            for row in rows
        ),
        links=(
            Link(_("Alle vragen"), url_for("support.index")),
            *(
                (Link(_("Cijfers van je wijken"), url_for("statistics.staff")),)
                if coordinates
                else ()
            ),
        ),
        most=FEW,
    )


@remembered
def lapsed_hours(lapsed: Lapsed) -> Section:
    """Show how many initiatives lost hours that were kept for them; nothing when none did."""
    waiting = Item(
        title=ngettext(
            "%(num)s initiatief verloor uren", "%(num)s initiatieven verloren uren", lapsed.number
        ),
        href=url_for("matching.lapsed"),
        facts=(
            _("De langste: %(since)s", since=since(lapsed.since)),
            _("Hierna: kies andere uren, of zeg dat die er niet zijn."),
        ),
        waits=True,
    )
    return Section(
        code="uren-vervallen",
        title=_("Uren vervallen"),
        items=(waiting,) if lapsed.number else (),
        counted=lapsed.number,
    )


@remembered
def new_plans(rows: tuple[NewPlan, ...]) -> Section:
    """Show the plans that wait for a moderator in the districts of a coordinator."""
    return Section(
        code="nieuw",
        title=_("Nieuwe initiatieven in je wijken"),
        empty=_("Er wacht geen initiatief op een moderator."),
        items=tuple(map(_plan_item, rows)),
        most=FEW,
    )


def _proposal_item(row: OpenProposal, reader_id: int) -> Item:
    facts = [
        _("Het voorstel ligt klaar sinds %(day)s.", day=date_words(row.made_at)),
        _("Hierna: neem een besluit."),
    ]
    if row.cents:
        facts.insert(0, _("Bedrag: %(amount)s.", amount=euros(row.cents)))
    if row.author_id == reader_id:
        facts.append(_("Je schreef zelf het advies. Vraag om geld? Dan besluit een collega."))
    return Item(
        title=row.title,
        href=url_for("support.show", request_id=row.request_id),
        facts=tuple(facts),
        due=row.due,
        waits=True,
    )


def _objection_item(row: OpenObjection) -> Item:
    return Item(
        title=row.title,
        href=url_for("support.objection", request_id=row.request_id),
        facts=(
            _("Er is bezwaar gemaakt op %(day)s.", day=date_words(row.received_on)),
            _("Hierna: neem een besluit."),
        ),
        due=row.due,
        waits=True,
    )


def _plan_item(row: NewPlan) -> Item:
    return Item(
        title=row.title,
        href=url_for("initiatives.show", initiative_id=row.id),
        facts=(
            f"{row.place}." if row.place else "",
            since(row.sent_at),
            _("Hierna: een moderator leest het plan."),
        ),
    )
