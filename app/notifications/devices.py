"""The devices on which a person gets notifications: switch one on, end it, and forget those that ended."""

from flask_babel import gettext as _
from sqlalchemy import delete

from app.accounts.models import Actor, LoginSession, User
from app.audit.service import record
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.core.turns import take_turn
from app.notifications import push, queries, rules
from app.notifications.models import PushDevice
from app.notifications.push import Subscription

MOST = 5  # of one person


def switch_on(session: LoginSession, subscription: Subscription, *, by: User) -> PushDevice:
    """Announce messages on the device of ``session`` from now on; it has one subscription at most.

    A device that somebody else used before is theirs no longer. Raises ``Refused`` for a push
    service that we do not know, and for one device too many.
    """
    authorize(by, rules.use_session, session)
    push.check(subscription)
    take_turn(f"devices {by.id}")
    forget_ended()
    again = (PushDevice.session_id == session.id) | (PushDevice.address == subscription.address)
    db.session.execute(delete(PushDevice).where(again))
    if len(queries.devices_of(by.id)) >= MOST:
        raise Refused(
            _("Je krijgt al meldingen op %(most)s apparaten. Zet er eerst een uit.", most=MOST)
        )
    device = PushDevice(
        session_id=session.id,
        address=subscription.address,
        public_key=subscription.public_key,
        secret=subscription.secret,
    )
    db.session.add(device)
    record(by, "push_devices.add", device)
    return device


def switch_off(device: PushDevice, *, by: Actor) -> None:
    """Announce nothing on a device any more."""
    authorize(by, rules.use_session, device.session)
    end(device, by=by)


def end(device: PushDevice, *, by: Actor | None) -> None:
    """Forget a device; ``by`` is ``None`` when its push service says that it is gone."""
    record(by, "push_devices.end", device)
    db.session.delete(device)
    db.session.flush()


def forget_ended() -> None:
    """Forget the devices on which nobody is signed in any more."""
    db.session.execute(delete(PushDevice).where(~queries.is_live()))
