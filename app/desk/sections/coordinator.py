"""What waits for those who coordinate, advise and decide: soonest due first."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.core.dates import date_words
from app.core.money import euros
from app.desk.items import FETCH, Item, Link, Section
from app.desk.queries import staff as queries
from app.desk.sections.professional import request_item
from app.desk.sections.words import since
from app.support.lifecycle import RequestState


def decisions(person: User) -> Section:
    """Show the advice that waits for a decision by ``person``."""
    return Section(
        code="besluiten",
        title=_("Voorstellen om over te besluiten"),
        empty=_("Er ligt geen voorstel klaar."),
        items=[_proposal_item(person, one) for one in queries.proposals_to_decide(person, FETCH)],
    )


def requests(person: User) -> Section:
    """Show the requests that wait for a first look or for advice."""
    first_look = _("Hierna: neem de vraag in behandeling.")
    if not person.may(Permission.COORDINATE):
        first_look = _("Hierna: de coördinator neemt de vraag in behandeling.")
    next_steps = {
        RequestState.SUBMITTED: first_look,
        RequestState.IN_ASSESSMENT: _("Hierna: maak een voorstel."),
    }
    return Section(
        code="aanvragen",
        title=_("Vragen om hulp"),
        empty=_("Er wacht geen vraag op je."),
        items=[
            request_item(row, next_steps[row.state], waits=True)
            for row in queries.requests_to_handle(person, FETCH)
        ],
        links=[Link(_("Alle vragen"), url_for("support.index"))],
    )


def new_plans(person: User) -> Section:
    """Show the plans in the districts of ``person`` that wait for a moderator."""
    return Section(
        code="nieuw",
        title=_("Nieuwe initiatieven in je wijken"),
        empty=_("Er wacht geen initiatief op een moderator."),
        items=[_plan_item(row) for row in queries.new_plans(person, FETCH)],
    )


def _proposal_item(person: User, one: queries.OpenProposal) -> Item:
    facts = [
        _("Het voorstel ligt klaar sinds %(day)s.", day=date_words(one.made_at)),
        _("Hierna: neem een besluit."),
    ]
    if one.cents:
        facts.insert(0, _("Bedrag: %(amount)s.", amount=euros(one.cents)))
    if one.author_id == person.id:
        facts.append(_("Je schreef zelf het advies. Vraag om geld? Dan besluit een collega."))
    return Item(
        title=one.title,
        href=url_for("support.show", request_id=one.request_id),
        facts=facts,
        due=one.due,
        waits=True,
    )


def _plan_item(row: queries.NewPlan) -> Item:
    place = areas.by_id(row.neighbourhood_id or 0)
    return Item(
        title=row.title,
        href=url_for("initiatives.show", initiative_id=row.id),
        facts=[
            *([f"{place.name}."] if place else []),
            since(row.sent_at),
            _("Hierna: een moderator leest het plan."),
        ],
    )
