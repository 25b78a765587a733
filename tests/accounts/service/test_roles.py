"""Roles are given and taken by administrators, and there is always one of those."""

import pytest
from flask import Flask

from app.accounts import passwords, queries, service
from app.accounts.models import RoleAssignment, User
from app.accounts.queries import live_sessions
from app.accounts.roles import Permission, Role
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from factories.accounts import a_moderator, a_person, a_session, an_administrator
from factories.areas import a_town
from factories.notifications import mails_to
from factories.races import at_once
from factories.slowly import slowly


def log() -> list[tuple[str, str, str, str]]:
    entries = db.session.query(Entry).order_by(Entry.id)
    return [(entry.action, entry.old, entry.new, entry.reason) for entry in entries]


def roles_of(person: User) -> list[tuple[Role, int | None]]:
    db.session.expire(person)
    return [(held.role, held.area_id) for held in person.assignments]


def test_an_administrator_gives_a_role_in_an_area() -> None:
    ada, town = an_administrator(), a_town()

    carla = service.register_staff(
        "carla@voorbeeld.example", "Carla", Role.AREA_COORDINATOR, area=town.north, by=ada
    )

    assert roles_of(carla) == [(Role.AREA_COORDINATOR, town.north.id)]
    assert carla.assignments[0].given_by_id == ada.id
    assert log() == [("users.give_role", "", "area_coordinator", "Noord")]
    [mail] = mails_to(carla.email)
    assert mail.subject == "Je hebt een nieuwe rol: Wijkcoördinator"


def test_a_command_gives_a_role_for_the_whole_municipality() -> None:
    person = service.register_staff("kim@voorbeeld.example", "Kim", Role.AUDITOR, by=None)

    assert roles_of(person) == [(Role.AUDITOR, None)]
    assert log() == [("users.give_role", "", "auditor", "hele gemeente")]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_other_roles_give_and_take_nothing(role: Role) -> None:
    somebody, mo = a_person("Bo", role=role), a_moderator()

    with pytest.raises(NotAllowed):
        service.register_staff("x@voorbeeld.example", "X", Role.AUDITOR, by=somebody)
    with pytest.raises(NotAllowed):
        service.give_role(somebody, Role.ADMINISTRATOR, by=somebody)
    with pytest.raises(NotAllowed):
        service.take_role(mo.assignments[0], by=somebody)
    assert db.session.query(User).count() == 2


def test_a_role_that_somebody_has_is_not_given_twice() -> None:
    ada, mo, town = an_administrator(), a_moderator(), a_town()

    with pytest.raises(Refused, match="Mo heeft deze rol al") as refusal:
        service.give_role(mo, Role.MODERATOR, by=ada)
    service.give_role(mo, Role.MODERATOR, area=town.north, by=ada)
    assert refusal.value.field == "role"


def test_whoever_becomes_staff_signs_in_again() -> None:
    anna = a_person("Anna")
    a_session(anna)

    service.give_role(anna, Role.MODERATOR, by=an_administrator())
    a_session(anna)
    service.give_role(anna, Role.AUDITOR, by=an_administrator())

    assert len(live_sessions(anna)) == 1


def test_a_role_is_taken_with_everything_it_allowed() -> None:
    ada, mo = an_administrator(), a_moderator()
    mo.password_hash = passwords.hashed("paard batterij nietje")

    service.take_role(mo.assignments[0], by=ada)

    assert (roles_of(mo), mo.may(Permission.MODERATE), mo.password_hash) == ([], False, None)
    assert log() == [("users.take_role", "moderator", "", "hele gemeente")]


def test_only_the_role_in_that_area_is_taken_also_when_it_was_given_twice() -> None:
    ada, town = an_administrator(), a_town()
    for area in (town.north, town.north, town.south, None):
        carla = a_person("Carla", role=Role.AREA_COORDINATOR, area=area)
    db.session.flush()

    service.take_role(carla.assignments[0], by=ada)

    assert roles_of(carla) == [
        (Role.AREA_COORDINATOR, town.south.id),
        (Role.AREA_COORDINATOR, None),
    ]


def test_administrators_do_not_stop_by_their_own_hand() -> None:
    ada = an_administrator()
    an_administrator("Bea")

    with pytest.raises(Refused, match="jezelf"):
        service.take_role(ada.assignments[0], by=ada)
    assert ada.may(Permission.ADMINISTER)


def test_the_last_administrator_stays_also_for_a_command() -> None:
    ada = an_administrator()

    with pytest.raises(Refused, match="altijd een beheerder"):
        service.take_role(ada.assignments[0], by=None)


def test_two_administrators_who_remove_each_other_leave_one(app: Flask) -> None:
    ada, bea = an_administrator("Ada").id, an_administrator("Bea").id

    def remove(person_id: int, by_id: int) -> None:
        by, person = (db.session.get_one(User, number) for number in (by_id, person_id))
        service.take_role(person.assignments[0], by=by)

    with slowly("DELETE FROM role_assignments"):
        outcomes = at_once(app, [lambda: remove(ada, bea), lambda: remove(bea, ada)])

    assert outcomes[-1] == "done"
    left = db.session.query(RoleAssignment).filter_by(role=Role.ADMINISTRATOR)
    assert left.count() == 1


def test_staff_are_listed_by_name_with_their_areas() -> None:
    town = a_town()
    a_person("Zoe", role=Role.MODERATOR)
    a_person("Anna")
    a_person("Bo", role=Role.DECISION_MAKER, area=town.south)

    found = db.session.scalars(queries.staff()).all()

    assert [person.name for person in found] == ["Bo", "Zoe"]
    assert found[0].assignments[0].area.name == "Zuid"
