"""A phone knows who reads a page, and keeps only pages that say so."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.phones import KEPT_ON_PHONES
from app.policy import POLICY
from app.web.phone import KEEP, READER
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town

SignedIn = Callable[[User], FlaskClient]


def test_every_page_in_the_list_exists() -> None:
    assert POLICY.keys() >= KEPT_ON_PHONES


def test_visitors_are_all_the_same_reader(client: FlaskClient) -> None:
    answer = client.get("/contact")

    assert (answer.headers[READER], answer.headers[KEEP]) == ("nobody", "yes")


def test_each_person_is_another_reader_on_every_page(signed_in: SignedIn) -> None:
    anna, bilal = (signed_in(a_person(name)) for name in ("Anna", "Bilal"))

    marks = {
        client.get(path).headers[READER] for client in (anna, bilal) for path in ("/", "/mijn")
    }

    assert len(marks) == 2
    assert "nobody" not in marks


@pytest.mark.parametrize(
    "path",
    ["/initiatieven/nieuw", "/initiatieven/nieuw/wat", "/inloggen", "/bestaat-niet", "/stijl"],
)
def test_a_page_outside_the_list_is_not_kept(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert READER in answer.headers
    assert KEEP not in answer.headers


def test_staff_keep_nothing_since_their_pages_are_about_others(signed_in: SignedIn) -> None:
    staff = signed_in(a_coordinator(a_town().north))

    answers = [staff.get(path) for path in ("/mijn", "/contact")]

    assert all(answer.headers[READER] != "nobody" for answer in answers)
    assert not any(KEEP in answer.headers for answer in answers)


def test_signing_out_empties_what_the_browser_kept(signed_in: SignedIn) -> None:
    answer = signed_in(a_person()).post("/uitloggen")

    assert answer.headers["Clear-Site-Data"] == '"cache"'
