"""What a person tells about themselves, and where they are signed in."""

from urllib.parse import urlsplit, urlunsplit

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import queries, service, sessions
from app.accounts.forms import ProfileForm
from app.accounts.views.blueprint import HOME, bp
from app.areas import queries as areas
from app.core.errors import NotFound, Refused
from app.core.speech import spoken
from app.web.headers import FORGET
from app.web.language import choose
from app.web.paths import safe_path


@bp.route("/mijn/gegevens", methods=["GET", "POST"])
def profile() -> ResponseReturnValue:
    """Show and change what we keep about this person."""
    form = ProfileForm.from_request(
        name=current_user.name,
        neighbourhood_id=current_user.neighbourhood_id,
        language=spoken(),
    )
    none = {_("Geen buurt"): [("", _("Ik kies geen buurt"))]}
    form.neighbourhood_id.choices = {**none, **areas.choices()}
    if form.accepted():
        try:
            service.change_profile(current_user, form.profile(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            choose(current_user.language)
            flash(_("Je gegevens zijn opgeslagen."))
            return redirect(url_for(".profile"), 303)
    page = render_template(
        "accounts/profile.html",
        form=form,
        sessions=queries.live_sessions(current_user),
        this_one=sessions.current_fingerprint(),
    )
    return page, form.status


@bp.post("/mijn/taal")
def speak() -> ResponseReturnValue:
    """Go on in another language, on the same page, and in the mails from now on."""
    service.change_language(current_user, request.form.get("language", ""), by=current_user)
    choose(current_user.language)
    back = urlsplit(safe_path(request.form.get("terug")))
    asked = "&".join(part for part in back.query.split("&") if not part.startswith("taal="))
    return redirect(urlunsplit(("", "", back.path or url_for(HOME), asked, "")), 303)


@bp.post("/mijn/gegevens/apparaten/<int:session_id>/afmelding")
def end_session(session_id: int) -> ResponseReturnValue:
    """Sign out of one browser."""
    known = queries.session_for(current_user, session_id)
    if known is None:
        raise NotFound(_("Dit apparaat kennen we niet."))
    is_this_one = known.fingerprint == sessions.current_fingerprint()
    service.end_session(known, by=current_user)
    if is_this_one:
        answer = redirect(url_for(".signed_out"), 303)
        answer.headers.extend(FORGET)
        return answer
    flash(_("Je bent uitgelogd op dit apparaat."))
    return redirect(url_for(".profile"), 303)
