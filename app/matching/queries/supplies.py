"""Read everything that could answer a need, as the engine wants it and with the name people know.

A fixed number of statements, whatever is on offer: one for each table, no rows one by one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from app.areas import queries as areas
from app.areas.models import AreaKind
from app.capacity.models import CapacityOffer, DistrictTeam, OfferKind
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.matching.engine.problem import Supply
from app.support.models import Budget, SupportKind, SupportType

DUTCH = frozenset({"nl"})


@dataclass(frozen=True)
class Candidate:
    """A supply with what people call it. ``organisation_id`` is who can be asked to respond.

    Hours carry the name of their ``team``, which may offer them in more periods.
    """

    supply: Supply
    name: str
    organisation_id: int | None
    conditions: tuple[str, ...] = ()  # to read, not counted
    slug: str = ""  # of the page in the catalogue
    team: str = ""


def candidates(known: Mapping[int, frozenset[int]]) -> list[Candidate]:
    """Return the hours of teams, the catalogue and the budgets that are there from today on.

    ``known`` holds the initiatives that an organisation worked with before, by its id.
    """
    teams = _teams()
    expertise = {team.organisation_id: team.expertise for team in teams.values()}
    return [*_hours(teams, known), *_facilities(known, expertise), *_budgets()]


def hours_on_offer(known: Mapping[int, frozenset[int]]) -> list[Candidate]:
    """Return the hours of teams that are there from today on, and nothing else."""
    return _hours(_teams(), known)


def _teams() -> dict[int, DistrictTeam]:
    with_areas = select(DistrictTeam).options(joinedload(DistrictTeam.areas))
    return {team.id: team for team in db.session.scalars(with_areas).unique()}


def _hours(
    teams: Mapping[int, DistrictTeam], known: Mapping[int, frozenset[int]]
) -> list[Candidate]:
    offers = list(_offers(teams, known))
    times = Counter(offer.name for offer in offers)
    return [_with_period(offer) if times[offer.name] > 1 else offer for offer in offers]


def _with_period(offer: Candidate) -> Candidate:
    """Tell the offers of one team apart."""
    until = date_words(offer.supply.ends_on)
    return replace(offer, name=_("%(name)s, tot en met %(day)s", name=offer.name, day=until))


def _offers(
    teams: Mapping[int, DistrictTeam], known: Mapping[int, frozenset[int]]
) -> Iterable[Candidate]:
    standing = select(CapacityOffer).where(CapacityOffer.ends_on >= clock.today())
    for offer in db.session.scalars(standing):
        team = teams[offer.team_id]
        kinds = {SupportKind.TEAM_HOURS.value}
        if offer.kind is OfferKind.COACHING:
            kinds.add(SupportKind.COACHING.value)
        supply = Supply(
            id=f"offer:{offer.id}",
            kinds=frozenset(kinds),
            provider_id=f"team:{team.id}",
            organisation_ids=frozenset({team.organisation_id}),
            areas=_codes({area.area_id for area in team.areas}),
            expertise=frozenset(team.expertise),
            languages=DUTCH,
            starts_on=offer.starts_on,
            ends_on=offer.ends_on,
            total_hours=offer.hours,
            free_hours=offer.hours - offer.taken,
            withdrawn=offer.withdrawn_at is not None,
            knows=known.get(team.organisation_id, frozenset()),
        )
        name = team.organisation.name
        yield Candidate(supply, name, team.organisation_id, team=name)


def _facilities(
    known: Mapping[int, frozenset[int]], expertise: Mapping[int, Collection[str]]
) -> Iterable[Candidate]:
    offered = (
        select(SupportType)
        .join(SupportType.provider)
        .where(SupportType.withdrawn_on.is_(None))
        .options(contains_eager(SupportType.provider))
    )
    for kind in db.session.scalars(offered):
        supply = Supply(
            id=f"facility:{kind.id}",
            kinds=frozenset({kind.kind.value}),
            provider_id=f"organisation:{kind.provider_id}",
            organisation_ids=frozenset({kind.provider_id}),
            areas=None if kind.area_id is None else _codes({kind.area_id}),
            expertise=frozenset(expertise.get(kind.provider_id, ())),
            languages=DUTCH,
            max_cents=kind.max_cents,
            pieces=kind.pieces,
            knows=known.get(kind.provider_id, frozenset()),
        )
        name = f"{kind.name} ({kind.provider.name})"
        yield Candidate(supply, name, kind.provider_id, tuple(kind.conditions), kind.slug)


def _budgets() -> Iterable[Candidate]:
    this_year = clock.today().year
    for budget in db.session.scalars(select(Budget).where(Budget.year >= this_year)):
        supply = Supply(
            id=f"budget:{budget.id}",
            kinds=frozenset({SupportKind.MONEY.value}),
            provider_id="municipality",
            areas=_codes({budget.area_id}),
            starts_on=date(budget.year, 1, 1),
            ends_on=date(budget.year, 12, 31),
            free_cents=budget.free_cents,
            max_cents=budget.max_per_request_cents,
            has_legal_basis=bool(budget.legal_basis.strip()),
        )
        yield Candidate(supply, f"{budget.name} {budget.year}", None)


def _codes(area_ids: Collection[int]) -> frozenset[str] | None:
    """Return the codes of areas; ``None`` (everywhere) when the municipality is among them."""
    places = [place for area_id in area_ids if (place := areas.by_id(area_id))]
    if any(place.kind is AreaKind.MUNICIPALITY for place in places):
        return None
    return frozenset(place.code for place in places)
