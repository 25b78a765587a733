"""Who may make tasks, who may join them, and who may know who joined."""

from app.accounts.models import Actor
from app.core.permissions import predicate
from app.initiatives import rules as initiatives
from app.initiatives.lifecycle import ACTIVE
from app.initiatives.queries import Plan
from app.organisations import rules as organisations
from app.volunteering.models import Certificate, SignUp, VolunteerTask


@predicate
def is_public(_actor: Actor, task: VolunteerTask) -> bool:
    return task.is_public


@predicate
def organises(actor: Actor, task: VolunteerTask) -> bool:
    return initiatives.run_it(actor, task.initiative)


@predicate
def coordinates(actor: Actor, task: VolunteerTask) -> bool:
    return initiatives.coordinate(actor, task.initiative)


@predicate
def moderates(actor: Actor, task: VolunteerTask) -> bool:
    return initiatives.moderates_here(actor, task.initiative)


@predicate
def is_own(actor: Actor, sign_up: SignUp) -> bool:
    return bool(actor.is_authenticated) and actor.id == sign_up.user_id


@predicate
def organises_it(actor: Actor, sign_up: SignUp) -> bool:
    return organises(actor, sign_up.shift.task)


@predicate
def coordinates_it(actor: Actor, sign_up: SignUp) -> bool:
    return coordinates(actor, sign_up.shift.task)


@predicate
def is_own_certificate(actor: Actor, certificate: Certificate) -> bool:
    return bool(actor.is_authenticated) and actor.id == certificate.user_id


@predicate
def organises_what_it_is_about(actor: Actor, certificate: Certificate) -> bool:
    return initiatives.run_it(actor, certificate.initiative)


@predicate
def takes_tasks(_actor: Actor, initiative: Plan) -> bool:
    """Tell whether an initiative can look for people now: it is public and goes on."""
    return initiative.is_public and initiative.state in ACTIVE


@predicate
def sign_up(actor: Actor, _thing: object) -> bool:
    """Join a task: everybody with an account that is not blocked."""
    return bool(actor.is_authenticated) and bool(actor.is_active)


make = initiatives.run_it
see_work_of = organisations.is_admin
view = is_public | organises | moderates | coordinates
edit = organises
see_sign_ups = organises | coordinates
see_sign_up = is_own | organises_it | coordinates_it
judge_sign_up = organises_it
see_attendance = organises
note_attendance = organises_it & ~is_own  # nobody says so of themselves
see_certificate = is_own_certificate | organises_what_it_is_about
withdraw_certificate = is_own_certificate | organises_what_it_is_about
