"""The log as an auditor reads it."""

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from app.audit import queries, signals, words
from app.core.db import LARGEST_NUMBER
from app.core.errors import NotFound
from app.core.paging import page_of
from app.core.text import one_line

bp = Blueprint("audit", __name__)


@bp.get("/beheer/logboek")
def log() -> str:
    """Show the log, the newest line first; all of it, or what happened to one thing."""
    kind = one_line(request.args.get("soort"))
    number = request.args.get("nummer", type=int)
    if number is not None and abs(number) > LARGEST_NUMBER:
        raise NotFound(_("Deze pagina bestaat niet."))
    query = queries.listed(subject_type=kind, subject_id=number)
    page = page_of(query, request.args.get("na"))
    names = queries.names_of(page.rows)
    signals.names_shown.send(people=list(names))
    return render_template(
        "audit/log.html",
        page=page,
        names=names,
        kind=kind,
        number=number,
        kinds=words.kinds(),
        subject=words.subject,
        deed=words.deed,
        origin=words.origin,
    )
