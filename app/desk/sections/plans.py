"""How the plans of a person and of an association stand, and what comes next for each."""

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from app.core.dates import date_words
from app.desk.items import Item, Link, Section
from app.desk.queries.own import Joined
from app.desk.queries.running import Plan
from app.desk.remembered import remembered
from app.desk.sections.words import sentence, since
from app.initiatives.lifecycle import State
from app.initiatives.queries import ahead
from app.organisations.models import MemberRole, OrganisationKind

NEEDS_ITS_TEAM = {State.DRAFT, State.CHANGES_REQUESTED}
WITH_PLANS = {OrganisationKind.RESIDENTS_ASSOCIATION, OrganisationKind.FOUNDATION}


@remembered
def plans(
    rows: tuple[Plan, ...], memberships: tuple[Joined, ...], *, is_staff: bool
) -> tuple[Section, ...]:
    """Return the section of one's own plans, and one for each association with its plans."""
    joined = {one.organisation_id for one in memberships}
    own = [row for row in rows if row.organisation_id not in joined]
    start = Link(_("Begin met je idee"), url_for("initiatives.start"))
    return (
        Section(
            code="initiatieven",
            title=_("Je initiatieven"),
            items=_items(own),
            empty="" if is_staff else _("Je hebt nog geen initiatief. Heb je een idee?"),
            links=() if is_staff or own else (start,),
        ),
        *(_of_organisation(one, rows) for one in memberships),
    )


def _of_organisation(joined: Joined, rows: tuple[Plan, ...]) -> Section:
    theirs = [row for row in rows if row.organisation_id == joined.organisation_id]
    has_plans = joined.kind in WITH_PLANS
    return Section(
        code=f"organisatie-{joined.organisation_id}",
        title=_("Initiatieven van %(name)s", name=joined.name),
        items=_items(theirs),
        empty=_("Er zijn nog geen initiatieven.") if has_plans else "",
        links=_links(joined) if has_plans or theirs else (),
    )


def _links(joined: Joined) -> tuple[Link, ...]:
    page = Link(_("Bekijk de organisatie"), url_for("organisations.show", slug=joined.slug))
    if joined.role is not MemberRole.ADMIN:
        return (page,)
    members = url_for("organisations.members", slug=joined.slug)
    tasks = url_for("volunteering.of_organisation", slug=joined.slug)
    return (page, Link(_("Klussen en vrijwilligers"), tasks), Link(_("Leden beheren"), members))


def _items(rows: Iterable[Plan]) -> tuple[Item, ...]:
    """Return what waits for the team first."""
    return tuple(sorted(map(_item, rows), key=lambda item: not item.waits))


def _item(row: Plan) -> Item:
    if row.state is State.DRAFT:
        facts = [_("Hierna: maak je plan af en stuur het in.")]
        href = url_for("initiatives.start")
    else:
        facts, href = _facts(row), url_for("initiatives.show", initiative_id=row.id)
    title = row.title or _("Plan zonder naam")
    waits = row.state in NEEDS_ITS_TEAM
    return Item(title=title, href=href, facts=tuple(facts), state=row.state, waits=waits)


def _facts(row: Plan) -> list[str]:
    if row.hidden_at is not None:
        return [_("Een moderator haalde dit plan van de site. Lees op de pagina waarom.")]
    facts = [since(row.submitted_at)] if row.state is State.SUBMITTED else []
    if row.state is State.REJECTED:
        facts.append(_("Lees waarom. Je kunt om een nieuwe blik vragen."))
    if row.state is State.RUNNING:
        facts.append(_("Hierna: vertel hoe het gaat. Is het klaar? Geef dat dan door."))
        return facts
    for step in ahead(row)[:1]:
        facts.append(_("Hierna: %(step)s", step=sentence(step.title)))
        if step.expected:
            facts.append(_("Verwacht: %(day)s.", day=date_words(step.expected)))
    return facts
