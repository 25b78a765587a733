"""What a person may do follows from the roles they have, and where."""

from datetime import timedelta

import pytest

from app.accounts.models import OneTimeLink, Purpose, User, Visitor
from app.accounts.roles import PERMISSIONS, Permission, Role
from app.core import clock
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town


def test_every_role_has_permissions() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert all(PERMISSIONS.values())


def test_a_resident_has_no_permissions() -> None:
    anna = a_person()

    assert (anna.permissions, anna.areas_where(Permission.COORDINATE)) == (frozenset(), [])
    assert not anna.may(Permission.MODERATE)


def test_two_people_are_never_the_same_person() -> None:
    anna, bilal = a_person(), a_person("Bilal")

    assert anna != bilal
    assert len({anna, bilal}) == 2


def test_a_role_for_an_area_counts_there_only() -> None:
    town = a_town()
    carla = a_coordinator(town.north)

    assert carla.may(Permission.COORDINATE)
    assert carla.areas_where(Permission.COORDINATE) == [town.north.id]
    assert carla.may_in(Permission.COORDINATE, {town.mill.id, town.north.id})
    assert not carla.may_in(Permission.COORDINATE, {town.park.id, town.south.id})
    assert not carla.may_in(Permission.COORDINATE, set())
    assert not carla.may_in(Permission.MODERATE, {town.north.id})


def test_a_role_for_the_municipality_counts_everywhere() -> None:
    town = a_town()
    carla = a_coordinator()

    assert carla.areas_where(Permission.COORDINATE) is None
    assert carla.may_in(Permission.COORDINATE, {town.park.id})
    assert carla.may_in(Permission.COORDINATE, set())


def test_two_roles_add_up_without_mixing_their_areas() -> None:
    town = a_town()
    carla = a_coordinator(town.north)
    a_person("Carla", role=Role.MODERATOR, area=town.south)
    a_person("Carla", role=Role.AREA_COORDINATOR, area=town.south)

    assert carla.areas_where(Permission.MODERATE) == [town.south.id]
    assert carla.areas_where(Permission.COORDINATE) == sorted([town.north.id, town.south.id])


def test_a_visitor_may_nothing() -> None:
    visitor = Visitor()

    assert not visitor.may(Permission.COORDINATE)
    assert visitor.areas_where(Permission.COORDINATE) == []
    assert not visitor.may_in(Permission.COORDINATE, {1})
    assert (visitor.id, visitor.is_authenticated) == (None, False)


def test_somebody_who_is_blocked_is_not_active() -> None:
    assert User(name="Anna").is_active
    assert not User(name="Anna", blocked_at=clock.now()).is_active


@pytest.mark.parametrize(
    ("used", "seconds_left", "opens"), [(False, 60, True), (True, 60, False), (False, -1, False)]
)
def test_a_link_opens_until_it_is_used_or_too_old(
    used: bool, seconds_left: int, opens: bool
) -> None:
    now = clock.now()
    link = OneTimeLink(
        purpose=Purpose.SIGN_IN,
        used_at=now if used else None,
        expires_at=now + timedelta(seconds=seconds_left),
    )

    assert link.still_opens is opens
