"""The letters about a request: on a page, and as PDF to keep or to print."""

from datetime import date

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.core.permissions import authorize
from app.core.speech import spoken
from app.support import letters, queries, rules
from app.support.letters.parts import Said
from app.support.models import SupportRequest
from app.support.paper import blocks, printed
from app.support.post import Letter
from app.support.views.blueprint import bp
from app.support.views.noting import note_look
from app.web import files, pdf
from app.web.throttle import limiter

FILES = "120 per hour"  # for one network; one that was not asked for before takes about 170 ms


@bp.get("/ondersteuning/<int:request_id>/besluit")
def decision(request_id: int) -> str:
    """Show the decision as it was sent; one from before letters were kept in the words of today."""
    request = queries.found(current_user, request_id)
    made = queries.decision_of(request)
    if made is None:
        raise NotFound(_("Er is nog geen besluit."))
    _may_read(request)
    sent = queries.decision_letter(request)
    if sent is not None:
        return _page_of(sent)
    return _page(request, letters.decided(made), made.announced_on, made.decider.name)


@bp.get("/ondersteuning/<int:request_id>/brieven/<int:letter_id>")
def letter(request_id: int, letter_id: int) -> str:
    """Show a letter as it was sent."""
    return _page_of(_found(request_id, letter_id))


@bp.get("/ondersteuning/<int:request_id>/brieven/<int:letter_id>.pdf")
@limiter.limit(FILES)
def letter_file(request_id: int, letter_id: int) -> ResponseReturnValue:
    """Give a letter as PDF, in Dutch as it was sent; the page when this machine makes none."""
    found = _found(request_id, letter_id)
    if not pdf.is_possible():
        return redirect(url_for(".letter", request_id=request_id, letter_id=letter_id), 303)
    name = f"brief-{found.request.reference}-{letter_id}.pdf"
    return files.answer(printed(found), "application/pdf", name=name)


def _found(request_id: int, letter_id: int) -> Letter:
    request = queries.found(current_user, request_id)
    _may_read(request)
    return queries.found_letter(request, letter_id)


def _may_read(request: SupportRequest) -> None:
    authorize(current_user, rules.read_money, request)
    note_look(request)


def _page_of(sent: Letter) -> str:
    text = sent.text_in(spoken())
    return _page(
        sent.request,
        text.said,
        sent.written_on,
        sent.signed_by,
        language=text.language,
        file_url=url_for(".letter_file", request_id=sent.request_id, letter_id=sent.id),
    )


def _page(
    request: SupportRequest,
    said: Said,
    day: date,
    signed_by: str,
    *,
    language: str = "",
    file_url: str = "",
) -> str:
    return render_template(
        "support/letter.html",
        support_request=request,
        subject=said.subject,
        blocks=blocks(said.parts),
        day=day,
        signed_by=signed_by,
        language=language or spoken(),
        file_url=file_url,
        has_pdf=pdf.is_possible(),
    )
