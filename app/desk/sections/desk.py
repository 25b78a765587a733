"""Put the desk of one person together: only the sections of the roles that the person has."""

from collections.abc import Iterator

from app.accounts.models import User
from app.accounts.roles import Permission
from app.desk.items import Section
from app.desk.queries import resident as queries
from app.desk.sections import coordinator, office, plans, professional, resident


def desk_of(person: User) -> list[Section]:
    """Return what ``person`` has to do and follows; what waits for the person comes first."""
    sections = [section for section in _all(person) if section.is_shown]
    return sorted(sections, key=lambda section: section.waiting == 0)


def _all(person: User) -> Iterator[Section]:
    memberships = queries.memberships(person)
    organisation_ids = {one.organisation_id for one in memberships}
    if person.may(Permission.MODERATE):
        yield office.moderation(person)
    yield from _support(person)
    if person.may(Permission.RESPOND):
        yield from professional.sections(person, organisation_ids)
    if person.may(Permission.COORDINATE):
        yield coordinator.new_plans(person)
    is_staff = bool(person.assignments)
    rows = queries.plans_of(person, organisation_ids)
    yield resident.team_invitations(person)
    yield from resident.own_texts(person)
    if rows:
        yield resident.open_questions(person)
        yield resident.people_to_confirm(person)
    yield from plans.plans(rows, memberships, is_staff=is_staff)
    if rows:
        yield resident.own_requests(person)
    yield resident.own_sign_ups(person, is_staff=is_staff)
    yield office.administration(person)


def _support(person: User) -> Iterator[Section]:
    if person.may(Permission.DECIDE):
        yield coordinator.decisions(person)
    if person.may(Permission.COORDINATE) or person.may(Permission.ADVISE):
        yield coordinator.requests(person)
