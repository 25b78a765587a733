"""Who may see the ranked list of a request and ask somebody on it to respond; who works on rounds; who asks volunteers."""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.areas.queries import HasId
from app.core.permissions import predicate
from app.matching.models import Round
from app.support import rules as support
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest
from app.volunteering import rules as volunteering


@predicate
def is_open(_actor: Actor, request: SupportRequest) -> bool:
    return request.state in OPEN


@predicate
def coordinates_area(actor: Actor, area: HasId) -> bool:
    return actor.may_in(Permission.COORDINATE, {area.id})


@predicate
def coordinates_round(actor: Actor, one: Round) -> bool:
    return actor.may_in(Permission.COORDINATE, {one.area_id})


# Who is part of the initiative has no say in who helps it: the same rule as for taking it on.
see = support.was_sent & support.assess
invite = see & is_open
read_outcome = support.runs_it | see
start_round = coordinates_area
see_round = coordinates_round
call_volunteers = volunteering.organises
