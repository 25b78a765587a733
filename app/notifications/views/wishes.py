"""Which mail somebody wants: chosen when signed in, stopped with the link in a mail without."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.notifications import queries
from app.notifications import wishes as service
from app.notifications.forms import WishForm
from app.notifications.models import Rhythm, Topic
from app.notifications.views.blueprint import bp


@bp.route("/berichten/mail", methods=["GET", "POST"])
def wishes() -> ResponseReturnValue:
    """Show which mail this person wants, and what comes when; POST keeps another choice."""
    known = service.wish_of(current_user)
    form = WishForm.from_request(
        rhythm=known.rhythm if known else Rhythm.DAY,
        topics=[topic.value for topic in Topic if known is None or topic not in known.without],
    )
    if form.accepted():
        rhythm, topics = form.chosen()
        service.choose(current_user, rhythm, topics)
        flash(_("Je keuze voor mail is opgeslagen."))
        return redirect(url_for(".wishes"), 303)
    page = render_template(
        "notifications/wishes.html", form=form, waiting=queries.waiting_for(current_user.email)
    )
    return page, form.status


@bp.route("/mail/stop/<key>", methods=["GET", "POST"])
def stop(key: str) -> ResponseReturnValue:
    """Show one button; POST stops the mails to who has this key, pressed by a person or a mail program.

    A mail program follows no redirect (RFC 8058), so the answer is the page itself. It sends no
    cookie either: the key says which address it is about, and only who got the mail has it. All
    readers of one mail provider come from one network, so there is no limit for a network.
    """
    email = service.address_of(key)
    if request.method == "POST":
        service.stop(email, by=current_user)
    return render_template(
        "notifications/stop.html", key=key, email=email, is_stopped=service.is_stopped(email)
    )


@bp.post("/mail/stop/<key>/terug")
def resume(key: str) -> ResponseReturnValue:
    """Take a stop back, with the same key."""
    service.resume(service.address_of(key), by=current_user)
    flash(_("Je krijgt de mails weer, zoals eerst."))
    return redirect(url_for(".stop", key=key), 303)
