"""The work place of an association: the moments of all its plans, for its administrators."""

from flask import render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.core.paging import page_of
from app.organisations import queries as organisations
from app.organisations.models import Organisation
from app.volunteering import queries, rules, words
from app.volunteering.views.blueprint import bp

MOST_BEGUN = 10  # moments of which is not noted who was there


def administered(slug: str) -> Organisation:
    """Return the organisation at a web address; ``NotFound`` for who does not administer it."""
    organisation = organisations.with_members(slug)
    if not rules.see_work_of(current_user, organisation):
        raise NotFound(_("Deze pagina is alleen voor beheerders van de organisatie."))
    return organisation


@bp.get("/organisaties/<slug>/klussen")
def of_organisation(slug: str) -> str:
    """Show what comes, who waits for a yes, and of which moments is not noted who was there."""
    organisation = administered(slug)
    page = page_of(queries.coming_at(organisation), request.args.get("na"))
    begun = queries.not_noted_of(organisation, MOST_BEGUN)
    return render_template(
        "volunteering/of_organisation.html",
        organisation=organisation,
        page=page,
        page_url=lambda bookmark: url_for(".of_organisation", slug=slug, na=bookmark),
        waiting=queries.number_to_confirm(page.rows),
        begun=begun,
        left=queries.number_not_noted(begun),
        words=words,
    )
