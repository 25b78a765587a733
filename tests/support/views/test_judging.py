"""The pages of those who advise and decide."""

from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.support.decisions import Criterion
from app.support.lifecycle import RequestState
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.support import a_budget, a_decider, a_request, an_adviser, proposed, team_hours

SignedIn = Callable[[User], FlaskClient]
WHY = {criterion.value: f"Omdat: {criterion.value}." for criterion in Criterion}


def test_taking_on_leads_back_to_the_request(signed_in: SignedIn) -> None:
    request = a_request()

    answer = signed_in(a_coordinator()).post(f"/ondersteuning/{request.id}/behandeling")

    assert (answer.status_code, answer.location) == (303, f"/ondersteuning/{request.id}")
    db.session.refresh(request)
    assert request.state is RequestState.IN_ASSESSMENT


def test_the_second_to_take_it_on_reads_who_was_first(signed_in: SignedIn) -> None:
    request = a_request()
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    signed_in(carla).post(f"/ondersteuning/{request.id}/behandeling")

    answer = signed_in(cor).post(f"/ondersteuning/{request.id}/behandeling")

    assert answer.status_code == 409
    assert "Carla was je voor" in answer.text


def test_advice_that_asks_too_much_comes_back_with_everything_typed(signed_in: SignedIn) -> None:
    budget = a_budget(ceiling=1000_00)
    request = a_request(state=RequestState.IN_ASSESSMENT)
    answers = {"text": "Doen, het past.", "budget_id": str(budget.id), "amount": "1.000,01"}

    page = signed_in(a_coordinator()).post(f"/ondersteuning/{request.id}/voorstel", data=answers)

    assert page.status_code == 422
    assert "Op dit budget is nog € 1.000,00 vrij." in unescape(page.text).replace("\u00a0", " ")
    assert 'value="1.000,01"' in page.text
    assert "Doen, het past." in page.text
    db.session.refresh(budget)
    assert budget.reserved_cents == 0


@pytest.mark.parametrize("page", ["voorstel", "beoordeling"])
def test_who_goes_on_in_another_language_keeps_what_is_typed_and_decides_nothing(
    signed_in: SignedIn, page: str
) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    if page == "beoordeling":
        proposed(request, by=an_adviser())
    state, who = request.state, a_decider() if page == "beoordeling" else a_coordinator()
    typed = {"text": "Doen, het past.", "agreement": "Doen, het past.", "taal": "en"}

    answer = signed_in(who).post(f"/ondersteuning/{request.id}/{page}", data=typed)

    assert (answer.status_code, '<html lang="en"' in answer.text) == (200, True)
    assert "Doen, het past." in answer.text
    db.session.refresh(request)
    assert request.state is state


def test_the_advice_page_offers_the_budgets_of_the_place(signed_in: SignedIn) -> None:
    a_budget()
    a_budget(a_town().south, name="Wijkbudget Zuid")
    request = a_request(state=RequestState.IN_ASSESSMENT)

    page = signed_in(a_coordinator()).get(f"/ondersteuning/{request.id}/voorstel").text

    assert ("Wijkbudget Noord" in page, "Wijkbudget Zuid" in page) == (True, False)
    assert 'value="1850,00"' in page


def test_without_a_question_for_money_there_is_none_to_fill_in(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT, needs=[team_hours()])
    browser = signed_in(an_adviser())
    path = f"/ondersteuning/{request.id}/voorstel"

    assert 'name="amount"' not in browser.get(path).text
    assert browser.post(path, data={"text": "Doen."}).status_code == 303


def test_taking_advice_back_asks_why(signed_in: SignedIn) -> None:
    carla, request = a_coordinator(), a_request(needs=[team_hours()])
    proposed(request, by=carla)
    browser, path = signed_in(carla), f"/ondersteuning/{request.id}/heroverweging"

    assert browser.get(path).status_code == 200
    assert browser.post(path, data={"reason": " "}).status_code == 422
    assert browser.post(path, data={"reason": "Nog even."}).status_code == 303
    assert "Nog even." in browser.get(f"/ondersteuning/{request.id}").text
    anna = signed_in(request.author).get(f"/ondersteuning/{request.id}").text
    assert "Nog even." not in anna


def test_the_decision_page_begins_with_what_the_advice_says(signed_in: SignedIn) -> None:
    request = a_request()
    proposed(request, by=a_coordinator(), budget=a_budget(), cents=1850_00)

    page = signed_in(a_decider()).get(f"/ondersteuning/{request.id}/beoordeling").text

    assert 'value="1850,00"' in page
    assert "Regeling bewonersinitiatieven 2026, artikel 4" in page
    assert [step in page for step in ('value="grant"', 'value="refuse"')] == [True, True]


def test_without_a_question_for_money_no_amount_is_granted(signed_in: SignedIn) -> None:
    request = a_request(needs=[team_hours()])
    proposed(request, by=a_coordinator())
    browser, path = signed_in(a_decider()), f"/ondersteuning/{request.id}/beoordeling"
    answers = {"step": "grant_partly", "legal_basis": "Regeling", **WHY}

    assert "Welk bedrag" not in browser.get(path).text
    page = browser.post(path, data=answers)
    assert page.status_code == 422
    assert 'id="agreement-error"' in page.text
    answers["agreement"] = "Wijkteam Noord geeft drie uur."
    assert browser.post(path, data=answers).location == f"/ondersteuning/{request.id}/besluit"


def test_without_advice_one_can_only_refuse(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    browser, path = signed_in(a_decider()), f"/ondersteuning/{request.id}/beoordeling"

    page = browser.get(path).text
    assert ('value="grant"' in page, 'value="refuse"' in page) == (False, True)

    answers = {"step": "refuse", "other_facts": "no", "legal_basis": "Regeling", **WHY}
    assert browser.post(path, data=answers | {"step": "grant"}).status_code == 422
    assert browser.post(path, data=answers).location == f"/ondersteuning/{request.id}/besluit"


def test_a_refusal_of_the_service_is_shown_at_its_field(signed_in: SignedIn) -> None:
    request = a_request(needs=[team_hours()])
    proposed(request, by=a_coordinator())
    answers = {"step": "grant", "agreement": "", "legal_basis": "Regeling", **WHY}

    page = signed_in(a_decider()).post(f"/ondersteuning/{request.id}/beoordeling", data=answers)

    assert page.status_code == 422
    assert 'id="agreement-error"' in page.text
    assert "Omdat: fair." in page.text


def test_deciding_twice_tells_who_was_first(signed_in: SignedIn) -> None:
    request = a_request(needs=[team_hours()])
    proposed(request, by=a_coordinator())
    dirk, dora = signed_in(a_decider()), signed_in(a_decider("Dora"))
    path = f"/ondersteuning/{request.id}/beoordeling"
    answers = {"step": "grant_partly", "agreement": "Drie uur.", "legal_basis": "Regeling", **WHY}

    assert dirk.post(path, data=answers).status_code == 303
    late = dora.post(path, data=answers)

    assert late.status_code == 409
    assert "Dirk was je voor" in late.text


@pytest.mark.parametrize("page", ["voorstel", "heroverweging", "beoordeling"])
def test_a_neighbour_does_not_find_the_pages_of_staff(signed_in: SignedIn, page: str) -> None:
    request = a_request()

    assert signed_in(request.author).get(f"/ondersteuning/{request.id}/{page}").status_code == 403
    answer = signed_in(a_person("Noor")).get(f"/ondersteuning/{request.id}/{page}")
    assert answer.status_code == (403 if page == "beoordeling" else 404)
