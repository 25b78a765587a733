"""The list of open requests and the page of one: to everybody their own part."""

from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.support import service
from app.support.lifecycle import RequestState
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.cast import an_initiative_of_many, everybody
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.support import a_budget, a_decider, a_judgement, a_request, proposed, team_hours

SignedIn = Callable[[User], FlaskClient]


def seen(page: str) -> str:
    return unescape(page).replace("\u00a0", " ")


def test_the_list_shows_what_waits_and_who_treats_it(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    a_request(coordinator=carla)
    late = a_request(an_initiative(title="Buurtmoestuin"), days_until_due=-1)

    page = signed_in(carla).get("/ondersteuning").text

    assert page.index("Buurtmoestuin") < page.index("Geveltuintjes")
    assert page.count("1 dag te laat") == 1
    assert late.reference in page
    assert page.count("Carla") == 1


def test_the_list_is_narrowed_by_its_address_and_nonsense_narrows_nothing(
    signed_in: SignedIn,
) -> None:
    a_request()
    a_request(an_initiative(title="Wandelgroep"), needs=[team_hours()])
    browser = signed_in(a_coordinator())

    hours = browser.get("/ondersteuning?kind=team_hours").text
    nonsense = browser.get("/ondersteuning?kind=vis&district=x&state=draft").text

    assert ("Wandelgroep" in hours, "Geveltuintjes" in hours) == (True, False)
    assert ("Wandelgroep" in nonsense, "Geveltuintjes" in nonsense) == (True, True)


def test_a_list_that_nobody_narrowed_shows_no_mistakes(signed_in: SignedIn) -> None:
    page = signed_in(a_coordinator()).get("/ondersteuning").text

    assert "Ongeldige keuze" not in page
    assert "<title>Fout" not in page


def test_the_second_page_of_the_list_keeps_the_choice(signed_in: SignedIn) -> None:
    for number in range(21):
        a_request(an_initiative(title=f"Plan {number:02}"), days_until_due=number)
    browser = signed_in(a_coordinator())

    first = browser.get("/ondersteuning?kind=money").text
    link = seen(first).partition('rel="next" href="')[2].partition('"')[0]
    second = browser.get(link).text

    assert "kind=money" in link
    assert ("Plan 20" in first, "Plan 20" in second, "Plan 19" in second) == (False, True, False)
    assert browser.get("/ondersteuning?na=onzin").status_code == 404


def test_the_list_costs_as_many_statements_for_twenty_rows_as_for_one(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    a_request(coordinator=carla)
    browser = signed_in(carla)
    browser.get("/ondersteuning")

    one = statements(lambda: browser.get("/ondersteuning"))
    for number in range(19):
        a_request(an_initiative(title=f"Plan {number}"), coordinator=a_person(f"Co {number}"))
    many = statements(lambda: browser.get("/ondersteuning"))

    assert many == one
    assert one <= 12


def test_who_decides_finds_the_budgets_from_the_list(signed_in: SignedIn) -> None:
    petra = everybody()["professional"]
    assert isinstance(petra, User)

    for person, finds in ((a_coordinator(), True), (petra, False)):
        assert ('href="/budgetten"' in signed_in(person).get("/ondersteuning").text) == finds


def test_residents_have_no_list_of_requests(signed_in: SignedIn, client: FlaskClient) -> None:
    assert signed_in(a_person("Noor")).get("/ondersteuning").status_code == 403
    assert client.get("/ondersteuning").status_code == 303


MONEY, ADVICE, TEXT = "€\u00a01.850,00", "Doen, het past.", "Samen maken we de straat groener."
PARTS = {
    "owner": {MONEY, TEXT},
    "team": {MONEY, TEXT},
    "board": {MONEY, TEXT},
    "coordinator": {MONEY, ADVICE, TEXT},
    "decider": {MONEY, ADVICE, TEXT},
    "adviser": {MONEY, ADVICE, TEXT},
    "professional": {TEXT},
}


@pytest.mark.parametrize("role", [*PARTS, "neighbour", "moderator"])
def test_everybody_sees_their_own_part_of_a_request(signed_in: SignedIn, role: str) -> None:
    cast, carla = everybody(), a_coordinator(name="Cor")
    request = a_request(an_initiative_of_many())
    proposal = proposed(request, by=carla, budget=a_budget(), cents=1850_00)
    proposal.advice = ADVICE
    person = cast[role]
    assert isinstance(person, User)

    page = signed_in(person).get(f"/ondersteuning/{request.id}")

    if role not in PARTS:
        assert page.status_code == 404
    else:
        shown = {part for part in (MONEY, ADVICE, TEXT) if part in unescape(page.text)}
        assert shown == PARTS[role]


def test_the_page_tells_what_happened_and_what_comes_when(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT, needs=[team_hours()])
    service.submit(request, by=request.author)
    service.assess(request, by=a_coordinator())

    page = signed_in(request.author).get(f"/ondersteuning/{request.id}").text

    assert "Je vraag is ontvangen" in page
    assert "De gemeente bekijkt de vraag" in page
    assert "Je krijgt antwoord" in page
    assert "Carla behandelt deze vraag." in page
    assert request.reference is not None
    assert request.reference in page


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (RequestState.SUBMITTED, {"behandeling"}),
        (RequestState.IN_ASSESSMENT, {"voorstel", "beoordeling"}),
        (RequestState.PROPOSED, {"beoordeling", "heroverweging"}),
        (RequestState.GRANTED, set()),
    ],
)
def test_a_coordinator_gets_the_buttons_of_the_steps_that_are_possible(
    signed_in: SignedIn, state: RequestState, steps: set[str]
) -> None:
    request = a_request(state=state, needs=[team_hours()])

    page = signed_in(a_coordinator()).get(f"/ondersteuning/{request.id}").text

    names = {"behandeling", "voorstel", "heroverweging", "beoordeling", "intrekking"}
    assert {name for name in names if f"/ondersteuning/{request.id}/{name}" in page} == steps


def test_who_advised_reads_why_a_colleague_decides(signed_in: SignedIn) -> None:
    carla, request = a_coordinator(), a_request()
    proposed(request, by=carla, budget=a_budget(), cents=1850_00)

    page = signed_in(carla).get(f"/ondersteuning/{request.id}").text

    assert "Jij gaf het advies. Over geld beslist daarom een collega." in page


def test_a_draft_leads_to_its_check(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)

    answer = signed_in(request.author).get(f"/ondersteuning/{request.id}")

    assert (answer.status_code, answer.location) == (302, f"/ondersteuning/{request.id}/controle")


def test_the_letter_is_for_the_team_and_the_municipality(signed_in: SignedIn) -> None:
    town = a_town()
    request = a_request(needs=[team_hours()])
    path = f"/ondersteuning/{request.id}/besluit"
    anna = signed_in(request.author)
    petra = everybody()["professional"]
    assert isinstance(petra, User)
    assert anna.get(path).status_code == 404

    proposed(request, by=a_coordinator(town.north))
    service.decide(request, a_judgement(agreement="Zes uur advies."), by=a_decider())
    db.session.commit()

    letter = anna.get(path)
    assert letter.status_code == 200
    assert "Zes uur advies." in letter.text
    assert signed_in(petra).get(path).status_code == 403
    assert "We zeggen ja tegen je vraag" in anna.get(f"/ondersteuning/{request.id}").text
    assert "De gemeente zei ja." in signed_in(petra).get(f"/ondersteuning/{request.id}").text


def test_a_team_takes_its_request_back(signed_in: SignedIn) -> None:
    request = a_request()
    browser = signed_in(request.author)
    path = f"/ondersteuning/{request.id}/intrekking"

    assert browser.get(path).status_code == 200
    answer = browser.post(path, data={"reason": "We stoppen."})

    assert answer.location == f"/initiatieven/{request.initiative_id}"
    db.session.refresh(request)
    assert request.state is RequestState.WITHDRAWN
    assert browser.post(path).status_code == 409
    assert signed_in(a_coordinator()).post(path).status_code == 403


def test_on_a_request_the_ways_on_and_back_keep_what_was_chosen(signed_in: SignedIn) -> None:
    first, middle, last = (a_request(days_until_due=days) for days in (3, 5, 9))
    choice = f"kind=space&district={a_town().north.id}"
    carla = signed_in(a_coordinator(a_town().north))

    listed = carla.get(f"/ondersteuning?{choice}").text.replace("&amp;", "&")
    shown = carla.get(f"/ondersteuning/{middle.id}?{choice}").text.replace("&amp;", "&")

    assert f'href="/ondersteuning/{middle.id}?{choice}"' in listed
    assert f'rel="prev" href="/ondersteuning/{first.id}?{choice}"' in shown
    assert f'rel="next" href="/ondersteuning/{last.id}?{choice}"' in shown
    assert f'href="/ondersteuning?{choice}"' in shown


def test_a_team_finds_no_way_to_the_requests_of_others(signed_in: SignedIn) -> None:
    a_request(days_until_due=3)
    own = a_request(an_initiative(a_person("Olga")))

    page = signed_in(a_person("Olga")).get(f"/ondersteuning/{own.id}").text

    assert 'rel="prev"' not in page
    assert 'href="/ondersteuning"' not in page
