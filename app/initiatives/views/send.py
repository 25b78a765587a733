"""Send a plan in: check the answers, confirm the address, and read what happens now."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import queries as accounts
from app.accounts import service as accounts_service
from app.accounts.models import OneTimeLink, Purpose
from app.core.db import db
from app.core.errors import NotFound, OutOfDate, Refused
from app.initiatives import messages, queries, rules, service
from app.initiatives.forms.wizard import CheckForm, KeepForm, SendForm
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.initiatives.queries.words import answers_of, who_answers
from app.initiatives.views import draft
from app.initiatives.views.blueprint import WRITES, Row, bp, found, unshared
from app.initiatives.views.sharing import sharing
from app.web.language import chosen
from app.web.throttle import limiter

MAILS_PER_NETWORK = "60 per hour"  # a whole community centre may sit behind one address


@bp.route("/nieuw/controle", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def check() -> ResponseReturnValue:
    """Show all answers; send them in, or mail a visitor the link that does."""
    known = draft.sent_or_draft()
    if known is not None and known.initiative.state != State.DRAFT:
        return redirect(url_for(".received", initiative_id=known.initiative_id), 303)
    if known is None:
        return redirect(url_for(".start"), 303)
    if (missing := draft.first_missing(known)) is not None:
        return redirect(url_for(f".{draft.PAGES[missing]}"), 303)
    form = _check_form(known.initiative)
    if form.accepted():
        service.insist(known.initiative, form.kept, by=current_user)
        try:
            return _send(known)
        except Refused as refusal:
            form.refuse(refusal)
    page = render_template(
        "initiatives/check.html",
        page=draft.page("controle"),
        form=form,
        rows=_rows(known.initiative, known, can_change=True),
        submit=_("Verder: vraag de bewoner of het klopt") if known.writer_id else None,
    )
    return page, form.status


@bp.route("/nieuw/verstuurd", methods=["GET", "POST"])
@limiter.limit(MAILS_PER_NETWORK, methods=["POST"])
def sent() -> ResponseReturnValue:
    """Ask a visitor to look in the mail; POST sends the link again."""
    known = draft.current()
    if known is None or not known.email or known.writer_id is not None:
        return redirect(url_for(".start"), 303)
    form = SendForm.from_request()
    if form.accepted():
        try:
            service.ask_confirmation(known)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("We hebben de mail nog een keer gestuurd."))
            return redirect(url_for(".sent"), 303)
    page = render_template("initiatives/sent.html", form=form, email=known.email)
    return page, form.status


@bp.route("/nieuw/bevestigen/<token>", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def confirm(token: str) -> ResponseReturnValue:
    """Show the plan behind a mailed link; POST uses the link and sends the plan in."""
    link = accounts.link_with(token, Purpose.SUBMIT)
    if link is None:
        raise NotFound(_("Deze link kennen we niet. Misschien is hij niet goed overgenomen."))
    initiative, registration = queries.draft_behind(link)
    if initiative is not None and initiative.state != State.DRAFT:
        return _sent_before(link, initiative)
    if initiative is None or not link.still_opens:
        return _closed(link, token)
    form = SendForm.from_request()
    if form.accepted():
        return _confirm(token)
    rows = _rows(initiative, registration)
    page = render_template("initiatives/confirm.html", form=form, rows=rows)
    return unshared(page, form.status)


@bp.post("/nieuw/bevestigen/<token>/opnieuw")
@limiter.limit(MAILS_PER_NETWORK)
def confirm_again(token: str) -> ResponseReturnValue:
    """Mail a new link in the place of one that closed, to the address of the draft."""
    link = accounts.link_with(token, Purpose.SUBMIT)
    registration = queries.draft_behind(link)[1] if link else None
    if registration is None or registration.initiative.state != State.DRAFT:
        raise NotFound(_("We kunnen je concept niet vinden. Misschien heb je het al ingestuurd."))
    service.ask_confirmation(registration)
    return render_template("initiatives/sent.html", form=None, email=registration.email)


@bp.get("/<int:initiative_id>/ontvangen")
def received(initiative_id: int) -> str:
    """Confirm that a plan arrived: the reference, and what happens now."""
    initiative = found(initiative_id, rules.run_it)
    if initiative.reference is None:
        raise NotFound(_("Dit plan is nog niet ingestuurd."))
    return render_template(
        "initiatives/received.html",
        initiative=initiative,
        next_steps=messages.next_steps(initiative),
        rows=_rows(initiative, None),
        share=sharing(initiative)["share"],
    )


@bp.route("/nieuw/bewaren", methods=["GET", "POST"])
@limiter.limit(MAILS_PER_NETWORK, methods=["POST"])
def keep() -> ResponseReturnValue:
    """Mail the link to the draft, for later or for another device."""
    known = draft.current()
    if known is None or known.writer_id is not None:
        return redirect(url_for(".start"), 303)
    form = KeepForm.from_request(email=known.email or getattr(current_user, "email", ""))
    if form.accepted():
        try:
            service.send_way_back(
                known, form.email.data or "", session[draft.IN_SESSION], by=current_user
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Je plan is bewaard. De link staat in je mail."))
            return redirect(url_for(".keep"), 303)
    return render_template("initiatives/keep.html", form=form, draft=known), form.status


@bp.route("/nieuw/verder/<secret>", methods=["GET", "POST"])
def resume(secret: str) -> ResponseReturnValue:
    """Show which draft a mailed link opens; POST opens it in this browser."""
    known = queries.registration_with(secret, current_user)
    if known is None or known.initiative.state != State.DRAFT:
        raise NotFound(
            _("Dit concept is er niet meer. Misschien is het al ingestuurd, of ouder dan 14 dagen.")
        )
    form = SendForm.from_request()
    if form.accepted():
        draft.remember(secret)
        return redirect(draft.way_on(known), 303)
    return unshared(render_template("initiatives/resume.html", form=form, draft=known), form.status)


def _check_form(initiative: Initiative) -> CheckForm:
    photos = [photo.alt for photo in queries.photos_of(initiative)]
    thing = (initiative.__tablename__, initiative.id)
    chosen = queries.kept_in([thing])[thing]
    return CheckForm.of([*initiative.texts.values(), *photos], chosen)


def _rows(
    initiative: Initiative, registration: Registration | None, *, can_change: bool = False
) -> list[Row]:
    """Return the answers to read back; those of a visitor with who they are."""
    answers = answers_of(initiative)
    if registration is not None:
        answers += who_answers(registration)
    rows = [
        Row(answer.label, answer.value, _change_url(answer.step) if can_change else None)
        for answer in answers
    ]
    return [*rows, *_photos(initiative, can_change=can_change)]


def _photos(initiative: Initiative, *, can_change: bool) -> list[Row]:
    """Return what is on the photos, as one more answer; nobody has to add any."""
    said = "\n".join(photo.alt for photo in queries.photos_of(initiative))
    if can_change:
        return [Row(_("Foto's"), said or _("Nog geen"), url_for(".draft_photos"))]
    return [Row(_("Foto's"), said)] if said else []


def _change_url(step: str) -> str:
    return url_for(f".{draft.PAGES[step]}", terug=draft.BACK)


def _send(registration: Registration) -> ResponseReturnValue:
    """Send in for a signed-in person; mail a visitor the link, and ask a resident who gets help."""
    if registration.writer_id is not None:
        entry = service.ask_resident(registration, by=current_user)
        draft.stop_writing()
        return redirect(url_for(".assisted_plan", entry_id=entry.id), 303)
    number = registration.initiative_id
    if not current_user.is_authenticated:
        service.ask_confirmation(registration)
        return redirect(url_for(".sent"), 303)
    try:
        service.submit_draft(registration, by=current_user)
    except OutOfDate:  # the button was pressed twice: the first time counts
        db.session.rollback()
    return redirect(url_for(".received", initiative_id=number), 303)


def _confirm(token: str) -> ResponseReturnValue:
    try:
        initiative = service.confirm(token, language=chosen())
    except (Refused, OutOfDate):  # used at this very moment, in another window
        db.session.rollback()
        again = accounts.link_with(token, Purpose.SUBMIT)
        initiative_now = queries.draft_behind(again)[0] if again else None
        if again is not None and initiative_now is not None and initiative_now.state != State.DRAFT:
            return _sent_before(again, initiative_now)
        return _closed(again, token)
    session.pop(draft.IN_SESSION, None)
    way_on = url_for(".received", initiative_id=initiative.id)
    if initiative.owner is not None and initiative.owner.id != current_user.id:
        way_on = accounts_service.let_in(initiative.owner, go_on=way_on)
    return redirect(way_on, 303)


def _sent_before(link: OneTimeLink, initiative: Initiative) -> ResponseReturnValue:
    """Go on to what the link sent in; who pressed the button twice is signed in by the second."""
    way_on = url_for(".received", initiative_id=initiative.id)
    person = accounts_service.pressed_twice(link) if request.method == "POST" else None
    if person is not None and person.id != current_user.id:
        session.pop(draft.IN_SESSION, None)
        way_on = accounts_service.let_in(person, go_on=way_on)
    return redirect(way_on, 303)


def _closed(link: OneTimeLink | None, token: str) -> ResponseReturnValue:
    """Show that a link does not work any more, with the way to a new one."""
    registration = queries.draft_behind(link)[1] if link else None
    page = render_template(
        "initiatives/closed.html", token=token, can_renew=registration is not None
    )
    return unshared(page, 410)
