"""Deleting an account: names vanish, totals stay, and what the law wants is kept."""

from flask_babel import gettext as _

from app.accounts import rules
from app.accounts import service as accounts
from app.accounts.models import User
from app.core.errors import OutOfDate
from app.core.jobs import later
from app.core.permissions import authorize
from app.feedback import service as feedback
from app.filters import service as filters
from app.initiatives import service as initiatives
from app.notifications import forgetting as notifications
from app.organisations import service as organisations
from app.privacy import hindrances
from app.reports import service as reports
from app.support import service as support
from app.volunteering import service as volunteering


def erase(person: User, *, by: User) -> None:
    """Forget ``person`` in every room and mail a goodbye; a second time changes nothing.

    Raises ``OutOfDate`` (409) when something has to happen first: see ``hindrances``. Costs a
    statement or more for every plan, text and sign-up of the person.
    """
    if not accounts.take_hold(person):
        return
    authorize(by, rules.change_profile, person)
    if hindrances.of(person):
        raise OutOfDate(_("Je account kan nog niet weg. Kijk eerst wat er nog moet gebeuren."))
    since = person.created_at.isoformat()
    later("privacy.note_erasure", person_id=person.id, since=since)
    _forget(person)


def erase_again(person: User) -> list[str]:
    """Forget somebody who was erased and came back with a backup; return what stood in the way.

    Nothing may keep a person here who was erased: roles are taken, and a plan may stay behind
    without a team.
    """
    in_the_way = [hindrance.text for hindrance in hindrances.of(person)]
    accounts.lay_down_roles(person)
    _forget(person)
    return in_the_way


def _forget(person: User) -> None:
    initiatives.forget_person(person)
    volunteering.forget_person(person)
    feedback.forget_person(person)
    support.forget_person(person)
    organisations.forget_person(person)
    notifications.forget_person(person)
    filters.forget_person(person)
    reports.forget_person(person)
    accounts.erase(person)
