"""The colleagues of the cast: coordinators, leads and professionals of the other places."""

from collections.abc import Iterator

from app.accounts.roles import Role
from app.demo import cast
from app.demo.cast import Player
from app.demo.geography.city import City
from app.demo.organisations import MUNICIPALITY, TEAMS, WELFARE, Team
from app.demo.people import Person, residents

PROFESSIONALS = 2  # in each team, beside the lead
OTHER_NAMES = 4_711  # added to the seed, so that staff are not called like the first residents


def colleagues(city: City, seed: int) -> Iterator[Player]:
    """Yield everybody with a role who is not in the cast; the same people for the same seed."""
    names = residents(100, seed + OTHER_NAMES)
    for district in city.districts:
        if district.code != cast.DISTRICT:
            yield _player(
                next(names),
                f"wijkcoordinator.{district.name}",
                Role.AREA_COORDINATOR,
                (district.code,),
            )
    for team in TEAMS:
        yield from _members(team, names)
    yield Player(
        "opbouwwerker",
        *_name(next(names)),
        Role.COMMUNITY_WORKER,
        party=WELFARE,
        runs_party=True,
    )


def _members(team: Team, names: Iterator[Person]) -> Iterator[Player]:
    key, is_casts = team.party.key, team == cast.TEAM
    if not is_casts:
        lead = Player(
            f"teamleider.{key}",
            *_name(next(names)),
            Role.TEAM_LEAD,
            team.districts,
            team.party,
            runs_party=True,
        )
        yield lead
    for number in range(1, PROFESSIONALS + (0 if is_casts else 1)):
        yield Player(
            f"professional{number}.{key}",
            *_name(next(names)),
            Role.PROFESSIONAL,
            team.districts,
            team.party,
        )


def _player(person: Person, key: str, role: Role, areas: tuple[str, ...]) -> Player:
    return Player(key, *_name(person), role, areas, MUNICIPALITY)


def _name(person: Person) -> tuple[str, str]:
    return person.given_name, person.surname
