"""Everything that stands on the desk of one person, in two trips to the database at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.accounts.models import User
from app.accounts.roles import Permission
from app.core.inquiries import Inquiry, answers
from app.desk.items import FETCH, FETCH_FEW
from app.desk.queries import own, running, staff
from app.desk.queries.lapsed import Lapsed, lapsed_hours
from app.matching.queries import WaitingInvitation, waiting_invitations
from app.moderation.queries import Queue, queue_of
from app.notifications.paper import Waiting, waiting_for_post
from app.reports.queries import Reported
from app.reports.queries import waiting_for as reports_for
from app.volunteering.queries import Coming, first_coming


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found for a desk; empty as well where the role of the person does not ask for it."""

    plans: tuple[running.Plan, ...]
    memberships: tuple[own.Joined, ...]
    team_invitations: tuple[own.TeamInvitation, ...]
    own_texts: tuple[own.OwnText, ...]
    sign_ups: tuple[Coming, ...]
    open_questions: tuple[running.OpenQuestion, ...] = ()
    people_to_confirm: tuple[running.Waiting, ...] = ()
    own_requests: tuple[running.OwnRequest, ...] = ()
    queue: tuple[Queue, ...] = ()  # one row
    reports: tuple[Reported, ...] = ()  # one row
    proposals: tuple[staff.OpenProposal, ...] = ()
    objections: tuple[staff.OpenObjection, ...] = ()
    requests: tuple[staff.OpenRequest, ...] = ()
    new_plans: tuple[staff.NewPlan, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()  # one row
    invitations: tuple[WaitingInvitation, ...] = ()
    unanswered: tuple[staff.OpenRequest, ...] = ()  # may hold those of ``invitations`` as well
    hours: tuple[staff.TeamHours, ...] = ()
    reservations: tuple[staff.RunningReservation, ...] = ()
    letters: tuple[Waiting, ...] = ()  # one row


Inquiries = Mapping[str, Inquiry[Any]]  # by the field of ``Found``


def found_for(person: User) -> Found:
    """Return what there is for ``person``; what waits at plans is asked when there are plans."""
    first = answers({**_of_everybody(person), **_of_staff(person)})
    return Found(**first, **(answers(_of_a_team(person)) if first["plans"] else {}))


def _of_everybody(person: User) -> Inquiries:
    return {
        "plans": running.plans_of(person),
        "memberships": own.memberships(person),
        "team_invitations": own.team_invitations(person, FETCH),
        "own_texts": own.own_texts(person, FETCH),
        "sign_ups": first_coming(person, FETCH),
    }


def _of_a_team(person: User) -> Inquiries:
    return {
        "open_questions": running.open_questions(person, FETCH),
        "people_to_confirm": running.people_to_confirm(person, FETCH),
        "own_requests": running.own_requests(person, FETCH),
    }


def _of_staff(person: User) -> Inquiries:
    wanted: dict[str, Inquiry[Any]] = {}
    if person.may(Permission.MODERATE):
        wanted["queue"] = queue_of(person)
        wanted["reports"] = reports_for(person)
    if person.may(Permission.DECIDE):
        wanted["proposals"] = staff.proposals_to_decide(person, FETCH_FEW)
        wanted["objections"] = staff.objections_to_answer(person, FETCH_FEW)
    if person.may(Permission.COORDINATE) or person.may(Permission.ADVISE):
        wanted["requests"] = staff.requests_to_handle(person, FETCH_FEW)
    if person.may(Permission.COORDINATE):
        wanted["lapsed"] = lapsed_hours(person)
        wanted["new_plans"] = staff.new_plans(person, FETCH_FEW)
    if person.may(Permission.RESPOND):
        wanted["invitations"] = waiting_invitations(person, FETCH)
        wanted["unanswered"] = staff.unanswered_requests(person, 2 * FETCH)
        wanted["hours"] = staff.hours_of(person, FETCH)
        wanted["reservations"] = staff.running_reservations(person, FETCH)
    if person.may(Permission.ASSIST):
        wanted["letters"] = waiting_for_post(person)
    return wanted
