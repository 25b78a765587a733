"""Put the desk of one person together: only the sections of the roles that the person has."""

from collections.abc import Iterator

from app.accounts.models import User
from app.accounts.roles import Permission
from app.desk.items import FETCH, Section
from app.desk.queries.everything import Found, found_for
from app.desk.remembered import remembered
from app.desk.sections import coordinator, office, professional, resident
from app.desk.sections.plans import plans

Rights = frozenset[Permission]


def desk_of(person: User) -> tuple[Section, ...]:
    """Return what ``person`` has to do and follows; what waits for the person comes first."""
    found = found_for(person)
    return _in_order(found, person.permissions, person.id, is_staff=bool(person.assignments))


@remembered
def _in_order(
    found: Found, rights: Rights, person_id: int, *, is_staff: bool
) -> tuple[Section, ...]:
    staff = _of_staff(found, rights, person_id) if is_staff else ()
    sections = (*staff, *_of_resident(found, is_staff=is_staff), _tools(rights))
    shown = [section for section in sections if section.is_shown]
    return tuple(sorted(shown, key=lambda section: section.waiting == 0))


def _of_staff(found: Found, rights: Rights, person_id: int) -> Iterator[Section]:
    coordinates = Permission.COORDINATE in rights
    if Permission.MODERATE in rights:
        yield office.moderation(*found.queue)
        yield office.reports(*found.reports)
    if Permission.DECIDE in rights:
        yield coordinator.decisions(found.proposals, person_id)
        yield coordinator.objections(found.objections)
    if coordinates or Permission.ADVISE in rights:
        yield coordinator.requests(found.requests, coordinates=coordinates)
    if Permission.RESPOND in rights:
        yield from _of_professional(found, sets_hours=Permission.SET_CAPACITY in rights)
    if coordinates:
        yield coordinator.lapsed_hours(*found.lapsed)
        yield coordinator.new_plans(found.new_plans)
    if Permission.ASSIST in rights:
        yield office.residents(*found.letters)


def _of_professional(found: Found, *, sets_hours: bool) -> Iterator[Section]:
    asked = {row.request_id for row in found.invitations}
    others = [row for row in found.unanswered if row.id not in asked]
    yield professional.invitations(found.invitations)
    yield professional.requests(tuple(others[:FETCH]))
    yield professional.hours(found.hours, sets_hours=sets_hours)
    yield professional.reservations(found.reservations)


def _of_resident(found: Found, *, is_staff: bool) -> Iterator[Section]:
    yield resident.team_invitations(found.team_invitations)
    yield from resident.own_texts(found.own_texts)
    if found.plans:
        yield resident.open_questions(found.open_questions)
        yield resident.people_to_confirm(found.people_to_confirm)
    yield from plans(found.plans, found.memberships, is_staff=is_staff)
    if found.plans:
        yield resident.own_requests(found.own_requests)
    yield resident.own_sign_ups(found.sign_ups, is_staff=is_staff)


def _tools(rights: Rights) -> Section:
    return office.administration(
        administers=Permission.ADMINISTER in rights,
        reads_log=Permission.READ_AUDIT in rights,
    )
