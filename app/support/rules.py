"""Who may do what with a support request. A request lies where its initiative lies."""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core.permissions import Predicate, predicate
from app.initiatives import rules as initiatives
from app.initiatives.queries import Plan
from app.organisations import rules as organisations
from app.support.batches import Batch
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest

STAFF = (Permission.COORDINATE, Permission.DECIDE, Permission.ADVISE)


def _holds_here(permission: Permission) -> Predicate[Actor, SupportRequest]:
    def holds(actor: Actor, request: SupportRequest) -> bool:
        return actor.may_in(permission, initiatives.places_of(request.initiative))

    return Predicate(holds, f"may_{permission}_here")


coordinates_here = _holds_here(Permission.COORDINATE)
decides_here = _holds_here(Permission.DECIDE)
advises_here = _holds_here(Permission.ADVISE)
responds_here = _holds_here(Permission.RESPOND)


@predicate
def works_at(actor: Actor, initiative: Plan) -> bool:
    places = initiatives.places_of(initiative)
    return any(actor.may_in(permission, places) for permission in (*STAFF, Permission.RESPOND))


@predicate
def runs_it(actor: Actor, request: SupportRequest) -> bool:
    return initiatives.run_it(actor, request.initiative)


@predicate
def may_open(actor: Actor, request: SupportRequest) -> bool:
    return read_sent(actor, request.initiative)


@predicate
def is_involved(actor: Actor, request: SupportRequest) -> bool:
    """Leads the initiative, is in its team, or belongs to the organisation it is of."""
    initiative = request.initiative
    leads = initiatives.is_owner | initiatives.in_team
    return leads(actor, initiative) or (
        initiative.organisation is not None
        and organisations.is_member(actor, initiative.organisation)
    )


@predicate
def is_draft(_actor: Actor, request: SupportRequest) -> bool:
    return request.state is RequestState.DRAFT


@predicate
def was_sent(_actor: Actor, request: SupportRequest) -> bool:
    return request.submitted_at is not None


@predicate
def needs_four_eyes(_actor: Actor, request: SupportRequest) -> bool:
    """Money by a decision of the law: who advised on it does not decide on it."""
    return request.asks_decision and request.asks_money


@predicate
def asks_decision(_actor: Actor, request: SupportRequest) -> bool:
    return request.asks_decision


@predicate
def advised(actor: Actor, request: SupportRequest) -> bool:
    return any(proposal.author_id == actor.id for proposal in request.proposals)


@predicate
def administers(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.ADMINISTER)


@predicate
def works_on_requests(actor: Actor, _thing: object) -> bool:
    return any(actor.may(permission) for permission in (*STAFF, Permission.RESPOND))


@predicate
def coordinates(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.COORDINATE)


@predicate
def handles(actor: Actor, request: SupportRequest) -> bool:
    return actor.id is not None and actor.id == request.coordinator_id


@predicate
def did_it(actor: Actor, batch: Batch) -> bool:
    return actor.id == batch.by_id


@predicate
def works_with_budgets(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.DECIDE)


is_staff_here = coordinates_here | decides_here | advises_here

ask = initiatives.run_it
read_sent = works_at | initiatives.run_it  # what an initiative asked, once it was sent in
view = (was_sent & may_open) | runs_it
read_money = (was_sent & is_staff_here) | runs_it
read_advice = was_sent & is_staff_here
read_supplements = read_money
edit = runs_it & is_draft
withdraw = runs_it
assess = coordinates_here & ~is_involved
put_back = assess
hand_over = assess
propose = (coordinates_here | advises_here) & ~is_involved
ask_supplement = (coordinates_here | advises_here) & ~is_involved
supplement = runs_it
go_on = ask_supplement
extend = is_staff_here & ~is_involved
ask_view = is_staff_here & ~is_involved & asks_decision  # before a no (Awb 4:7)
give_view = runs_it
reconsider = is_staff_here & ~is_involved
decide = decides_here & ~is_involved & ~(needs_four_eyes & advised)
not_consider = decide & asks_decision  # leaving out is a decision on an application (Awb 4:5)
keep_catalogue = administers
keep_budgets = administers
list_open = works_on_requests
work_together = coordinates
undo_batch = did_it
