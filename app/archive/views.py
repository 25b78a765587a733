"""The archive: what is past its term, destruction lists, their export, and the yes of somebody else."""

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.accounts.looks import Why, note
from app.accounts.step_up import just_signed_in
from app.archive import export, queries, rules, service
from app.archive.forms import ApproveForm, KeepLongerForm
from app.archive.models import DestructionLine, DestructionList
from app.core.dates import date_words
from app.core.errors import NotFound, Refused
from app.core.permissions import Predicate, authorize
from app.web.forms import PortalForm
from app.web.throttle import limiter

FILES = "60 per hour"  # for one network
bp = Blueprint("archive", __name__, url_prefix="/archief")


@bp.get("")
def index() -> str:
    """Show which files are past their term, and the lists that were made."""
    authorize(current_user, rules.see)
    due, lists = queries.due(), queries.lists()
    _note_colleagues(lists)
    rows = [
        (
            *(one.request.reference or _("Niet ingestuurd"), one.request.initiative.title),
            *(one.retention.label, date_words(one.counted_from), date_words(one.until)),
        )
        for one in due.first
    ]
    return render_template(
        "archive/index.html",
        due=due,
        rows=rows,
        most=queries.MOST,
        lists=lists,
        rules=rules,
    )


@bp.post("/lijsten")
def make() -> ResponseReturnValue:
    """Put the oldest files on a new list."""
    one = service.make(by=current_user)
    return redirect(url_for(".show", list_id=one.id), 303)


@bp.get("/lijsten/<int:list_id>")
def show(list_id: int) -> str:
    """Show a list: what goes, what is kept, and what comes next."""
    one = _found(list_id)
    _note_colleagues([one])
    return render_template(
        "archive/show.html", list=one, requests=queries.requests_on(one), rules=rules
    )


@bp.route("/lijsten/<int:list_id>/bestand", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_file(list_id: int) -> ResponseReturnValue:
    """Say what is in the export; POST gives it, and writes in the log who took it."""
    one, form = _found(list_id), PortalForm()
    requests = queries.requests_on(one)
    if not requests:
        raise NotFound(_("De dossiers van deze lijst zijn er niet meer."))
    if not form.accepted():
        page = render_template("archive/take_file.html", list=one, form=form)
        return page, form.status
    note([request.author_id for request in requests.values()], Why.ARCHIVE, by=current_user)
    made = export.export_of(one)
    service.note_export(one, made.fingerprint, by=current_user)
    answer = Response(made.content, mimetype="application/zip")
    name = f"dossiers-lijst-{one.id}.zip"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.route("/lijsten/<int:list_id>/<int:line_id>/langer", methods=["GET", "POST"])
def keep(list_id: int, line_id: int) -> ResponseReturnValue:
    """Take a file off the list for now."""
    one = _found(list_id, rules.make)
    line, form = _line(one, line_id), KeepLongerForm.from_request()
    if form.accepted() and form.until.data:
        service.keep(line, form.until.data, form.reason.data or "", by=current_user)
        flash(_("Dit dossier blijft bewaard."))
        return redirect(url_for(".show", list_id=one.id), 303)
    return render_template("archive/keep.html", list=one, line=line, form=form), form.status


@bp.post("/lijsten/<int:list_id>/weg")
def discard(list_id: int) -> ResponseReturnValue:
    """Put a list aside; nothing is destroyed."""
    service.discard(_found(list_id, rules.make), by=current_user)
    flash(_("De lijst is weggelegd. Er is niets vernietigd."))
    return redirect(url_for(".index"), 303)


@bp.route("/lijsten/<int:list_id>/akkoord", methods=["GET", "POST"])
@just_signed_in
def approve(list_id: int) -> ResponseReturnValue:
    """Ask for a yes; POST destroys the files."""
    one = _found(list_id)
    authorize(current_user, rules.approve, one)
    form = ApproveForm.from_request()
    if form.accepted():
        try:
            number = service.approve(one, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(
                ngettext(
                    "%(num)s dossier is vernietigd.", "%(num)s dossiers zijn vernietigd.", number
                )
            )
            return redirect(url_for(".show", list_id=list_id), 303)
    return render_template("archive/approve.html", list=one, form=form), form.status


def _note_colleagues(lists: Iterable[DestructionList]) -> None:
    """Write down whose names stand on lists: who made them, and who agreed."""
    people = {number for one in lists for number in (one.made_by_id, one.ended_by_id)}
    note(people, Why.ARCHIVE, by=current_user)


def _found(list_id: int, rule: Predicate[Any, Any] = rules.see) -> DestructionList:
    authorize(current_user, rule)
    return queries.found(list_id)


def _line(one: DestructionList, line_id: int) -> DestructionLine:
    found = next((line for line in one.going if line.id == line_id), None)
    if found is None:
        raise NotFound(_("Dit dossier staat niet op deze lijst."))
    return found
