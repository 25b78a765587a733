"""Register a plan: five pages with one group of questions each."""

from typing import TypeAlias

from flask import abort, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.areas import queries as areas
from app.areas.tree import Place
from app.core.errors import OutOfDate, Refused
from app.initiatives import queries, rules, service
from app.initiatives.forms.assisting import AssistedWhoForm
from app.initiatives.forms.wizard import ChooseAreaForm, NeededForm, WhatForm, WhereForm, WhoForm
from app.initiatives.models import Initiative, Registration
from app.initiatives.queries.words import step_titles
from app.initiatives.views import draft
from app.initiatives.views.blueprint import WRITES, bp
from app.web.throttle import limiter

Asked: TypeAlias = WhatForm | WhereForm | ChooseAreaForm | WhoForm | NeededForm
POSTCODE = "postcode"  # in the session: it stays out of addresses and logs


@bp.route("/nieuw", methods=["GET", "POST"])
def start() -> ResponseReturnValue:
    """Tell what is going to be asked; POST goes on with a draft of a signed-in person."""
    own = queries.drafts_of(current_user)
    if request.method == "POST":
        wanted = next((one for one in own if str(one.id) == request.form.get("concept")), None)
        if wanted is None:
            abort(404)
        draft.remember(service.open_again(wanted, by=current_user))
        return redirect(draft.way_on(wanted), 303)
    known = draft.current()
    return render_template(
        "initiatives/start.html",
        steps=list(step_titles().values()),
        draft=known,
        way_on=draft.way_on(known) if known else None,
        own_drafts=own,
        helps_residents=rules.assist(current_user, None),
    )


@bp.route("/nieuw/wat", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def what() -> ResponseReturnValue:
    """Ask what the plan is."""
    page = draft.page("wat")
    form = WhatForm.of(page.initiative)
    if form.accepted() and (answer := _kept(page, form)) is not None:
        return answer
    return render_template("initiatives/what.html", page=page, form=form), form.status


@bp.route("/nieuw/waar", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def where() -> ResponseReturnValue:
    """Ask where it is: by postcode, or by choosing from all neighbourhoods."""
    page = draft.page("waar")
    by_oneself = "zelf" in request.args
    form: WhereForm | ChooseAreaForm = _choose(page) if by_oneself else _by_postcode(page)
    if isinstance(form, WhereForm) and _searches(form):
        if (answer := _search(form)) is not None:
            return answer
    elif form.accepted() and (answer := _kept(page, form)) is not None:
        return answer
    text = render_template("initiatives/where.html", page=page, form=form, by_oneself=by_oneself)
    return text, form.status


@bp.route("/nieuw/wie", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def who() -> ResponseReturnValue:
    """Ask for whom and with whom, and who a visitor is."""
    page = draft.page("wie")
    form = _who(page.draft)
    if form.accepted() and (answer := _kept(page, form)) is not None:
        return answer
    return render_template("initiatives/who.html", page=page, form=form), form.status


@bp.route("/nieuw/nodig", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def needed() -> ResponseReturnValue:
    """Ask what is needed; nothing here has to be filled in."""
    page = draft.page("nodig")
    form = NeededForm.from_request(page.initiative)
    if form.accepted() and (answer := _kept(page, form)) is not None:
        return answer
    return render_template("initiatives/needed.html", page=page, form=form), form.status


def _kept(page: draft.Page, form: Asked) -> ResponseReturnValue | None:
    """Keep the answers and go on; nothing when they are refused, and the form says why."""
    try:
        return draft.keep(page, form.answers(), form.kept)
    except (Refused, OutOfDate) as refusal:
        form.refuse(refusal)
        return None


def _who(known: Registration | None) -> WhoForm:
    if known is not None and known.writer_id is not None:
        return AssistedWhoForm.of_resident(known)
    organisations = queries.organisations_of(current_user)
    return WhoForm.of(known, organisations, known=current_user.is_authenticated)


def _choose(page: draft.Page) -> ChooseAreaForm:
    form = ChooseAreaForm.from_request(page.initiative)
    form.neighbourhood_id.choices = {"": [("", _("Kies een buurt"))], **areas.choices()}
    return form


def _by_postcode(page: draft.Page) -> WhereForm:
    """Return the form with the neighbourhoods of the postcode as its choices."""
    postcode = session.get(POSTCODE, "")
    places = areas.for_postcode(postcode) if postcode else _place_before(page.initiative)
    form = WhereForm.from_request(page.initiative, postcode=postcode)
    form.neighbourhood_id.choices = [(place.id, _name(place)) for place in places]
    form.postcode.flags.required = not places
    if len(places) == 1 and request.method == "GET":
        form.neighbourhood_id.data = places[0].id
    return form


def _place_before(initiative: Initiative | None) -> list[Place]:
    place = areas.by_id(initiative.neighbourhood_id or 0) if initiative else None
    return [place] if place else []


def _name(place: Place) -> str:
    above = [up.name for up in areas.ancestors(place)]
    return ", ".join([place.name, *above])


def _searches(form: WhereForm) -> bool:
    """Tell whether the postcode was sent to be looked up, not an answer to be kept."""
    if not form.was_sent:
        return False
    return "zoek" in request.form or not form.neighbourhood_id.choices


def _search(form: WhereForm) -> ResponseReturnValue | None:
    if areas.for_postcode(form.postcode.data or ""):
        session[POSTCODE] = form.postcode.data
        return redirect(request.full_path.rstrip("?"), 303)
    form.refuse(
        Refused(
            _("We kennen deze postcode hier niet. Kijk of hij klopt, of kies zelf je buurt."),
            field="postcode",
        )
    )
    return None
