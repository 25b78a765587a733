"""Letters for people without e-mail: who helps residents prints them, and ticks them off."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import looks
from app.core.dates import date_words
from app.core.errors import OutOfDate, Refused
from app.core.speech import DEFAULT, speaking
from app.notifications import paper
from app.notifications.views.blueprint import bp
from app.web import files, letters, pdf
from app.web.letters import Letter
from app.web.throttle import limiter

FILES = "120 per hour"  # for one network; one that was not asked for before takes about 170 ms


@bp.get("/berichten/per-post")
def by_post() -> str:
    """Show what waits to be brought to people without e-mail, and what was brought lately."""
    waiting, brought = paper.to_bring(current_user), paper.brought_lately(current_user)
    people = [one.person.id for one in (*waiting, *brought)]
    looks.note(people, looks.Why.LETTERS, by=current_user)
    return render_template(
        "notifications/by_post.html",
        waiting=waiting,
        brought=brought,
        ways=paper.Way,
        has_pdf=pdf.is_possible(),
    )


@bp.get("/berichten/per-post/<int:message_id>.pdf")
@limiter.limit(FILES)
def letter(message_id: int) -> ResponseReturnValue:
    """Give a message as a letter to print."""
    found = paper.on_paper(current_user, message_id)
    if not pdf.is_possible():
        return redirect(url_for(".by_post"), 303)
    looks.note([found.person.id], looks.Why.LETTERS, by=current_user)
    return files.answer(
        letters.pdf_of(_letter(found)), "application/pdf", name=f"brief-{message_id}.pdf"
    )


@bp.post("/berichten/per-post/<int:message_id>/bezorgd")
def brought(message_id: int) -> ResponseReturnValue:
    """Note that a message reached its reader; pressed twice it is noted once."""
    found = paper.on_paper(current_user, message_id)
    try:
        way = paper.Way.of(request.form.get("hoe", ""))
    except ValueError as unknown:
        raise Refused(_("Kies of je een brief stuurde of het vertelde.")) from unknown
    try:
        paper.note_brought(found.message, way, by=current_user)
    except OutOfDate as done:
        flash(done.message)
    else:
        flash(_("Afgevinkt. Was het de verkeerde? Onderaan zet je hem terug."))
    return redirect(url_for(".by_post"), 303)


@bp.post("/berichten/per-post/<int:message_id>/toch-niet")
def not_brought(message_id: int) -> ResponseReturnValue:
    """Let a message wait again that was ticked off by mistake."""
    found = paper.on_paper(current_user, message_id)
    try:
        paper.take_back(found.message, by=current_user)
    except OutOfDate as done:
        flash(done.message)
    return redirect(url_for(".by_post"), 303)


def _letter(found: paper.OnPaper) -> Letter:
    message, person = found.message, found.person
    return Letter(
        to=(person.name, *found.where.lines),
        day=date_words(message.created_at),
        subject=message.subject,
        paragraphs=(*message.text.split("\n\n"), *_helping(message.link)),
    )


def _helping(link: str) -> list[str]:
    """Return what somebody without internet does with a message that leads to a page."""
    if not link:
        return []
    with speaking(DEFAULT):
        return [_("Wil je hier iets mee doen? Bel ons of kom langs. Dan doen we het samen.")]
