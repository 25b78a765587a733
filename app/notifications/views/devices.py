"""On which devices a person gets a notification of a new message."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import sessions
from app.core.errors import NotFound, Refused
from app.notifications import devices as service
from app.notifications import push, queries
from app.notifications.forms import DeviceForm
from app.notifications.views.blueprint import bp
from app.web.throttle import limiter

CHANGES = "60 per hour"  # from one network


@bp.route("/berichten/meldingen", methods=["GET", "POST"])
@limiter.limit(CHANGES, methods=["POST"])
def devices() -> ResponseReturnValue:
    """Show the devices of this person; POST switches this one on. There only with a key to send with."""
    if not push.is_on():
        raise NotFound
    here, form = sessions.current(), DeviceForm.from_request()
    if form.accepted():
        try:
            service.switch_on(here, form.subscription(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Je krijgt nu meldingen op dit apparaat."))
            return redirect(url_for(".devices"), 303)
    page = render_template(
        "notifications/devices.html",
        form=form,
        devices=queries.devices_of(current_user.id),
        here=here,
        key=push.public_key(),
    )
    return page, form.status


@bp.post("/berichten/meldingen/<int:device_id>/einde")
def end_device(device_id: int) -> ResponseReturnValue:
    """Announce nothing on a device any more; pressed a second time it is off already."""
    device = queries.device_for(current_user.id, device_id)
    if device is not None:
        service.switch_off(device, by=current_user)
        flash(_("Je krijgt geen meldingen meer op dat apparaat."))
    return redirect(url_for(".devices"), 303)
