"""Residents, each in a neighbourhood, and staff with their roles.

Only ``residents`` are given parts by chance; what the cast does is written down in ``stories``.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate
from random import Random

from app.accounts import passwords
from app.accounts.models import RoleAssignment, User
from app.accounts.roles import Role
from app.demo import cast
from app.demo.cast import Player
from app.demo.chance import dice, pick
from app.demo.people import residents
from app.demo.service.days import Days
from app.demo.service.rows import Rows
from app.demo.service.staff import colleagues
from app.demo.service.town import Town

FIRST_ACCOUNT, LAST_ACCOUNT = 800, 560  # days ago: before anything else happened


@dataclass
class People:
    """Everybody by number; who lives in an area (by its code), who works for a party (its key)."""

    names: dict[int, str] = field(default_factory=dict)
    addresses: dict[int, str] = field(default_factory=dict)
    residents: list[int] = field(default_factory=list)
    living_in: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    staff: list[tuple[int, Player]] = field(default_factory=list)
    coordinators: dict[str, int] = field(default_factory=dict)  # by the code of their district
    cast: dict[str, int] = field(default_factory=dict)

    def of(self, player: Player) -> int:
        """Return the number of somebody of the cast."""
        return self.cast[player.key]

    def near(self, *codes: str) -> list[int]:
        """Return the residents of the first of these areas in which anybody lives, or all."""
        here = (self.living_in[code] for code in codes if code in self.living_in)
        return next(here, self.residents)

    def moderator(self, throws: Random) -> int:
        """Return who reads a text: one of two colleagues."""
        return self.of(pick(throws, (cast.MODERATOR, cast.SECOND_MODERATOR)))


def settle(
    rows: Rows, days: Days, town: Town, count: int, seed: int, done: Callable[[], None]
) -> People:
    """Give the staff, the cast and ``count`` residents an account."""
    people = People()
    _add_staff(rows, days, town, people, [*cast.CAST, *colleagues(town.city, seed)])
    throws = dice(seed, "where people live")
    homes = [(part, area) for area in town.city.districts for part in area.neighbourhoods]
    borders = list(accumulate(part.inhabitants for part, _ in homes))
    for person in residents(count, seed):
        part, district = homes[bisect(borders, throws.random() * borders[-1])]
        age = throws.uniform(LAST_ACCOUNT, FIRST_ACCOUNT)
        number = rows.add(
            User,
            email=person.email,
            name=person.marked_name,
            neighbourhood_id=town.ids[part.code],
            created_at=days.ago(age),
        )
        _remember(people, number, person.marked_name, person.email)
        people.residents.append(number)
        people.living_in[part.code].append(number)
        people.living_in[district.code].append(number)
        rows.write_when_many()
        done()
    return people


def _add_staff(rows: Rows, days: Days, town: Town, people: People, players: list[Player]) -> None:
    password = passwords.hashed(cast.PASSWORD)
    at = days.ago(FIRST_ACCOUNT)
    for player in players:
        is_resident = player.role is None
        number = rows.add(
            User,
            email=player.email,
            name=player.name,
            password_hash=None if is_resident else password,
            neighbourhood_id=town.ids[cast.NEIGHBOURHOOD] if is_resident else None,
            created_at=at,
        )
        _remember(people, number, player.name, player.email)
        people.staff.append((number, player))
        if player in cast.CAST:
            people.cast[player.key] = number
    for number, player in people.staff:
        if player.role is not None:
            _give_role(rows, people, town, number, player, player.role, at)


def _give_role(
    rows: Rows, people: People, town: Town, number: int, player: Player, role: Role, at: datetime
) -> None:
    if role is Role.AREA_COORDINATOR:
        people.coordinators[player.areas[0]] = number
    areas: list[int | None] = [town.ids[code] for code in player.areas]
    for area_id in areas or [None]:
        rows.add(
            RoleAssignment,
            user_id=number,
            role=role,
            area_id=area_id,
            given_at=at,
            given_by_id=people.of(cast.ADMINISTRATOR),
        )


def _remember(people: People, number: int, name: str, address: str) -> None:
    people.names[number], people.addresses[number] = name, address
