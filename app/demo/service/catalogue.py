"""The catalogue of support and the budgets of each year, with what is still left of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, update

from app.core.text import slug
from app.demo.catalogue import BUDGETS, CATALOGUE, DistrictBudget
from app.demo.service.days import Days
from app.demo.service.parties import Parties
from app.demo.service.rows import Rows
from app.demo.service.town import Town
from app.support import queries
from app.support.models import Budget, LegalRegime, SupportKind, SupportType

YEARS_BACK = 2
LARGEST = 2_000_000_000  # cents in a column
TOWN_OF = 2_000  # initiatives; a larger demo has more money


@dataclass
class Purse:
    """A budget while the demo is told."""

    id: int
    plan: DistrictBudget
    year: int
    ceiling: int
    reserved: int = 0
    booked: int = 0

    def reserve(self, cents: int) -> bool:
        """Set money aside; ``False`` when there is not enough."""
        if self.reserved + self.booked + cents > self.ceiling:
            return False
        self.reserved += cents
        return True

    def book(self, reserved: int, booked: int) -> None:
        """Spend money that was set aside; the rest is free again."""
        self.reserved -= reserved
        self.booked += booked


@dataclass
class Help:
    """What can be asked: budgets by area and year, and lines of the catalogue by key."""

    purses: list[Purse] = field(default_factory=list)
    types: dict[str, int] = field(default_factory=dict)
    rules: Sequence[SupportType] = ()

    def purses_for(self, district: str, municipality: str, day: date) -> list[Purse]:
        """Return the budgets of that year for a place: its own first."""
        return [
            purse
            for area in (district, municipality)
            for purse in self.purses
            if purse.plan.area_code == area and purse.year == day.year
        ]


def settle(rows: Rows, days: Days, town: Town, parties: Parties, initiatives: int) -> Help:
    """Fill the catalogue, and the budgets of this year and the years before it."""
    support = Help()
    for line in CATALOGUE:
        support.types[line.key] = rows.add(
            SupportType,
            kind=SupportKind.of(line.kind),
            name=line.name,
            slug=slug(line.name),
            description=line.description,
            conditions=list(line.conditions),
            promised_days=line.promised_days,
            legal_regime=LegalRegime.of(line.regime),
            max_cents=line.max_cents,
            pieces=line.pieces,
            provider_id=parties.ids[line.provider.key],
        )
    times = max(1, initiatives // TOWN_OF)
    for year in range(days.today.year - YEARS_BACK, days.today.year + 1):
        for plan in BUDGETS:
            ceiling = min(plan.ceiling_cents * times, LARGEST)
            number = rows.add(
                Budget,
                name=plan.name,
                area_id=town.ids[plan.area_code],
                year=year,
                ceiling_cents=ceiling,
                max_per_request_cents=plan.per_request_cents,
                legal_basis=plan.legal_basis,
            )
            support.purses.append(Purse(number, plan, year, ceiling))
    rows.write()
    support.rules = queries.catalogue()
    return support


def count_money(connection: Connection, support: Help) -> None:
    """Write how much of each budget is reserved and booked, once everything is told."""
    for purse in support.purses:
        connection.execute(
            update(Budget)
            .where(Budget.id == purse.id)
            .values(reserved_cents=purse.reserved, booked_cents=purse.booked)
        )
