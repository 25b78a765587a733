"""Organisations and their people, district teams and the hours they offer each quarter."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from sqlalchemy import Connection, update

from app.capacity.models import CapacityOffer, DistrictTeam, OfferKind, TeamArea
from app.capacity.quarters import Quarter, quarter_of
from app.core.text import slug
from app.demo.chance import dice
from app.demo.organisations import ASSOCIATIONS, PARTIES, TEAMS, Party, Team
from app.demo.service.days import Days
from app.demo.service.people import People
from app.demo.service.rows import Rows
from app.demo.service.town import Town
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind

QUARTERS_BACK, QUARTERS_AHEAD = 6, 1
A_QUARTER = timedelta(days=91)
SPARE, FEW = 10, 4  # hours left in the open quarter, of the first and the second kind
MOST_MEMBERS = 8  # of an association, beside who runs it


@dataclass
class Offer:
    """Hours of a team in a quarter; ``taken`` are kept for somebody, ``spare`` are left alone."""

    id: int
    team: Team
    quarter: Quarter
    hours: int
    spare: int = 0
    is_withdrawn: bool = False
    taken: int = 0

    @property
    def free(self) -> int:
        return 0 if self.is_withdrawn else self.hours - self.spare - self.taken


@dataclass
class Parties:
    """Organisations by key: their number and who speaks for them; and all hours on offer."""

    ids: dict[str, int] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    members: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    offers: list[Offer] = field(default_factory=list)

    def serving(self, district: str) -> list[Team]:
        """Return the teams that work in a district."""
        return [team for team in TEAMS if district in team.districts]

    def open_offers(self, team: Team, today: date) -> list[Offer]:
        """Return what a team offers in the open quarter."""
        return [
            one for one in self.offers if one.team == team and one.quarter == open_quarter(today)
        ]

    def offers_of(self, team: Team, day: date) -> list[Offer]:
        """Return what a team offers in the quarter of ``day``."""
        quarter = quarter_of(day)
        return [one for one in self.offers if one.team == team and one.quarter == quarter]


def settle(rows: Rows, days: Days, town: Town, people: People, seed: int) -> Parties:
    """Found all organisations, with members, teams and their hours."""
    parties, throws = Parties(), dice(seed, "parties")
    for party in PARTIES:
        parties.ids[party.key] = rows.add(
            Organisation,
            kind=OrganisationKind.of(party.kind),
            name=party.name,
            slug=slug(party.name),
            area_id=town.ids[party.rooted_in] if party.rooted_in else None,
            email=party.email,
            about=party.about,
        )
        for number, role in _members(party, people, throws):
            rows.add(Membership, organisation_id=parties.ids[party.key], user_id=number, role=role)
            parties.members[party.key].append(number)
            if role is MemberRole.ADMIN:
                parties.heads[party.key] = number
    for team in TEAMS:
        _found_team(rows, days, town, parties, team)
    return parties


def _members(party: Party, people: People, throws: Random) -> Iterator[tuple[int, MemberRole]]:
    """Yield who belongs to a party: staff that was hired for it, else residents."""
    hired = [(number, player) for number, player in people.staff if player.party == party]
    for number, player in hired:
        yield number, MemberRole.ADMIN if player.runs_party else MemberRole.MEMBER
    wanted = throws.randint(3, MOST_MEMBERS) if party in ASSOCIATIONS else 1
    if hired and party not in ASSOCIATIONS:
        return
    pool = people.near(party.rooted_in)
    for rank, number in enumerate(throws.sample(pool, min(wanted, len(pool)))):
        leads = rank == 0 and not hired
        yield number, MemberRole.ADMIN if leads else MemberRole.MEMBER


def _found_team(rows: Rows, days: Days, town: Town, parties: Parties, team: Team) -> None:
    number = rows.add(
        DistrictTeam,
        organisation_id=parties.ids[team.party.key],
        expertise=sorted(team.expertise),
    )
    for code in team.districts:
        rows.add(TeamArea, team_id=number, area_id=town.ids[code])
    for quarter in quarters(days.today):
        for rank, (kind, hours) in enumerate(team.hours):
            withdrawn = _is_withdrawn(team, quarter, rank, days.today)
            offer = rows.add(
                CapacityOffer,
                team_id=number,
                kind=OfferKind.of(kind),
                starts_on=quarter.starts_on,
                ends_on=quarter.ends_on,
                hours=hours,
                withdrawn_at=days.ago(2) if withdrawn else None,
            )
            spare = (SPARE, FEW)[rank] if quarter == open_quarter(days.today) else 0
            parties.offers.append(Offer(offer, team, quarter, hours, spare, withdrawn))


def quarters(today: date) -> list[Quarter]:
    """Return the quarters for which hours are on offer, the first one first."""
    found = [quarter_of(today - QUARTERS_BACK * A_QUARTER)]
    while found[-1].starts_on < today + QUARTERS_AHEAD * A_QUARTER:
        found.append(found[-1].next)
    return found


def open_quarter(today: date) -> Quarter:
    """Return this quarter, or the next one when this one is almost over."""
    return quarter_of(today + timedelta(days=14))


def _is_withdrawn(team: Team, quarter: Quarter, rank: int, today: date) -> bool:
    """Tell which hours a team took back: the last ones that the last team planned."""
    return team == TEAMS[-2] and rank == 1 and quarter == quarters(today)[-1]


def count_hours(connection: Connection, parties: Parties) -> None:
    """Write how many hours were taken, once everything is told.

    In the open quarter each team has exactly so many hours left that one kind suits a request
    of six hours and the other does not.
    """
    for offer in parties.offers:
        hours = offer.taken + offer.spare if offer.spare else offer.hours
        change = update(CapacityOffer).where(CapacityOffer.id == offer.id)
        connection.execute(change.values(taken=offer.taken, hours=hours))
