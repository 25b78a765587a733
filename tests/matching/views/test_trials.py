"""One need of a plan, and a change that is tried, kept, or thrown away."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.matching import queries
from app.matching.models import ChoiceKind, Plan, Round
from app.support.models import Need
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.counting import statements
from factories.rounds import a_round, asks, given, has_hours, solved, standing, tried, worked_off

Browser = Callable[[User], FlaskClient]


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


@pytest.fixture
def one(carla: User) -> Round:
    """A round in which Wandelen and Koffie get hours of Noord, and Groot gets nothing."""
    has_hours(hours=10)
    asks("Wandelen", 5)
    asks("Koffie", 4)
    asks("Groot", 8)
    has_hours("Wijkteam Klein", 3)
    has_hours("Wijkteam Zuid", 40, a_town().south)
    one = a_round(carla)
    solved(one, by=carla)
    return one


def need(title: str) -> Need:
    needs = db.session.query(Need).all()
    return next(need for need in needs if need.request.initiative.title == title)


def page_of(one: Round, title: str) -> str:
    return f"/verdeling/{one.id}/vragen/{need(title).id}"


def sent(number: int, **changes: str) -> dict[str, str]:
    return {"offer_id": str(number), "what": "give", "reason": "Zij wachten lang.", **changes}


def test_a_line_says_why_in_words_and_numbers(signed_in: Browser, carla: User, one: Round) -> None:
    html = signed_in(carla).get(page_of(one, "Wandelen")).text

    assert "Krijgt 5 uur van Wijkteam Noord" in html
    assert "Dat is 575 punten waard:" in html
    assert "(250): Weet veel van wat nodig is: eenzaamheid." in html
    assert "Nodig is 5 uur. Vrij is nog 3 uur." in html
    assert "Werkt niet in dit gebied." in html


def test_a_need_without_hours_says_what_they_went_to(
    signed_in: Browser, carla: User, one: Round
) -> None:
    html = signed_in(carla).get(page_of(one, "Groot")).text

    assert "Waarom geen uren?" in html
    assert "Hun uren gaan naar andere vragen." in html
    assert "Geen andere verdeling van de uren heeft meer punten." in html
    assert "De andere uren gaan naar: ‘Wandelen’ (5 uur, " in html
    assert "Met hoogstens 3 uur past de vraag in deze verdeling." in html


def test_a_need_that_nobody_can_serve_names_the_rule(signed_in: Browser, carla: User) -> None:
    has_hours(hours=4)
    asks("Wandelen", 10_000)
    one = a_round(carla)
    solved(one, by=carla)

    html = signed_in(carla).get(page_of(one, "Wandelen")).text

    assert "Er is 1 mogelijkheid, maar met te weinig vrije uren." in html
    assert "Nodig is 10000 uur. Vrij is nog 4 uur." in html
    assert "Laat zien wat er verandert" not in html


def test_a_need_that_somebody_keeps_hours_from_says_who_and_why(
    signed_in: Browser, carla: User
) -> None:
    offer = has_hours(hours=10)
    asks("Wandelen", 5)
    one = a_round(carla)
    solved(one, by=carla)
    plan = tried(one, need("Wandelen"), offer, ChoiceKind.VETO, by=carla)
    browser = signed_in(carla)
    browser.post(f"/verdeling/{one.id}/proef/bewaring", data={"plan": plan.id})

    html = browser.get(page_of(one, "Wandelen")).text

    assert "Er zijn teams die dit kunnen, maar een coördinator sloot hun uren uit." in html
    assert "Carla sloot dit uit: Zij kennen elkaar." in html


def test_a_change_shows_its_consequence_before_it_is_kept(
    signed_in: Browser, carla: User, one: Round
) -> None:
    browser, noord = signed_in(carla), queries.lines_of(standing(one))[0].offer
    assert noord is not None

    asked = browser.post(page_of(one, "Groot"), data=sent(noord.id))
    assert (asked.status_code, asked.location) == (303, f"/verdeling/{one.id}/proef")
    assert "We zijn aan het rekenen" in browser.get(asked.location).text
    worked_off(one)
    html = browser.get(asked.location).text

    assert "Vastgezet" in html
    assert "Zij wachten lang." in html
    assert "5 uur van Wijkteam Noord" in html
    tried_plan = queries.pending_plan(one)
    assert tried_plan is not None
    kept = browser.post(
        f"/verdeling/{one.id}/proef/bewaring", data={"plan": tried_plan.id}, follow_redirects=True
    )
    assert "De verandering is bewaard." in kept.text
    assert "Wat mensen zelf kozen" in kept.text
    assert given(standing(one))["Groot"] == "Wijkteam Noord"
    assert browser.post(f"/verdeling/{one.id}/proef/bewaring", data={"plan": 1}).status_code == 409


def test_a_trial_is_thrown_away(signed_in: Browser, carla: User, one: Round) -> None:
    line = queries.lines_of(standing(one))[0]
    assert line.offer is not None
    plan = tried(one, line.need, line.offer, ChoiceKind.VETO, by=carla)
    browser = signed_in(carla)

    gone = browser.post(
        f"/verdeling/{one.id}/proef/weggooien", data={"plan": plan.id}, follow_redirects=True
    )

    assert "De proef is weg." in gone.text
    assert queries.pending_plan(one) is None
    assert browser.get(f"/verdeling/{one.id}/proef").status_code == 303


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": ""}, "Schrijf waarom."),
        ({"what": ""}, "Kies wat je wilt."),
        ({"offer_id": "999"}, "geldige keuze"),
    ],
)
def test_what_is_missing_comes_back_with_what_was_typed(
    signed_in: Browser, carla: User, one: Round, changes: dict[str, str], sentence: str
) -> None:
    noord = queries.lines_of(standing(one))[0].offer_id
    assert noord is not None

    answer = signed_in(carla).post(page_of(one, "Groot"), data=sent(noord, **changes))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert db.session.query(Plan).count() == 1


def test_a_contradiction_and_a_pin_that_is_too_much_name_who_chose(
    signed_in: Browser, carla: User, one: Round
) -> None:
    offer = queries.lines_of(standing(one))[0].offer
    assert offer is not None
    for title in ("Wandelen", "Koffie"):
        plan = tried(one, need(title), offer, ChoiceKind.PIN, by=carla)
        signed_in(carla).post(f"/verdeling/{one.id}/proef/bewaring", data={"plan": plan.id})
    bea = signed_in(a_coordinator(a_town().north, "Bea"))

    opposite = bea.post(page_of(one, "Wandelen"), data=sent(offer.id, what="keep_away"))
    too_much = bea.post(page_of(one, "Groot"), data=sent(offer.id))

    assert (opposite.status_code, too_much.status_code) == (422, 422)
    assert "Carla koos het tegendeel: vastgezet." in opposite.text
    assert "Carla zette ‘Wandelen’ vast bij Wijkteam Noord" in too_much.text
    assert "Bea zette ‘Groot’ vast bij Wijkteam Noord" in too_much.text
    assert "Zij wachten lang." in too_much.text


def test_again_lets_go_of_what_is_not_ticked(signed_in: Browser, carla: User, one: Round) -> None:
    offer = queries.lines_of(standing(one))[0].offer
    assert offer is not None
    plan = tried(one, need("Groot"), offer, ChoiceKind.PIN, by=carla)
    browser = signed_in(carla)
    browser.post(f"/verdeling/{one.id}/proef/bewaring", data={"plan": plan.id})
    assert "Vastgezet: Groot, Wijkteam Noord" in browser.get(f"/verdeling/{one.id}/opnieuw").text

    browser.post(f"/verdeling/{one.id}/opnieuw", data={"csrf_token": "-"})
    worked_off(one)

    html = browser.get(f"/verdeling/{one.id}/proef").text
    assert "8 uur van Wijkteam Noord" in html
    made = queries.pending_plan(one)
    assert made is not None
    assert queries.choices_of(made) == []
    assert given(made)["Groot"] is None


def test_a_trial_that_failed_its_check_is_told(signed_in: Browser, carla: User, one: Round) -> None:
    line = queries.lines_of(standing(one))[0]
    assert line.offer is not None
    plan = tried(one, line.need, line.offer, ChoiceKind.VETO, by=carla)
    plan.is_verified, plan.ended_at = False, plan.created_at

    page = signed_in(carla).get(f"/verdeling/{one.id}/proef", follow_redirects=True)

    assert "Het rekenen lukte niet. Het voorstel is niet veranderd." in page.text


def test_a_need_of_another_round_is_not_found(signed_in: Browser, carla: User, one: Round) -> None:
    assert signed_in(carla).get(f"/verdeling/{one.id}/vragen/999999").status_code == 404


def test_the_page_of_a_need_costs_the_same_in_a_large_plan(
    signed_in: Browser, carla: User, one: Round
) -> None:
    browser = signed_in(carla)
    few = statements(lambda: browser.get(page_of(one, "Groot")))
    for number in range(20):
        asks(f"Plan {number}", 2)
        has_hours(f"Team {number}")
    large = a_round(carla)
    solved(large, by=carla)
    path = page_of(large, "Groot")

    assert statements(lambda: browser.get(path)) <= few
