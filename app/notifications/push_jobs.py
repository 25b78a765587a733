"""Announcements that leave: one job for each device, so that none waits for another."""

from urllib.parse import urlsplit

from flask import current_app, url_for

from app.core import clock
from app.core.db import db
from app.core.jobs import GiveUp, job, later
from app.core.speech import DEFAULT
from app.core.transaction import transaction
from app.notifications import devices, push, queries
from app.notifications.models import Message, PushDevice
from app.notifications.push import Announcement, Subscription


@job("notifications.announce")
def announce(message_id: int) -> None:
    """Remember to announce a message on each device of its reader."""
    message = _news(message_id)
    if message is None or message.user_id is None:
        return
    devices.forget_ended()
    for device in queries.devices_of(message.user_id):
        later(
            "notifications.announce_on",
            dedupe_key=f"announce {message_id} on {device.id}",
            message_id=message_id,
            device_id=device.id,
        )


@job("notifications.announce_on", talks_outside=True)
def announce_on(message_id: int, device_id: int) -> None:
    """Announce a message on one device; a second run shows it in the place of the first.

    A message that was read, and one of yesterday, is not announced any more. A device that its
    push service does not know is forgotten.
    """
    ready = _ready(message_id, device_id)
    db.session.rollback()  # nobody waits for us while we talk to the push service
    if ready is None:
        return
    try:
        push.send(*ready)
    except push.NeverTaken as never:
        raise GiveUp(str(never)) from never
    except push.Gone:
        with transaction():
            _forget(device_id)


def _ready(message_id: int, device_id: int) -> tuple[Announcement, Subscription] | None:
    """Return what goes where; nothing when there is no point any more."""
    message = _news(message_id)
    if message is None or message.user_id is None:
        return None
    device = queries.device_for(message.user_id, device_id)
    if device is None or not push.is_on() or not push.is_known(device.address):
        return None
    path = urlsplit(url_for("notifications.show", message_id=message.id)).path
    title, language = current_app.config["PORTAL_NAME"], message.language or DEFAULT
    announcement = Announcement(title, message.subject, path, language)
    return announcement, Subscription(device.address, device.public_key, device.secret)


def _news(message_id: int) -> Message | None:
    """Return a message that is still worth announcing."""
    message = db.session.get(Message, message_id)
    if message is None or message.read_at or message.created_at < clock.now() - push.KEPT:
        return None
    return message


def _forget(device_id: int) -> None:
    device = db.session.get(PushDevice, device_id)
    if device is not None:
        devices.end(device, by=None)
