"""The pages on which professionals answer, and the team answers back."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity.models import Response, ResponseKind
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.support.lifecycle import RequestState
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.capacity import (
    a_professional,
    a_response,
    a_team,
    an_offer,
    an_organisation,
)
from factories.support import a_request, money, team_hours

SignedIn = Callable[[User], FlaskClient]


def test_a_partner_answers_in_words_only(signed_in: SignedIn) -> None:
    request, welfare = a_request(needs=[team_hours()]), an_organisation("Welzijn Noord")
    browser = signed_in(a_professional(welfare))
    path = f"/ondersteuning/{request.id}/reactie"

    assert 'name="offer_id"' not in browser.get(path).text
    answers = {"organisation_id": str(welfare.id), "kind": "we_do_not", "text": "Wij zitten vol."}
    answer = browser.post(path, data=answers)

    assert answer.location == f"/ondersteuning/{request.id}"
    response = db.session.query(Response).one()
    assert (response.kind, response.state) == (ResponseKind.WE_DO_NOT, TextState.PUBLISHED)
    shown = signed_in(request.author).get(f"/ondersteuning/{request.id}").text
    assert ("Welzijn Noord" in shown, "Wij zitten vol." in shown) == (True, True)


def test_a_request_without_a_need_for_people_asks_no_hours(signed_in: SignedIn) -> None:
    request, offer = a_request(needs=[money()]), an_offer()

    page = signed_in(a_professional(offer.team.organisation)).get(
        f"/ondersteuning/{request.id}/reactie"
    )

    assert 'name="hours"' not in page.text


def test_only_the_own_offers_with_hours_left_are_shown(signed_in: SignedIn) -> None:
    request, own = a_request(needs=[team_hours()]), an_offer()
    empty = an_offer(own.team, 5, taken=5)
    foreign = an_offer(a_team("Team Samen"))

    page = (
        signed_in(a_professional(own.team.organisation))
        .get(f"/ondersteuning/{request.id}/reactie")
        .text
    )

    options = page.partition('name="offer_id"')[2].partition("</select>")[0]
    assert f'value="{own.id}"' in options
    assert "nog 10 uur" in options
    for other in (empty, foreign):
        assert f'value="{other.id}"' not in options


def test_what_is_missing_is_told_and_the_rest_is_kept(signed_in: SignedIn) -> None:
    request, offer = a_request(needs=[team_hours()]), an_offer()
    team = offer.team.organisation
    answers = {
        "organisation_id": str(team.id),
        "kind": "we_do",
        "text": "Wij komen graag langs.",
        "need_id": "0",
        "offer_id": str(offer.id),
        "hours": "6",
    }
    browser = signed_in(a_professional(team))
    path = f"/ondersteuning/{request.id}/reactie"

    page = browser.post(path, data=answers)
    assert page.status_code == 422
    assert 'id="need_id-error"' in page.text
    assert "Wij komen graag langs." in page.text

    page = browser.post(path, data=answers | {"text": "", "kind": ""})
    assert "Kies wat jullie antwoord is." in page.text
    assert "Schrijf een toelichting." in page.text


def test_who_does_not_work_there_cannot_answer(signed_in: SignedIn) -> None:
    town, request = a_town(), a_request()
    south = a_professional(a_team("Wijkteam Zuid", town.south).organisation, "Piet", town.south)
    stranger = a_professional(a_team("Team Oost", town.south).organisation, "Pia", town.north)
    path = f"/ondersteuning/{request.id}/reactie"

    assert signed_in(south).get(path).status_code == 404
    assert signed_in(stranger).get(path).status_code == 403
    assert signed_in(a_person("Noor")).get(path).status_code == 403


def test_an_answered_request_shows_no_way_to_answer(signed_in: SignedIn) -> None:
    open_one, answered = a_request(), a_request(state=RequestState.GRANTED)
    browser = signed_in(a_professional(a_team().organisation))

    for request, may in ((open_one, True), (answered, False)):
        link = f'href="/ondersteuning/{request.id}/reactie"'
        assert (link in browser.get(f"/ondersteuning/{request.id}").text) == may


def test_a_returned_answer_is_changed_from_the_page_of_the_request(signed_in: SignedIn) -> None:
    response = a_response(a_request(), state=TextState.RETURNED)
    browser, path = signed_in(response.author), f"/reacties/{response.id}"

    assert f'href="{path}"' in browser.get(f"/ondersteuning/{response.request_id}").text
    assert "Dat doen we graag." in browser.get(path).text
    assert browser.post(path, data={"text": " "}).status_code == 422
    assert browser.post(path, data={"text": "Wij helpen graag."}).status_code == 303
    db.session.refresh(response)
    assert (response.state, response.text) == (TextState.PUBLISHED, "Wij helpen graag.")
    assert browser.get(path).status_code == 409
    assert signed_in(a_person("Noor")).get(path).status_code == 404


def test_the_team_answers_a_question_from_the_page_of_its_request(signed_in: SignedIn) -> None:
    response = a_response(
        a_request(), kind=ResponseKind.WE_NEED_TO_KNOW, text="Hoeveel mensen komen er?"
    )
    request = response.request
    page = f"/ondersteuning/{request.id}"
    path = f"{page}/reactie/{response.id}"
    anna = signed_in(request.author)

    assert f'href="{path}"' in anna.get(page).text
    assert f'href="{path}"' not in signed_in(a_coordinator()).get(page).text
    assert "Hoeveel mensen komen er?" in anna.get(path).text
    refused = anna.post(path, data={"answer": "Bel 06-12345678."})
    assert refused.status_code == 422
    assert "Bel 06-12345678." in refused.text
    assert anna.post(path, data={"answer": "Ongeveer twintig."}).location == page
    assert "Ongeveer twintig." in signed_in(response.author).get(page).text
    assert signed_in(response.author).get(path).status_code == 403
    assert anna.get(f"{page}/reactie/999").status_code == 404
