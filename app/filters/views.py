"""The pages on which somebody keeps a filter of a queue, renames or removes it, and chooses columns."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound, Refused
from app.core.permissions import authorize
from app.filters import queries, service, shelf
from app.filters.forms import ColumnsForm, NameForm
from app.filters.models import Queue

bp = Blueprint("filters", __name__, url_prefix="/mijn/keuzes")


@bp.get("/<code>")
def index(code: str) -> str:
    """Show what this person kept for a queue, to change it."""
    queue = _queue(code)
    return render_template(
        "filters/index.html",
        queue=queue,
        kept=queries.kept_by(current_user, queue),
        address_of=shelf.address_of,
    )


@bp.route("/<code>/nieuw", methods=["GET", "POST"])
def keep(code: str) -> ResponseReturnValue:
    """Keep the choices of the address under a name."""
    queue = _queue(code)
    form, chosen = NameForm.from_request(), shelf.narrowed(queue).chosen()
    back = shelf.address_of(queue, chosen)
    if form.accepted():
        try:
            service.keep(queue, form.name.data or "", chosen, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Je keuze is bewaard. Hij staat boven de lijst."))
            return redirect(back, 303)
    page = render_template(
        "filters/name.html", form=form, heading=_("Bewaar deze keuze"), queue=queue, back=back
    )
    return page, form.status


@bp.route("/<code>/<int:filter_id>/naam", methods=["GET", "POST"])
def rename(code: str, filter_id: int) -> ResponseReturnValue:
    """Give a filter another name."""
    queue = _queue(code)
    saved = queries.found(current_user, queue, filter_id)
    form = NameForm.from_request(saved)
    if form.accepted():
        try:
            service.rename(saved, form.name.data or "", by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De nieuwe naam is bewaard."))
            return redirect(url_for(".index", code=code), 303)
    page = render_template(
        "filters/name.html",
        form=form,
        heading=_("Geef je keuze een andere naam"),
        queue=queue,
        back=url_for(".index", code=code),
    )
    return page, form.status


@bp.post("/<code>/<int:filter_id>/verwijdering")
def remove(code: str, filter_id: int) -> ResponseReturnValue:
    """Keep a filter no longer; pressed a second time it is gone already."""
    saved = queries.find(current_user, _queue(code), filter_id)
    if saved is not None:
        service.remove(saved, by=current_user)
        flash(_("Je keuze is verwijderd."))
    return redirect(url_for(".index", code=code), 303)


@bp.route("/<code>/kolommen", methods=["GET", "POST"])
def columns(code: str) -> ResponseReturnValue:
    """Choose what the table of a queue tells of each thing; the address keeps what narrows it."""
    queue = _queue(code)
    known = shelf.narrowed(queue)
    back = shelf.address_of(queue, known.chosen())
    form = ColumnsForm.among(known.columns, shelf.columns_of(current_user, queue))
    if form.accepted():
        service.choose_columns(queue, form.kolom.data or [], by=current_user)
        flash(_("De tabel heeft nu de kolommen die je koos."))
        return redirect(back, 303)
    page = render_template(
        "filters/columns.html",
        form=form,
        queue=queue,
        back=back,
        has_own=queries.chosen_columns(current_user, queue) is not None,
    )
    return page, form.status


@bp.post("/<code>/kolommen/gewoon")
def usual_columns(code: str) -> ResponseReturnValue:
    """Go back to the usual columns; pressed a second time they are there already."""
    queue = _queue(code)
    service.choose_usual_columns(queue, by=current_user)
    flash(_("De tabel heeft weer de gewone kolommen."))
    return redirect(shelf.address_of(queue, shelf.narrowed(queue).chosen()), 303)


def _queue(code: str) -> Queue:
    """Return a queue that this person may see. Raises ``NotFound`` for a code that is none."""
    try:
        queue = Queue.of(code)
    except ValueError as unknown:
        raise NotFound from unknown
    authorize(current_user, shelf.narrowed(queue).may_see)
    return queue
