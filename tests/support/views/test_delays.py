"""The pages around the last day: a question to the team, its answer, more time, and silence."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from markupsafe import Markup

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.workdays import next_working_day
from app.support.delays import Supplement
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.cast import everybody
from factories.initiatives import an_initiative
from factories.support import a_decider, a_request, asked_back

SignedIn = Callable[[User], FlaskClient]
QUESTION = "Hoe diep is de sloot?"
IN_TWO_WEEKS = (clock.today() + timedelta(weeks=2)).isoformat()


def words_of(page: str) -> str:
    return Markup(page).striptags()


def an_open_question(*, until: int = 14) -> SupportRequest:
    """Return a request with a question to its team, whose last day is so many days from now."""
    request = a_request(coordinator=a_coordinator(a_town().north))
    supplement = asked_back(request, by=a_coordinator(), text=QUESTION)
    moved = supplement.until - (clock.today() + timedelta(days=until))
    supplement.asked_on, supplement.until = supplement.asked_on - moved, supplement.until - moved
    db.session.flush()
    return request


def test_an_official_asks_and_the_team_answers(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    request = a_request(state=RequestState.IN_ASSESSMENT)
    page, for_carla, for_anna = (
        f"/ondersteuning/{request.id}",
        signed_in(carla),
        signed_in(request.author),
    )
    assert f"{page}/vraag-aan-het-team" in for_carla.get(page).text
    assert f"{page}/vraag-aan-het-team" not in for_anna.get(page).text

    asked = for_carla.post(
        f"{page}/vraag-aan-het-team", data={"text": QUESTION, "until": IN_TWO_WEEKS}
    )

    assert (asked.status_code, asked.location) == (303, page)
    until = date_words(next_working_day(date.fromisoformat(IN_TWO_WEEKS)))
    assert f"Het team kan antwoorden tot en met {until}." in for_carla.get(page).text
    seen = words_of(for_anna.get(page).text)
    assert "De gemeente heeft een vraag aan je" in seen
    assert QUESTION in seen
    assert QUESTION in for_anna.get(f"{page}/aanvulling").text

    answered = for_anna.post(f"{page}/aanvulling", data={"text": "Een meter."})

    assert (answered.status_code, answered.location) == (303, page)
    for browser in (for_anna, for_carla):
        seen = words_of(browser.get(page).text)
        assert f"Antwoord van Anna op {date_words(clock.today())}." in seen
        assert "Een meter." in seen
        assert "De gemeente heeft een vraag aan je" not in seen


def test_who_only_responds_reads_that_the_clock_stops_but_not_the_question(
    signed_in: SignedIn,
) -> None:
    cast = everybody()
    request = a_request(state=RequestState.IN_ASSESSMENT)
    asked_back(request, by=a_coordinator(), text=QUESTION)

    page = signed_in(cast["professional"]).get(f"/ondersteuning/{request.id}").text  # type: ignore[arg-type]  # a person

    assert "Wacht op het team" in page
    assert QUESTION not in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Vul een dag in."),
        ("2027-02-29", "Deze dag bestaat niet."),
        ("31-02-2027", "Deze dag bestaat niet."),
        ("2026-W10", "Deze dag bestaat niet."),
        ("0001-01-01", "Kies een dag van"),
        ("31-12-9999", "Kies een dag van"),
        ("gisteren", "Deze dag bestaat niet."),
    ],
)
@pytest.mark.parametrize(
    ("page", "text"), [("vraag-aan-het-team", "text"), ("verlenging", "reason")]
)
def test_a_day_that_cannot_be_comes_back_with_everything_typed(
    page: str, text: str, typed: str, sentence: str, signed_in: SignedIn
) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)

    answer = signed_in(a_coordinator()).post(
        f"/ondersteuning/{request.id}/{page}", data={text: "De afdeling groen.", "until": typed}
    )

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "De afdeling groen." in answer.text
    db.session.refresh(request)
    assert (request.state, request.supplements) == (RequestState.IN_ASSESSMENT, [])


def test_what_is_empty_is_asked_for(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    page, browser = f"/ondersteuning/{request.id}", signed_in(a_coordinator())

    asked = browser.post(f"{page}/vraag-aan-het-team", data={"text": " ", "until": IN_TWO_WEEKS})
    extended = browser.post(f"{page}/verlenging", data={"reason": "", "until": IN_TWO_WEEKS})
    asked_back(request, by=a_coordinator())
    answered = signed_in(request.author).post(f"{page}/aanvulling", data={"text": "\n"})

    assert [one.status_code for one in (asked, extended, answered)] == [422, 422, 422]
    assert "Schrijf wat je wilt weten." in asked.text
    assert "Schrijf waarom." in extended.text
    assert "Schrijf je antwoord." in answered.text


def test_the_second_official_reads_who_was_first(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    page = f"/ondersteuning/{request.id}"
    carla, cor = signed_in(a_coordinator()), signed_in(a_coordinator(name="Cor"))
    typed = {"text": QUESTION, "until": IN_TWO_WEEKS}
    carla.post(f"{page}/vraag-aan-het-team", data=typed)

    answer = cor.post(f"{page}/vraag-aan-het-team", data=typed)

    assert answer.status_code == 409
    assert "Carla was je voor, op " in answer.text
    assert cor.get(f"{page}/verlenging").status_code == 409


def test_more_time_shows_the_new_day_and_why_to_the_team(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    page, carla = f"/ondersteuning/{request.id}", signed_in(a_coordinator())
    until = next_working_day(clock.today() + timedelta(weeks=10))

    answer = carla.post(
        f"{page}/verlenging", data={"until": until.strftime("%d-%m-%Y"), "reason": "Het is druk."}
    )

    assert (answer.status_code, answer.location) == (303, page)
    seen = words_of(signed_in(request.author).get(page).text)
    assert f"Antwoord op of voor {date_words(until)}." in seen
    assert "De reden: “Het is druk.”" in seen
    assert "verlenging" not in carla.get(page).text
    again = signed_in(a_coordinator(name="Cor")).get(f"{page}/verlenging")
    assert again.status_code == 409
    assert "Carla nam al meer tijd" in again.text


def test_after_the_last_day_there_is_no_more_time_and_nothing_typed_is_lost(
    signed_in: SignedIn,
) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT, days_until_due=0)
    page, carla = f"/ondersteuning/{request.id}", signed_in(a_coordinator())
    sentence = f"Meer tijd nemen kan alleen vóór {date_words(clock.today())}"

    looked = carla.get(f"{page}/verlenging")
    posted = carla.post(f"{page}/verlenging", data={"until": IN_TWO_WEEKS, "reason": "Te druk."})

    assert (looked.status_code, posted.status_code) == (409, 422)
    assert sentence in looked.text
    assert sentence in posted.text
    assert "Te druk." in posted.text
    assert "verlenging" not in carla.get(page).text


def test_without_an_answer_one_goes_on(signed_in: SignedIn) -> None:
    request = an_open_question()
    page, carla = f"/ondersteuning/{request.id}", signed_in(a_coordinator())
    assert "niet-behandelen" not in carla.get(page).text

    answer = carla.post(f"{page}/voortzetting")

    assert (answer.status_code, answer.location) == (303, page)
    assert "Er kwam geen antwoord. We gingen verder op" in carla.get(page).text
    late = signed_in(request.author).post(f"{page}/aanvulling", data={"text": "Een meter."})
    assert late.status_code == 409
    assert "Carla was je voor" in late.text


def test_without_an_answer_in_time_the_request_can_be_left_out(signed_in: SignedIn) -> None:
    request = an_open_question(until=-1)
    page, dirk = f"/ondersteuning/{request.id}", signed_in(a_decider(area=a_town().north))
    assert f"{page}/niet-behandelen" in dirk.get(page).text
    assert "We kregen geen antwoord." in dirk.get(f"{page}/niet-behandelen").text

    answer = dirk.post(f"{page}/niet-behandelen")

    assert (answer.status_code, answer.location) == (303, f"{page}/besluit")
    letter = words_of(signed_in(request.author).get(f"{page}/besluit").text)
    assert "niet." in letter
    assert f"“{QUESTION}”" in letter
    assert "Algemene wet bestuursrecht, artikel 4:5" in letter
    assert "Niet in behandeling genomen" in dirk.get(page).text


def test_a_request_is_not_left_out_while_the_team_can_answer(signed_in: SignedIn) -> None:
    request = an_open_question(until=0)

    page = signed_in(a_decider()).post(f"/ondersteuning/{request.id}/niet-behandelen")

    assert page.status_code == 422
    assert "Het team kan nog antwoorden tot en met" in page.text
    assert db.session.query(Supplement).one().ended_on is None


def test_the_page_says_how_many_days_are_over_and_left(signed_in: SignedIn) -> None:
    request = a_request(days_until_due=16)
    late = a_request(an_initiative(title="Buurtmoestuin"), days_until_due=-3, term_days=20)
    browser = signed_in(request.author)

    seen = words_of(browser.get(f"/ondersteuning/{request.id}").text)
    seen_late = words_of(signed_in(late.author).get(f"/ondersteuning/{late.id}").text)

    assert "Er zijn 40 dagen voorbij." in seen
    assert "over." in seen
    assert "te laat" in seen_late
    assert "Dan mag je ons een brief sturen" in seen_late


def test_the_list_says_in_words_what_is_late_near_or_waiting(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    titles = ("Ver weg", "Zonder antwoord", "Stil", "Vandaag klaar", "Bijna", "Te laat")
    plans = {title: an_initiative(title=title) for title in titles}
    a_request(plans["Ver weg"])
    asked_back(a_request(plans["Stil"]), by=carla)
    a_request(plans["Vandaag klaar"], days_until_due=0)
    a_request(plans["Bijna"], days_until_due=1)
    a_request(plans["Te laat"], days_until_due=-2)
    silent = a_request(plans["Zonder antwoord"])
    supplement = asked_back(silent, by=carla)
    supplement.asked_on -= timedelta(days=40)
    supplement.until = clock.today() - timedelta(days=1)

    page = words_of(signed_in(carla).get("/ondersteuning").text)

    order = ["Te laat", "Vandaag klaar", "Bijna"]
    assert sorted(order, key=page.index) == order
    for words in ("2 dagen te laat", "Vandaag", "Nog 1 dag", "De tijd staat stil"):
        assert words in page
    assert "Geen antwoord van het team" in page
