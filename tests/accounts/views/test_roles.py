"""Administrators give and take roles; what a role allowed ends with the next request."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.audit.models import Entry
from app.core.db import db
from factories.accounts import a_coordinator, a_moderator, a_person, an_administrator
from factories.areas import a_town
from factories.notifications import mails_to
from factories.second_factor import CODE, MO, an_app, gives_password, is_in, mo_with_password

SignedIn = Callable[[User], FlaskClient]
PAGE = "/beheer/rollen"
CARLA = {"email": "carla@voorbeeld.example", "name": "Carla", "role": "area_coordinator"}


def roles_of(email: str) -> list[tuple[str, str]]:
    db.session.expire_all()
    person = db.session.query(User).filter_by(email=email).one()
    return [(held.role.value, held.area.name if held.area else "") for held in person.assignments]


@pytest.mark.parametrize("area", ["north", "mill", ""])
def test_an_administrator_gives_a_role_and_where_it_counts(signed_in: SignedIn, area: str) -> None:
    town = a_town()
    place = getattr(town, area) if area else None
    client = signed_in(an_administrator())

    answer = client.post(PAGE, data={**CARLA, "area_id": place.id if place else ""})

    assert (answer.status_code, answer.location) == (303, PAGE)
    assert roles_of(CARLA["email"]) == [("area_coordinator", place.name if place else "")]
    assert "Carla" in client.get(PAGE).text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": ""}, "email"),
        ({"name": ""}, "name"),
        ({"role": ""}, "role"),
        ({"role": "king"}, "role"),
        ({"area_id": "999999"}, "area_id"),
        ({"area_id": "abc"}, "area_id"),
    ],
)
def test_what_does_not_fit_is_refused_at_the_field(
    signed_in: SignedIn, typed: dict[str, str], field: str
) -> None:
    answer = signed_in(an_administrator()).post(PAGE, data={**CARLA, "area_id": "", **typed})

    assert (answer.status_code, f'href="#{field}"' in answer.text) == (422, True)
    assert db.session.query(User).count() == 1


def test_a_role_given_twice_is_refused_with_what_was_typed(signed_in: SignedIn) -> None:
    a_coordinator()

    answer = signed_in(an_administrator()).post(PAGE, data={**CARLA, "area_id": ""})

    assert (answer.status_code, "Carla heeft deze rol al." in answer.text) == (422, True)


def test_a_role_that_is_taken_is_gone_with_the_next_request(signed_in: SignedIn) -> None:
    mo, ada = a_moderator(), an_administrator()
    browser_of_mo = signed_in(mo)
    assert browser_of_mo.get("/moderatie").status_code == 200

    answer = signed_in(ada).post(f"{PAGE}/{mo.assignments[0].id}/intrekking")

    assert (answer.status_code, answer.location) == (303, PAGE)
    assert browser_of_mo.get("/moderatie").status_code == 403


def test_an_administrator_cannot_take_their_own_last_role(signed_in: SignedIn) -> None:
    ada = an_administrator()
    client = signed_in(ada)

    assert client.post(f"{PAGE}/{ada.assignments[0].id}/intrekking").status_code == 422
    assert client.get(PAGE).status_code == 200


def test_a_role_that_is_not_there_cannot_be_taken(signed_in: SignedIn) -> None:
    assert signed_in(an_administrator()).post(f"{PAGE}/999999/intrekking").status_code == 404


@pytest.mark.parametrize("role", [None, *(role for role in Role if role != Role.ADMINISTRATOR)])
def test_nobody_else_sees_or_changes_roles(signed_in: SignedIn, role: Role | None) -> None:
    somebody, mo = a_person("Bo", role=role), a_moderator()
    client = signed_in(somebody)

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, data={**CARLA, "area_id": ""}).status_code == 403
    assert client.post(f"{PAGE}/{mo.assignments[0].id}/intrekking").status_code == 403
    assert roles_of(mo.email) == [("moderator", "")]


def test_an_administrator_signs_a_colleague_out_everywhere(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    mo, ada = mo_with_password(), an_administrator()
    an_app(mo)
    browsers, admin = [signed_in(mo), signed_in(mo)], signed_in(ada)
    gives_password(client)  # and not the code yet
    page, there = f"{PAGE}/{mo.id}/afmelding", "Log Mo overal uit"
    assert there in admin.get(PAGE).text

    answers = [admin.post(page).location for _time in range(2)]

    assert answers == [PAGE, PAGE]
    assert [is_in(browser) for browser in browsers] == [False, False]
    assert client.get(CODE).status_code == 410
    assert [mail.subject for mail in mails_to(MO)] == ["Je bent overal uitgelogd"]
    assert there not in admin.get(PAGE).text
    actions = [entry.action for entry in db.session.query(Entry).order_by(Entry.id)]
    assert actions == ["users.sign_out_everywhere"]


def test_only_an_administrator_does_so_and_only_with_staff(signed_in: SignedIn) -> None:
    mo, ada, anna = a_moderator(), an_administrator(), a_person("Anna")

    for by, person, status in ((mo, ada, 403), (ada, ada, 403), (ada, anna, 404)):
        answer = signed_in(by).post(f"{PAGE}/{person.id}/afmelding")
        assert answer.status_code == status
