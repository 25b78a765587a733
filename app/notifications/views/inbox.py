"""The inbox, and the mailbox of a portal in development."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.core.paging import page_of
from app.notifications import mailbox as kept_mails
from app.notifications import push, queries, service
from app.notifications.models import Message
from app.notifications.views.blueprint import bp
from app.web.paths import safe_path


@bp.get("/berichten")
def inbox() -> str:
    """Show the messages of this person, the newest first."""
    page = page_of(queries.inbox_of(current_user), request.args.get("na"))
    return render_template("notifications/inbox.html", page=page, can_be_announced=push.is_on())


@bp.get("/berichten/<int:message_id>")
def show(message_id: int) -> str:
    """Show one message: what a tap on its announcement opens."""
    return render_template("notifications/show.html", message=_found(message_id))


@bp.post("/berichten/<int:message_id>/gelezen")
def read(message_id: int) -> ResponseReturnValue:
    """Mark a message as read and go on to what it is about."""
    message = _found(message_id)
    service.mark_read(message, by=current_user)
    return redirect(safe_path(message.link) or url_for(".inbox"), 303)


@bp.post("/berichten/gelezen")
def read_all() -> ResponseReturnValue:
    """Mark everything as read."""
    service.mark_all_read(current_user)
    flash(_("Alle berichten zijn gelezen."))
    return redirect(url_for(".inbox"), 303)


@bp.get("/ontwikkeling/mail")
def mailbox() -> str:
    """Show the mails that were kept instead of sent; in development only."""
    folder = kept_mails.folder()
    if folder is None:
        raise NotFound
    to = request.args.get("aan", "")
    mails = kept_mails.newest(folder, to=to)
    return render_template("notifications/mailbox.html", mails=mails, to=to)


def _found(message_id: int) -> Message:
    message = queries.message_for(current_user, message_id)
    if message is None:
        raise NotFound(_("Dit bericht kennen we niet."))
    return message
