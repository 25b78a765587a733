"""Organisers take along who was there: the log says who did, of what, and how many lines."""

from app.accounts.models import User
from app.audit.service import record
from app.core.permissions import authorize
from app.organisations.models import Organisation
from app.volunteering import queries, rules
from app.volunteering.models import VolunteerTask


def take_attendance(of: VolunteerTask | Organisation, *, by: User) -> list[queries.Presence]:
    """Return the rows of the file about a task, or about all tasks of an organisation."""
    rule = rules.see_attendance if isinstance(of, VolunteerTask) else rules.see_work_of
    authorize(by, rule, of)
    rows = queries.present_at(of)
    record(by, f"{of.__tablename__}.take_attendance", of, new=str(len(rows)))
    return rows
