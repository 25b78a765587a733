"""Who comes, for those who organise: saying yes or no, making room, calling off."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.counting import counted
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours

SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def anna(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Anna"))


def test_organisers_see_names_standing_and_what_volunteers_wrote(anna: FlaskClient) -> None:
    shift = a_shift(places=1)
    service.sign_up(shift, by=a_person("Bilal"), note="Ik neem een kar mee")
    service.sign_up(shift, by=a_person("Vera"))

    page = anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text

    for words in ("Bilal", "Doet mee", "Ik neem een kar mee", "Vera", "plek 1", "1 van 1"):
        assert words in page


def test_names_are_for_organisers_and_the_coordinator_of_the_place(signed_in: SignedIn) -> None:
    town, path = a_town(), f"/doe-mee/{a_task().id}/aanmeldingen"
    expected = {
        a_person("Anna"): 200,
        a_coordinator(town.north): 200,
        a_coordinator(town.south, "Sjoerd"): 403,
        a_moderator(): 403,
        a_person("Bilal"): 403,
    }

    assert {who: signed_in(who).get(path).status_code for who in expected} == expected


def test_the_coordinator_looks_but_decides_nothing(signed_in: SignedIn) -> None:
    shift = a_shift(a_task(organiser_confirms=True))
    sign_up = service.sign_up(shift, by=a_person("Bilal"))
    browser = signed_in(a_coordinator(a_town().north))

    page = browser.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text

    assert "Bevestig" not in page
    assert "Laat het niet doorgaan" not in page
    assert browser.post(f"/aanmeldingen/{sign_up.id}/bevestiging").status_code == 403


def test_the_organiser_confirms(anna: FlaskClient) -> None:
    shift = a_shift(a_task(organiser_confirms=True))
    sign_up = service.sign_up(shift, by=a_person("Bilal"))

    answer = anna.post(f"/aanmeldingen/{sign_up.id}/bevestiging", follow_redirects=True)

    assert "Bevestigd." in answer.text
    assert sign_up.state is SignUpState.CONFIRMED


def test_confirming_what_a_colleague_declined_says_who_was_first(anna: FlaskClient) -> None:
    shift = a_shift(a_task(organiser_confirms=True))
    sign_up = service.sign_up(shift, by=a_person("Bilal"))
    service.decline(sign_up, by=a_person("Anna"))

    answer = anna.post(f"/aanmeldingen/{sign_up.id}/bevestiging")

    assert answer.status_code == 409
    assert "Anna was je voor" in answer.text


def test_the_organiser_declines(anna: FlaskClient) -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))

    answer = anna.post(f"/aanmeldingen/{sign_up.id}/afwijzing", follow_redirects=True)

    assert "Afgewezen." in answer.text
    assert sign_up.state is SignUpState.DECLINED


def test_the_organiser_makes_room(anna: FlaskClient) -> None:
    shift = a_shift(places=1)
    _first, second = all_sign_up(shift, neighbours(2))
    path = f"/momenten/{shift.id}/plekken"
    assert 'value="1"' in anna.get(path).text

    assert anna.post(path, data={"places": "2"}).status_code == 303
    assert second.state is SignUpState.OFFERED


@pytest.mark.parametrize("typed", ["1", "0", "-1", "501", "veel", ""])
def test_a_number_of_places_that_cannot_be_is_refused_at_its_field(
    anna: FlaskClient, typed: str
) -> None:
    shift = a_shift(places=3)
    all_sign_up(shift, neighbours(2))

    answer = anna.post(f"/momenten/{shift.id}/plekken", data={"places": typed})

    assert answer.status_code == 422
    assert 'href="#places"' in answer.text
    assert f'value="{typed}"' in answer.text
    assert shift.places == 3


def test_the_organiser_calls_a_moment_off_after_a_last_look(anna: FlaskClient) -> None:
    shift = a_shift()
    sign_ups = all_sign_up(shift, neighbours(2))
    path = f"/momenten/{shift.id}/afgelasting"
    assert "2 mensen krijgen bericht." in anna.get(path).text

    answer = anna.post(path, data={"reason": "Het regent."}, follow_redirects=True)

    assert "Het moment gaat niet door." in answer.text
    assert [one.state for one in sign_ups] == [SignUpState.CANCELLED] * 2


def test_a_reason_that_is_too_long_is_refused(anna: FlaskClient) -> None:
    shift = a_shift()

    answer = anna.post(f"/momenten/{shift.id}/afgelasting", data={"reason": "x" * 201})

    assert answer.status_code == 422
    assert shift.cancelled_at is None


def test_the_page_asks_the_same_of_the_database_for_2_and_for_30_people(
    anna: FlaskClient,
) -> None:
    shift = a_shift(places=1)
    path = f"/doe-mee/{shift.task_id}/aanmeldingen"
    all_sign_up(shift, neighbours(2))
    anna.get(path)
    with counted() as for_two:
        anna.get(path)
    all_sign_up(shift, neighbours(30))

    with counted() as for_thirty:
        anna.get(path)

    assert len(for_thirty) == len(for_two) <= 12


def test_organisers_read_who_comes_for_sure_once_it_is_near(anna: FlaskClient) -> None:
    shift = a_shift()
    sign_ups = all_sign_up(shift, neighbours(4))
    path = f"/doe-mee/{shift.task_id}/aanmeldingen"
    assert "weten nog niet" not in anna.get(path).text
    shift.starts_at = clock.now() + timedelta(hours=40)

    assert "0 komen zeker, 4 weten nog niet" in anna.get(path).text
    for sign_up in sign_ups[:3]:
        service.say_yes(sign_up, by=sign_up.user)

    page = anna.get(path).text
    assert "3 komen zeker, 1 weet nog niet" in page
    assert page.count("Komt zeker") == 3
    service.cancel(sign_ups[0], by=sign_ups[0].user)
    assert "2 komen zeker, 1 weet nog niet" in anna.get(path).text


def test_who_signs_up_when_it_is_near_comes_for_sure(anna: FlaskClient) -> None:
    shift = a_shift(starts_at=clock.now() + timedelta(hours=40), places=1)
    first, second = all_sign_up(shift, neighbours(2))
    assert (first.said_yes_at is None, second.said_yes_at) == (False, None)

    service.cancel(first, by=first.user)
    service.accept(second, by=second.user)

    assert "1 komt zeker" in anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text
