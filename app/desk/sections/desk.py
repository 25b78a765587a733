"""Put the desk of one person together: only the sections of the roles that the person has."""

from collections.abc import Iterator

from app.accounts.models import User
from app.accounts.roles import Permission
from app.desk.items import FETCH, Section
from app.desk.queries.everything import Found, found_for
from app.desk.sections import coordinator, office, professional, resident
from app.desk.sections.plans import plans


def desk_of(person: User) -> list[Section]:
    """Return what ``person`` has to do and follows; what waits for the person comes first."""
    sections = [section for section in _all(person, found_for(person)) if section.is_shown]
    return sorted(sections, key=lambda section: section.waiting == 0)


def _all(person: User, found: Found) -> Iterator[Section]:
    if person.assignments:
        yield from _of_staff(person, found)
    yield from _of_resident(person, found)
    yield office.administration(
        administers=person.may(Permission.ADMINISTER),
        reads_log=person.may(Permission.READ_AUDIT),
    )


def _of_staff(person: User, found: Found) -> Iterator[Section]:
    coordinates = person.may(Permission.COORDINATE)
    if person.may(Permission.MODERATE):
        yield office.moderation(*found.queue)
    if person.may(Permission.DECIDE):
        yield coordinator.decisions(found.proposals, person.id)
    if coordinates or person.may(Permission.ADVISE):
        yield coordinator.requests(found.requests, coordinates=coordinates)
    if person.may(Permission.RESPOND):
        yield from _of_professional(person, found)
    if coordinates:
        yield coordinator.new_plans(found.new_plans)


def _of_professional(person: User, found: Found) -> Iterator[Section]:
    asked = {row.request_id for row in found.invitations}
    others = [row for row in found.unanswered if row.id not in asked]
    yield professional.invitations(found.invitations)
    yield professional.requests(tuple(others[:FETCH]))
    yield professional.hours(found.hours, sets_hours=person.may(Permission.SET_CAPACITY))
    yield professional.reservations(found.reservations)


def _of_resident(person: User, found: Found) -> Iterator[Section]:
    is_staff = bool(person.assignments)
    yield resident.team_invitations(found.team_invitations)
    yield from resident.own_texts(found.own_texts)
    if found.plans:
        yield resident.open_questions(found.open_questions)
        yield resident.people_to_confirm(found.people_to_confirm)
    yield from plans(found.plans, found.memberships, is_staff=is_staff)
    if found.plans:
        yield resident.own_requests(found.own_requests)
    yield resident.own_sign_ups(found.sign_ups, is_staff=is_staff)
