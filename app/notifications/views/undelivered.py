"""Which mail did not arrive, for who coordinates."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import looks
from app.notifications import undelivered as service
from app.notifications.views.blueprint import bp


@bp.get("/berichten/niet-bezorgd")
def undelivered() -> str:
    """Show whom we could not reach by mail."""
    mails = service.undelivered_for(current_user)
    looks.note([mail.person_id for mail in mails], looks.Why.MAIL, by=current_user)
    return render_template("notifications/undelivered.html", mails=mails)


@bp.post("/berichten/niet-bezorgd/<int:job_id>/opnieuw")
def send_again(job_id: int) -> ResponseReturnValue:
    """Try a mail anew."""
    service.send_again(job_id, by=current_user)
    flash(_("We proberen het opnieuw."))
    return redirect(url_for(".undelivered"), 303)
