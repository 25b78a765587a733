"""Change the plan of somebody without e-mail, who asks the staff to do it: on the telephone or at the counter."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core.errors import NotAllowed
from app.core.permissions import authorize
from app.initiatives import rules
from app.initiatives.models import Initiative
from app.initiatives.service.answers import Edited
from app.initiatives.service.submit import submit
from app.initiatives.service.versions import edit


def edit_for_owner(initiative: Initiative, edited: Edited, *, seen: int, by: User) -> bool:
    """Change a plan like ``edit``, in the name of its owner; the log says that ``by`` did it."""
    owner = _owner_helped(initiative, by)
    record(by, "initiatives.change_for_owner", initiative)
    return edit(initiative, edited, seen=seen, by=owner)


def submit_for_owner(initiative: Initiative, *, by: User) -> None:
    """Send a plan in again that a moderator gave back, in the name of its owner."""
    owner = _owner_helped(initiative, by)
    record(by, "initiatives.change_for_owner", initiative)
    submit(initiative, by=owner)


def _owner_helped(initiative: Initiative, by: User) -> User:
    authorize(by, rules.help_owner, initiative)
    if initiative.owner is None:
        raise NotAllowed(_("Dit plan is nog van niemand."))
    return initiative.owner
