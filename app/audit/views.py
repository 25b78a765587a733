"""The log as an auditor reads it."""

from flask import Blueprint, render_template, request

from app.audit import queries, signals, words
from app.audit.choice import Choice
from app.core.paging import page_of

bp = Blueprint("audit", __name__)


@bp.get("/beheer/logboek")
def log() -> str:
    """Show the log, the newest line first: all of it, or what happened to one thing or by one person."""
    choice = Choice.from_address()
    page = page_of(choice.lines, request.args.get("na"))
    names = queries.names_of(page.rows)
    signals.names_shown.send(people=list(names))
    return render_template(
        "audit/log.html",
        page=page,
        names=names,
        choice=choice,
        kinds=words.kinds(),
        subject=words.subject,
        deed=words.deed,
        origin=words.origin,
    )
