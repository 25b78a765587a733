"""Roles as sets of permissions. A municipality may rename a role; the sets are fixed."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice


class Permission(StrEnum):
    """What a role may do, within the area it was given for."""

    MODERATE = "moderate"
    COORDINATE = "coordinate"  # triage, route and match in an area
    ADVISE = "advise"
    DECIDE = "decide"  # decide on support within the mandate
    RESPOND = "respond"  # answer as a professional
    SET_CAPACITY = "set_capacity"
    ASSIST = "assist"  # enter for a resident at the desk or by phone
    READ_AUDIT = "read_audit"
    ARCHIVE = "archive"  # see files past their term, and agree that they go
    ADMINISTER = "administer"


class Role(Choice):
    """The roles of staff and partners; everybody with an account is a resident as well."""

    PROFESSIONAL = "professional", _l("Professional")
    TEAM_LEAD = "team_lead", _l("Teamleider wijkteam")
    COMMUNITY_WORKER = "community_worker", _l("Opbouwwerker")
    AREA_COORDINATOR = "area_coordinator", _l("Wijkcoördinator")
    DEPARTMENT_ADVISER = "department_adviser", _l("Adviseur van een afdeling")
    DECISION_MAKER = "decision_maker", _l("Beslisser")
    MODERATOR = "moderator", _l("Moderator")
    COUNCIL_MEMBER = "council_member", _l("Lid van de wijkraad")
    AUDITOR = "auditor", _l("Auditor")
    ADMINISTRATOR = "administrator", _l("Beheerder")


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.PROFESSIONAL: frozenset({Permission.RESPOND}),
    Role.TEAM_LEAD: frozenset({Permission.RESPOND, Permission.SET_CAPACITY}),
    Role.COMMUNITY_WORKER: frozenset({Permission.RESPOND, Permission.ASSIST}),
    Role.AREA_COORDINATOR: frozenset({Permission.COORDINATE, Permission.DECIDE, Permission.ASSIST}),
    Role.DEPARTMENT_ADVISER: frozenset({Permission.ADVISE}),
    Role.DECISION_MAKER: frozenset({Permission.DECIDE}),
    Role.MODERATOR: frozenset({Permission.MODERATE}),
    Role.COUNCIL_MEMBER: frozenset({Permission.ADVISE}),
    Role.AUDITOR: frozenset({Permission.READ_AUDIT, Permission.ARCHIVE}),
    Role.ADMINISTRATOR: frozenset({Permission.ADMINISTER, Permission.ARCHIVE}),
}
