"""What a volunteer does: signing up, leaving, taking an offered place, and looking at it all."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import Refused
from app.core.paging import page_of
from app.core.permissions import authorize
from app.volunteering import queries, rules, service, words
from app.volunteering.forms.sign_ups import SignUpForm
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from app.volunteering.views.blueprint import bp


@bp.route("/momenten/<int:shift_id>/aanmelding", methods=["GET", "POST"])
def sign_up(shift_id: int) -> ResponseReturnValue:
    """Sign up for a shift or its waiting list; a visitor signs in first and comes back here."""
    shift = queries.shift_for(current_user, shift_id)
    form = SignUpForm.from_request(version=shift.revision)
    if form.accepted():
        note, seen = form.note.data or "", form.started_from
        try:
            made = service.sign_up(shift, by=current_user, note=note, revision=seen)
        except Refused as refusal:
            form.refuse(refusal)
            form.version.data = str(shift.revision)
        else:
            flash(_standing(made))
            return redirect(url_for(".show", task_id=shift.task_id), 303)
    if request.method == "GET" and queries.live_sign_up(current_user, shift):
        return redirect(url_for(".show", task_id=shift.task_id), 303)
    page = render_template("volunteering/sign_up.html", form=form, shift=shift, words=words)
    return page, form.status


@bp.post("/aanmeldingen/<int:sign_up_id>/afmelding")
def cancel(sign_up_id: int) -> ResponseReturnValue:
    """Leave a shift, its waiting list, or an offered place."""
    service.cancel(queries.sign_up_for(current_user, sign_up_id), by=current_user)
    flash(_("Je bent afgemeld. Fijn dat je het laat weten."))
    return redirect(url_for(".mine"), 303)


@bp.post("/aanmeldingen/<int:sign_up_id>/toezegging")
def accept(sign_up_id: int) -> ResponseReturnValue:
    """Take the place that came free."""
    service.accept(queries.sign_up_for(current_user, sign_up_id), by=current_user)
    flash(_("Je doet mee. Leuk!"))
    return redirect(url_for(".mine"), 303)


@bp.get("/aanmeldingen/<int:sign_up_id>/antwoord")
def answer(sign_up_id: int) -> str:
    """Ask whether somebody comes, as the reminder does; looking at it answers nothing."""
    sign_up = queries.sign_up_for(current_user, sign_up_id)
    authorize(current_user, rules.is_own, sign_up)
    return render_template("volunteering/answer.html", sign_up=sign_up, words=words)


@bp.post("/aanmeldingen/<int:sign_up_id>/komst")
def say_yes(sign_up_id: int) -> ResponseReturnValue:
    """Let the organiser know that one comes."""
    service.say_yes(queries.sign_up_for(current_user, sign_up_id), by=current_user)
    flash(_("Fijn dat je komt. De organisator ziet het."))
    return redirect(url_for(".mine"), 303)


@bp.get("/mijn/aanmeldingen")
def mine() -> str:
    """Show the own coming shifts."""
    page = page_of(queries.coming_for(current_user), request.args.get("na"))
    return render_template(
        "volunteering/mine.html",
        page=page,
        page_url=lambda bookmark: url_for(".mine", na=bookmark),
        positions=queries.positions(page.rows),
        words=words,
    )


def _standing(sign_up: SignUp) -> str:
    """Return where somebody stands right after signing up."""
    if sign_up.state is SignUpState.WAITING:
        return str(
            _("Je staat op plek %(number)s van de wachtlijst.", number=queries.position(sign_up))
        )
    if sign_up.state is SignUpState.REQUESTED:
        return str(_("Je aanmelding is binnen. De organisator laat weten of je mee kunt doen."))
    if sign_up.state is SignUpState.OFFERED:
        return str(_("Er is een plek voor je. Laat hieronder weten of je komt."))
    return str(_("Je doet mee. Leuk! Je krijgt ook een bericht."))
