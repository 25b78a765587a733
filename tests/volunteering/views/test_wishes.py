"""A volunteer tells what they like to do, or nothing at all, and wipes it."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.core.keeping import everything_kept
from app.privacy.queries import rows_of
from app.volunteering import queries
from app.volunteering.kinds import Reach, Tongue, Work
from app.volunteering.wishes import VolunteerWishes
from factories.accounts import a_person
from factories.areas import a_town
from factories.volunteering import some_wishes

WISHES = "/mijn/wensen"
SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def bilal(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Bilal"))


def test_what_is_chosen_is_kept_and_stands_in_the_form_again(bilal: FlaskClient) -> None:
    answers = {"likes": ["green", "food"], "days": ["tu"], "reach": "district", "may_be_asked": "y"}

    answer = bilal.post(WISHES, data=answers)

    assert (answer.status_code, answer.location) == (303, "/mijn/past-bij-jou")
    page = bilal.get(WISHES).text
    assert page.count(" checked") == 5
    assert "Wis mijn keuzes" in page


def test_all_of_it_may_stay_empty(bilal: FlaskClient) -> None:
    assert bilal.post(WISHES, data={}).status_code == 303

    kept = queries.wishes_of(a_person("Bilal"))
    assert kept is not None
    assert (kept.likes, kept.reach, kept.may_be_asked) == ([], Reach.EVERYWHERE, False)


def test_something_that_is_not_on_the_list_is_refused_and_the_rest_stays(
    bilal: FlaskClient,
) -> None:
    answer = bilal.post(WISHES, data={"likes": ["green", "gold"], "days": ["tu"]})

    assert (answer.status_code, db.session.query(VolunteerWishes).count()) == (422, 0)
    assert answer.text.count(" checked") == 3  # green, Tuesday, and how far


def test_what_can_be_chosen_beside_is_folded_until_something_of_it_is_chosen(
    bilal: FlaskClient,
) -> None:
    assert "<details>" in bilal.get(WISHES).text

    bilal.post(WISHES, data={"days": ["tu"]})
    assert "<details open>" in bilal.get(WISHES).text


def test_only_who_told_no_neighbourhood_is_asked_for_it(signed_in: SignedIn) -> None:
    home = a_person("Vera")
    home.neighbourhood_id = a_town().mill.id
    hint = "Vul ook je buurt in"

    assert hint in signed_in(a_person("Bilal")).get(WISHES).text
    assert hint not in signed_in(home).get(WISHES).text


def test_what_is_wiped_is_gone_and_the_way_there_stands_at_the_own_data(
    bilal: FlaskClient,
) -> None:
    bilal.post(WISHES, data={"likes": [Work.GREEN.value]})

    answer = bilal.post(f"{WISHES}/einde", follow_redirects=True)

    assert db.session.query(VolunteerWishes).count() == 0
    assert "Wis mijn keuzes" not in answer.text
    assert f'href="{WISHES}"' in bilal.get("/mijn/gegevens").text


def test_a_copy_of_the_own_data_says_it_in_words() -> None:
    bilal = a_person("Bilal")
    some_wishes(bilal, tongues=[Tongue.TR], reach=Reach.DISTRICT)

    (kept,) = (one for one in everything_kept() if one.code == "volunteer_wishes")
    (row,) = rows_of(bilal, kept)

    assert row["likes"] == ["Tuinieren en groen"]
    assert (row["tongues"], row["reach"]) == (["Türkçe"], "In mijn wijk")
