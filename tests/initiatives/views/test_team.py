"""The team, on the pages."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Invitation, TeamMember
from factories.accounts import a_person
from factories.initiatives import an_initiative

SignedIn = Callable[[User], FlaskClient]


def test_the_owner_invites_and_the_other_says_yes(client: FlaskClient, signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative(state=State.SUBMITTED).id}"
    anna = signed_in(a_person())
    answer = anna.post(path + "/team", data={"email": "tess@voorbeeld.example"})
    assert answer.location == path + "/team"
    assert "tess@voorbeeld.example" in anna.get(path + "/team").text

    door = path + "/team/uitnodiging"
    assert client.get(door).location == f"/inloggen?verder={door}"
    tess = signed_in(a_person("Tess"))
    assert "Ja, ik doe mee" in tess.get(door).text
    assert db.session.query(TeamMember).count() == 0

    assert tess.post(door, data={"antwoord": "ja"}).location == path
    assert "Anna, Tess" in tess.get(path).text
    assert tess.post(door, data={"antwoord": "ja"}).location == path  # a double click
    assert db.session.query(TeamMember).count() == 1


def test_saying_no_joins_nothing(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative().id}/team"
    signed_in(a_person()).post(path, data={"email": "tess@voorbeeld.example"})

    answer = signed_in(a_person("Tess")).post(path + "/uitnodiging", data={"antwoord": "nee"})

    assert answer.location == "/initiatieven"
    assert (db.session.query(TeamMember).count(), db.session.query(Invitation).count()) == (0, 0)


def test_an_invitation_of_somebody_else_does_not_exist(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative().id}/team"
    signed_in(a_person()).post(path, data={"email": "tess@voorbeeld.example"})

    bilal = signed_in(a_person("Bilal"))
    assert bilal.get(path + "/uitnodiging").status_code == 404
    assert bilal.post(path + "/uitnodiging", data={"antwoord": "ja"}).status_code == 404


@pytest.mark.parametrize("email", ["", "geen adres", "a@b\r\nBcc:x@y", "anna@voorbeeld.example"])
def test_a_wrong_address_comes_back(signed_in: SignedIn, email: str) -> None:
    path = f"/initiatieven/{an_initiative().id}/team"

    assert signed_in(a_person()).post(path, data={"email": email}).status_code == 422
    assert db.session.query(Invitation).count() == 0


def test_a_member_leaves_and_another_is_taken_out(signed_in: SignedIn) -> None:
    tess, tom = a_person("Tess"), a_person("Tom")
    path = f"/initiatieven/{an_initiative(team=(tess, tom)).id}/team"
    out = f"{path}/{tom.id}/vertrek"
    browser = signed_in(tess)

    assert browser.post(out).status_code == 403
    assert browser.post(f"{path}/{tess.id}/vertrek").location == "/initiatieven"
    assert browser.get(path).status_code == 403
    anna = signed_in(a_person())
    assert anna.post(out).location == path
    assert anna.post(out).status_code == 404
    assert db.session.query(TeamMember).count() == 0
