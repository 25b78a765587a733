"""Pages that everybody can read: what you can do in the neighbourhood, and one task."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.initiatives.lifecycle import TextState
from app.initiatives.models import InitiativeTheme, Theme
from app.volunteering import service
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import counted
from factories.volunteering import a_shift, a_task, all_sign_up, an_active_initiative, neighbours

SignedIn = Callable[[User], FlaskClient]
TOKEN = re.compile(r'name="csrf_token" value="[^"]+"')  # another one each second


def test_the_list_shows_open_tasks_with_their_next_moment(client: FlaskClient) -> None:
    shift = a_shift(places=10)
    a_shift(shift.task, starts_at=shift.starts_at + timedelta(days=1))
    a_shift(a_task(title="Nog niet gelezen", state=TextState.WAITING))

    page = client.get("/doe-mee").text

    assert f'href="/doe-mee/{shift.task_id}"' in page
    assert "Molenbuurt" in page
    assert "en nog 1 ander moment" in page
    assert "Er is nog plek" in page
    assert "Nog niet gelezen" not in page


def test_the_list_is_narrowed_by_district_and_theme(client: FlaskClient) -> None:
    town = a_town()
    a_shift(a_task(title="Soep koken"))
    other = a_shift(a_task(title="Bankje verven")).task.initiative
    other.district_id = town.south.id
    other.themes.append(InitiativeTheme(theme=Theme.SURROUNDINGS))

    def shown(query: str) -> set[str]:
        page = client.get(f"/doe-mee?{query}").text
        return {title for title in ("Soep koken", "Bankje verven") if title in page}

    assert shown("wijk=noord") == {"Soep koken"}
    assert shown("wijk=zuid") == {"Bankje verven"}
    assert shown("thema=surroundings") == {"Bankje verven"}
    assert shown("wijk=noord&thema=surroundings") == set()
    assert shown("wijk=bestaat-niet&thema=onzin") == {"Soep koken", "Bankje verven"}


def test_the_list_goes_on_at_the_next_page_with_the_same_filters(client: FlaskClient) -> None:
    town = a_town()
    for number in range(22):
        a_shift(a_task(title=f"Klus {number}."), starts_at=clock.now() + timedelta(days=1 + number))

    first = client.get("/doe-mee?wijk=noord").text
    assert "Klus 19." in first
    assert "Klus 20." not in first
    link = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert f"wijk={town.north.slug}" in link
    assert "Klus 21." in client.get(link).text


def test_the_list_says_what_to_do_when_there_is_nothing(client: FlaskClient) -> None:
    assert "Nu is er niets te doen" in client.get("/doe-mee").text


def test_a_bookmark_that_is_not_ours_is_not_found(client: FlaskClient) -> None:
    assert client.get("/doe-mee?na=onzin").status_code == 404


def test_the_list_asks_the_same_of_the_database_for_1_and_for_20_tasks(
    signed_in: SignedIn,
) -> None:
    a_shift()
    browser = signed_in(a_person("Bilal"))
    browser.get("/doe-mee")
    with counted() as for_one:
        browser.get("/doe-mee")
    for _number in range(19):
        initiative = an_active_initiative()
        initiative.themes.append(InitiativeTheme(theme=Theme.WORK))
        a_shift(a_task(initiative))

    with counted() as for_twenty:
        browser.get("/doe-mee")

    assert len(for_twenty) == len(for_one) <= 12


def test_a_task_says_what_when_and_that_you_are_insured(client: FlaskClient) -> None:
    shift = a_shift()

    page = client.get(f"/doe-mee/{shift.task_id}").text

    for words in (
        "We prikken een uur zwerfvuil.",
        "Waar: Het pleintje bij de molen",
        "Contactpersoon: Anna",
        "Let op het verkeer.",
        "De gemeente heeft een verzekering voor vrijwilligers.",
        "Er is nog plek",
    ):
        assert words in page
    assert f'href="/momenten/{shift.id}/aanmelding"' in page


def test_a_full_shift_offers_the_waiting_list(client: FlaskClient) -> None:
    shift = a_shift(places=1)
    all_sign_up(shift, neighbours(1))

    page = client.get(f"/doe-mee/{shift.task_id}").text

    assert "Vol, je kunt op de wachtlijst" in page
    assert "Zet me op de wachtlijst" in page


def test_nobody_can_see_who_comes_nor_that_one_or_two_people_come(signed_in: SignedIn) -> None:
    shift, browser = a_shift(places=10), signed_in(a_person("Xander"))
    paths = [f"/doe-mee/{shift.task_id}", "/doe-mee", f"/momenten/{shift.id}/aanmelding"]
    before = [TOKEN.sub("", browser.get(path).text) for path in paths]

    all_sign_up(shift, neighbours(2))

    assert [TOKEN.sub("", browser.get(path).text) for path in paths] == before


def test_you_see_where_you_stand_yourself(signed_in: SignedIn) -> None:
    people, shift = neighbours(3), a_shift(places=1)
    sign_ups = all_sign_up(shift, people)
    path = f"/doe-mee/{shift.task_id}"

    assert "Je doet mee" in signed_in(people[0]).get(path).text
    assert "Je staat op plek 2 van de wachtlijst." in signed_in(people[2]).get(path).text

    service.cancel(sign_ups[0], by=people[0])
    page = signed_in(people[1]).get(path).text
    assert "Laat het weten vóór" in page
    assert f'action="/aanmeldingen/{sign_ups[1].id}/toezegging"' in page


def test_a_task_that_is_not_public_is_there_for_its_organisers_only(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    path = f"/doe-mee/{a_task(state=TextState.WAITING).id}"

    assert client.get(path).status_code == 404
    assert signed_in(a_person("Bilal")).get(path).status_code == 404
    page = signed_in(a_person("Anna")).get(path)
    assert page.status_code == 200
    assert "Bewoners kunnen deze klus nu niet zien." in page.text


@pytest.mark.parametrize("number", ["404", "9" * 30])
def test_a_task_that_does_not_exist_is_not_found(client: FlaskClient, number: str) -> None:
    assert client.get(f"/doe-mee/{number}").status_code == 404


def test_only_organisers_and_the_coordinator_find_the_way_to_the_names(
    signed_in: SignedIn,
) -> None:
    task = a_task(an_active_initiative())
    path, link = f"/doe-mee/{task.id}", f'href="/doe-mee/{task.id}/aanmeldingen"'

    assert link not in signed_in(a_person("Bilal")).get(path).text
    assert link in signed_in(a_person("Anna")).get(path).text
    assert link in signed_in(a_coordinator(a_town().north)).get(path).text


def test_a_task_asks_the_same_of_the_database_for_1_and_for_20_moments(
    signed_in: SignedIn,
) -> None:
    people, shift = neighbours(2), a_shift(places=1)
    all_sign_up(shift, people)
    browser, path = signed_in(people[1]), f"/doe-mee/{shift.task_id}"
    browser.get(path)
    with counted() as for_one:
        browser.get(path)
    for number in range(1, 20):
        another = a_shift(shift.task, places=1, starts_at=shift.starts_at + timedelta(days=number))
        all_sign_up(another, people)

    with counted() as for_twenty:
        browser.get(path)

    assert len(for_twenty) == len(for_one) <= 12


def test_a_public_task_can_be_passed_on_with_the_picture_of_its_plan(client: FlaskClient) -> None:
    task = a_task(title="Thee & koek")
    task.what = "koffie " * 60

    page = client.get(f"/doe-mee/{task.id}").text

    message = "Doe%20je%20mee%20in%20onze%20buurt%3F%20Thee%20%26%20koek%0A"
    assert f"https://wa.me/?text={message}http%3A//127.0.0.1%3A5000/doe-mee/{task.id}" in page
    assert (
        f'og:image" content="http://127.0.0.1:5000/initiatieven/{task.initiative_id}.png"' in page
    )
    assert 'koffie koffie...">' in page


def test_a_task_that_is_not_public_cannot_be_passed_on(signed_in: SignedIn) -> None:
    task = a_task(state=TextState.WAITING)

    page = signed_in(a_person("Anna")).get(f"/doe-mee/{task.id}").text

    assert ("wa.me" in page, "og:title" in page) == (False, False)
