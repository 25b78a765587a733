"""District teams to play with: Wijkteam Noord has Petra, who answers, and Lea, who leads."""

from collections.abc import Sequence

from app.accounts.models import User
from app.accounts.roles import Role
from app.areas.models import Area
from app.capacity import service
from app.capacity.models import (
    CapacityOffer,
    CapacityReservation,
    DistrictTeam,
    OfferKind,
    Response,
    ResponseKind,
    TeamArea,
)
from app.capacity.quarters import quarter_of
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.organisations.models import Membership, Organisation, OrganisationKind
from app.support.models import Expertise, Need, SupportRequest
from factories.accounts import a_person
from factories.areas import a_town


def an_organisation(
    name: str,
    kind: OrganisationKind = OrganisationKind.WELFARE_ORGANISATION,
    *,
    area: Area | None = None,
) -> Organisation:
    slug = name.lower().replace(" ", "-")
    known = db.session.query(Organisation).filter_by(slug=slug).first()
    found = known or Organisation(
        kind=kind, name=name, slug=slug, area_id=area.id if area else None
    )
    db.session.add(found)
    db.session.flush()
    return found


def a_team(
    name: str = "Wijkteam Noord",
    *areas: Area,
    expertise: Sequence[Expertise] = (Expertise.LONELINESS,),
) -> DistrictTeam:
    """Return a team that serves ``areas``; without, the north."""
    team = DistrictTeam(
        organisation=an_organisation(name, OrganisationKind.DISTRICT_TEAM),
        expertise=[one.value for one in expertise],
        areas=[TeamArea(area=area) for area in areas or [a_town().north]],
    )
    db.session.add(team)
    db.session.flush()
    return team


def an_offer(
    team: DistrictTeam | None = None,
    hours: int = 10,
    *,
    taken: int = 0,
    quarters_from_now: int = 0,
    withdrawn: bool = False,
) -> CapacityOffer:
    quarter = quarter_of(clock.today())
    for _step in range(quarters_from_now):
        quarter = quarter.next
    offer = CapacityOffer(
        team=team or a_team(),
        kind=OfferKind.ADVICE,
        starts_on=quarter.starts_on,
        ends_on=quarter.ends_on,
        hours=hours,
        taken=taken,
        withdrawn_at=clock.now() if withdrawn else None,
    )
    db.session.add(offer)
    db.session.flush()
    return offer


def a_member(organisation: Organisation, name: str, role: Role, area: Area | None = None) -> User:
    person = a_person(name, role=role, area=area)
    known = db.session.query(Membership).filter_by(
        organisation_id=organisation.id, user_id=person.id
    )
    if known.first() is None:
        db.session.add(Membership(organisation_id=organisation.id, user_id=person.id))
    db.session.flush()
    db.session.expire(organisation)
    return person


def a_professional(
    organisation: Organisation, name: str = "Petra", area: Area | None = None
) -> User:
    return a_member(organisation, name, Role.PROFESSIONAL, area or a_town().north)


def a_lead(team: DistrictTeam, name: str = "Lea", area: Area | None = None) -> User:
    return a_member(team.organisation, name, Role.TEAM_LEAD, area or a_town().north)


def reserved(
    offer: CapacityOffer, need: Need, hours: int = 6, *, by: User | None = None
) -> CapacityReservation:
    """Return hours that were reserved by Petra of the team, or by ``by``."""
    return service.reserve(offer, need, hours, by=by or a_professional(offer.team.organisation))


def a_response(
    request: SupportRequest,
    organisation: Organisation | None = None,
    *,
    kind: ResponseKind = ResponseKind.WE_DO,
    state: TextState = TextState.PUBLISHED,
    author: User | None = None,
    text: str = "Dat doen we graag.",
) -> Response:
    organisation = organisation or an_organisation("Welzijn Noord")
    response = Response(
        request=request,
        organisation=organisation,
        author=author or a_professional(organisation),
        kind=kind,
        text=text,
        state=state,
    )
    db.session.add(response)
    db.session.flush()
    return response
