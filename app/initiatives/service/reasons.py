"""Reasons: where one is asked, it has to say something."""

from flask_babel import gettext as _

from app.core.errors import Refused


def needed(reason: str) -> str:
    """Return a reason without blanks around it; raises ``Refused`` for an empty one."""
    if not reason.strip():
        raise Refused(_("Schrijf op waarom. Mensen lezen dit."), field="reason")
    return reason.strip()
