"""A request for help and who could give it: teams with hours, the catalogue, a budget."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.accounts.models import User
from app.accounts.roles import Role
from app.areas.models import Area
from app.capacity.models import (
    CapacityOffer,
    DistrictTeam,
    OfferKind,
    Response,
    ResponseKind,
    TeamArea,
)
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative, Theme
from app.organisations.models import Membership, Organisation, OrganisationKind
from app.support.lifecycle import RequestState
from app.support.models import Budget, Expertise, Need, SupportKind, SupportRequest, SupportType
from factories.accounts import a_person
from factories.areas import a_town
from factories.initiatives import an_initiative


def a_walking_group(owner: User | None = None, *, title: str = "Samen wandelen") -> Initiative:
    """Return a walking group for people who feel lonely, in the Molenbuurt."""
    return an_initiative(owner, title=title, themes=(Theme.HEALTH, Theme.TOGETHER))


def a_need(
    kind: SupportKind = SupportKind.TEAM_HOURS,
    *,
    hours: int = 6,
    expertise: str = Expertise.LONELINESS,
    cents: int = 0,
) -> Need:
    return Need(kind=kind, description="Advies", expertise=expertise, hours=hours, cents=cents)


def a_request(
    initiative: Initiative | None = None,
    *,
    needs: Sequence[Need] = (),
    state: RequestState = RequestState.SUBMITTED,
) -> SupportRequest:
    """Return a request that was sent in today and has to be answered in four weeks."""
    initiative = initiative or a_walking_group()
    request = SupportRequest(
        initiative=initiative,
        author_id=initiative.owner_id,
        state=state,
        explanation="Mensen die zich alleen voelen, lopen samen.",
        submitted_at=clock.now(),
        term_days=28,
        decision_due_on=clock.today() + timedelta(days=28),
        needs=list(needs) or [a_need()],
    )
    db.session.add(request)
    db.session.flush()
    request.reference = f"HULP-2026-{request.id:04}"
    return request


def an_organisation(
    name: str, kind: OrganisationKind = OrganisationKind.DISTRICT_TEAM
) -> Organisation:
    slug = name.lower().replace(" ", "-")
    known = db.session.query(Organisation).filter_by(slug=slug).first()
    organisation = known or Organisation(kind=kind, name=name, slug=slug)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def a_team(
    name: str, *areas: Area, expertise: Sequence[str] = (Expertise.LONELINESS,)
) -> DistrictTeam:
    """Return a district team that serves ``areas``; without, the north."""
    team = DistrictTeam(
        organisation=an_organisation(name),
        expertise=list(expertise),
        areas=[TeamArea(area_id=area.id) for area in areas or [a_town().north]],
    )
    db.session.add(team)
    db.session.flush()
    return team


def an_offer(
    team: DistrictTeam,
    hours: int = 10,
    *,
    taken: int = 0,
    kind: OfferKind = OfferKind.ADVICE,
    ends_on: date | None = None,
    is_withdrawn: bool = False,
) -> CapacityOffer:
    """Return hours from today on; without ``ends_on`` for 90 days."""
    offer = CapacityOffer(
        team=team,
        kind=kind,
        starts_on=min(clock.today(), ends_on or clock.today()),
        ends_on=ends_on or clock.today() + timedelta(days=90),
        hours=hours,
        taken=taken,
        withdrawn_at=clock.now() if is_withdrawn else None,
    )
    db.session.add(offer)
    db.session.flush()
    return offer


def a_type(
    name: str, kind: SupportKind = SupportKind.SPACE, *, area: Area | None = None
) -> SupportType:
    """Return a line of the catalogue, given by the municipality."""
    line = SupportType(
        kind=kind,
        name=name,
        slug=name.lower().replace(" ", "-"),
        description="Voor bewoners",
        conditions=["Ruim je rommel op."],
        promised_days=14,
        provider=an_organisation("Gemeente Proefstad", OrganisationKind.MUNICIPALITY),
        area_id=area.id if area else None,
    )
    db.session.add(line)
    db.session.flush()
    return line


def a_budget(area: Area, *, ceiling: int = 10_000_00, most: int = 500_00) -> Budget:
    budget = Budget(
        name="Wijkbudget",
        area_id=area.id,
        year=clock.today().year,
        ceiling_cents=ceiling,
        max_per_request_cents=most,
        legal_basis="Regeling bewonersinitiatieven",
    )
    db.session.add(budget)
    db.session.flush()
    return budget


def a_professional(organisation: Organisation, area: Area, name: str = "Petra") -> User:
    """Return a member of ``organisation`` who answers requests in ``area``."""
    person = a_person(name, role=Role.PROFESSIONAL, area=area)
    db.session.add(Membership(organisation_id=organisation.id, user_id=person.id))
    db.session.flush()
    return person


def a_response(
    request: SupportRequest, organisation: Organisation, kind: ResponseKind = ResponseKind.WE_DO
) -> Response:
    response = Response(
        request=request,
        organisation=organisation,
        author=a_person("Petra"),
        kind=kind,
        text="Dat is goed.",
    )
    db.session.add(response)
    db.session.flush()
    return response


def three_teams() -> list[DistrictTeam]:
    """Return teams that can all give six hours on loneliness in the north; the best one first."""
    town = a_town()
    near = a_team("Wijkteam Noord", town.north, expertise=[Expertise.LONELINESS, Expertise.SPORT])
    wide = a_team("Wijkteam Breed", town.north, town.south)
    everywhere = a_team("Team Samen", town.municipality)
    an_offer(near, 20, taken=10)
    an_offer(wide, 40, taken=10)
    an_offer(everywhere, 12, taken=6)
    return [near, wide, everywhere]
