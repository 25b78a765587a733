"""Who may do what with hours and responses. A team works in the districts it serves."""

from dataclasses import dataclass

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.capacity import queries
from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityOffer, CapacityReservation, DistrictTeam, Response
from app.core.permissions import predicate
from app.initiatives.lifecycle import TextState
from app.organisations import rules as organisations
from app.support import rules as support
from app.support.models import Need, SupportRequest


@dataclass(frozen=True)
class Wish:
    """Hours of this offer, for this need."""

    offer: CapacityOffer
    need: Need


@predicate
def administers(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.ADMINISTER)


@predicate
def leads(actor: Actor, team: DistrictTeam) -> bool:
    """Sets the hours of a team: a lead in one of its districts, who is a member of it."""
    districts = {area.area_id for area in team.areas}
    return actor.may_in(Permission.SET_CAPACITY, districts) and organisations.is_member(
        actor, team.organisation
    )


@predicate
def answers_for_the_team(actor: Actor, wish: Wish) -> bool:
    return support.responds_here(actor, wish.need.request) and organisations.is_member(
        actor, wish.offer.team.organisation
    )


@predicate
def coordinates_there(actor: Actor, wish: Wish) -> bool:
    return support.coordinates_here(actor, wish.need.request)


@predicate
def leads_the_team(actor: Actor, wish: Wish) -> bool:
    return leads(actor, wish.offer.team)


@predicate
def serves(actor: Actor, request: SupportRequest) -> bool:
    """Belongs to an organisation that works in the place of the request."""
    return bool(queries.organisations_serving(actor, request))


@predicate
def wrote(actor: Actor, response: Response) -> bool:
    return actor.id is not None and actor.id == response.author_id


@predicate
def is_visible(_actor: Actor, response: Response) -> bool:
    return response.state is TextState.PUBLISHED


@predicate
def sees_request(actor: Actor, response: Response) -> bool:
    return support.view(actor, response.request)


@predicate
def runs_initiative(actor: Actor, response: Response) -> bool:
    return support.runs_it(actor, response.request)


@predicate
def coordinates_what_lapsed(actor: Actor, lapsed: LapsedHours) -> bool:
    return support.assess(actor, lapsed.reservation.need.request)


keep_teams = administers
set_hours = leads
reserve = answers_for_the_team | coordinates_there
answer_lapsed = coordinates_what_lapsed
give_back = answers_for_the_team | leads_the_team | coordinates_there
respond = support.was_sent & support.responds_here & ~support.is_involved & serves
read_response = sees_request & (is_visible | wrote)
change_response = wrote
answer = runs_initiative & is_visible


def wish_of(reservation: CapacityReservation) -> Wish:
    """Return what a reservation was made for."""
    return Wish(reservation.offer, reservation.need)
