"""Put the desk of one person together: only the sections of the roles that the person has."""

from collections.abc import Iterator

from app.accounts.models import User
from app.accounts.roles import Permission
from app.desk.items import FETCH, Section
from app.desk.queries import own, running, staff
from app.desk.sections import coordinator, office, professional, resident
from app.desk.sections.plans import plans
from app.matching.queries import waiting_invitations
from app.moderation.queries import queue_of
from app.volunteering.queries import first_coming


def desk_of(person: User) -> list[Section]:
    """Return what ``person`` has to do and follows; what waits for the person comes first."""
    sections = [section for section in _all(person) if section.is_shown]
    return sorted(sections, key=lambda section: section.waiting == 0)


def _all(person: User) -> Iterator[Section]:
    if person.assignments:
        yield from _of_staff(person)
    yield from _of_resident(person)
    yield office.administration(
        administers=person.may(Permission.ADMINISTER),
        reads_log=person.may(Permission.READ_AUDIT),
    )


def _of_staff(person: User) -> Iterator[Section]:
    coordinates = person.may(Permission.COORDINATE)
    if person.may(Permission.MODERATE):
        yield office.moderation(queue_of(person))
    if person.may(Permission.DECIDE):
        yield coordinator.decisions(staff.proposals_to_decide(person, FETCH), person.id)
    if coordinates or person.may(Permission.ADVISE):
        rows = staff.requests_to_handle(person, FETCH)
        yield coordinator.requests(rows, coordinates=coordinates)
    if person.may(Permission.RESPOND):
        yield from _of_professional(person)
    if coordinates:
        yield coordinator.new_plans(staff.new_plans(person, FETCH))


def _of_professional(person: User) -> Iterator[Section]:
    invited = waiting_invitations(person, FETCH)
    asked = {row.request_id for row in invited}
    rows = staff.unanswered_requests(person, FETCH + len(asked))
    yield professional.invitations(invited)
    yield professional.requests(tuple(row for row in rows if row.id not in asked))
    sets_hours = person.may(Permission.SET_CAPACITY)
    yield professional.hours(staff.hours_of(person, FETCH), sets_hours=sets_hours)
    yield professional.reservations(staff.running_reservations(person, FETCH))


def _of_resident(person: User) -> Iterator[Section]:
    is_staff = bool(person.assignments)
    rows = running.plans_of(person)
    yield resident.team_invitations(own.team_invitations(person, FETCH))
    yield from resident.own_texts(own.own_texts(person, FETCH))
    if rows:
        yield resident.open_questions(running.open_questions(person, FETCH))
        yield resident.people_to_confirm(running.people_to_confirm(person, FETCH))
    yield from plans(rows, own.memberships(person), is_staff=is_staff)
    if rows:
        yield resident.own_requests(running.own_requests(person, FETCH))
    yield resident.own_sign_ups(first_coming(person, FETCH), is_staff=is_staff)
