"""From outside the portal to a plan: the short address, and the picture beside a link."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import PUBLIC, State
from factories.accounts import a_moderator, a_person
from factories.counting import counted
from factories.initiatives import an_initiative

SignedIn = Callable[[User], FlaskClient]


@pytest.mark.parametrize("end", ["", "/"])
def test_the_short_address_leads_to_the_plan_but_not_for_good(
    client: FlaskClient, end: str
) -> None:
    initiative = an_initiative()

    answer = client.get(f"/i/{initiative.id}{end}")

    assert (answer.status_code, answer.location) == (302, f"/initiatieven/{initiative.id}")


@pytest.mark.parametrize("typed", ["0", "999999", "9" * 25, "x", "1.5"])
def test_a_mistake_in_the_short_address_is_a_404(client: FlaskClient, typed: str) -> None:
    assert client.get(f"/i/{typed}").status_code == 404


@pytest.mark.parametrize("state", [state for state in State if state not in PUBLIC])
def test_a_plan_that_is_not_public_has_no_picture_also_not_for_its_team(
    client: FlaskClient, signed_in: SignedIn, state: State
) -> None:
    number = an_initiative(state=state).id

    assert client.get(f"/i/{number}").status_code == 404
    assert client.get(f"/initiatieven/{number}.png").status_code == 404
    assert signed_in(a_person("Anna")).get(f"/i/{number}").status_code == 302
    assert signed_in(a_person("Anna")).get(f"/initiatieven/{number}.png").status_code == 404


def test_a_public_plan_has_a_picture_that_is_sent_once(client: FlaskClient) -> None:
    path = f"/initiatieven/{an_initiative().id}.png"

    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, first.mimetype) == (200, "image/png")
    assert (again.status_code, again.data) == (304, b"")
    with counted() as statements:
        client.get(path)
    assert len(statements) <= 3, statements


def test_a_new_title_gives_a_new_picture(client: FlaskClient) -> None:
    initiative = an_initiative()
    path = f"/initiatieven/{initiative.id}.png"
    before = client.get(path).headers["ETag"]

    initiative.title = "Bloembakken"

    assert client.get(path, headers={"If-None-Match": before}).status_code == 200


def test_a_plan_that_is_hidden_loses_its_picture_at_once(client: FlaskClient) -> None:
    initiative = an_initiative()
    path = f"/initiatieven/{initiative.id}.png"
    known = client.get(path).headers["ETag"]

    service.hide(initiative, by=a_moderator(), reason="Namen van kinderen.")
    db.session.commit()

    assert client.get(path, headers={"If-None-Match": known}).status_code == 404
    assert client.get(f"/i/{initiative.id}").status_code == 404
