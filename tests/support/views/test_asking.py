"""Asking for support, page by page: nothing that was typed is lost."""

from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives.lifecycle import State
from app.support.lifecycle import RequestState
from app.support.models import SupportKind, SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.initiatives import an_initiative
from factories.support import a_plot, a_request, money, team_hours

SignedIn = Callable[[User], FlaskClient]
HOURS = {
    "needs-0-kind": "team_hours",
    "needs-0-description": "Advies over een wandelgroep",
    "needs-0-expertise": "loneliness",
    "needs-0-hours": "6",
    "needs-0-starts_on": "2026-12-01",
    "needs-0-ends_on": "31-12-2026",
}


def new(initiative_id: int) -> str:
    return f"/initiatieven/{initiative_id}/ondersteuning/nieuw"


def the_request() -> SupportRequest:
    db.session.expire_all()
    return db.session.query(SupportRequest).one()


def test_the_first_page_asks_what_is_needed(signed_in: SignedIn) -> None:
    initiative = an_initiative()

    page = signed_in(initiative.owner).get(new(initiative.id))

    assert page.status_code == 200
    assert "Stap 1: wat heb je nodig?" in page.text


def test_hours_need_no_money_page(signed_in: SignedIn) -> None:
    initiative = an_initiative()

    answer = signed_in(initiative.owner).post(new(initiative.id), data=HOURS)

    request = the_request()
    assert answer.location == f"/ondersteuning/{request.id}/uitleg"
    need = request.needs[0]
    assert (need.kind, need.expertise, need.hours) == (SupportKind.TEAM_HOURS, "loneliness", 6)
    assert (str(need.starts_on), str(need.ends_on)) == ("2026-12-01", "2026-12-31")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Kies wat je nodig hebt."),
        ("description", " ", "Vertel in een paar woorden wat je nodig hebt."),
        ("description", "x" * 501, "Gebruik hoogstens 500 tekens."),
        ("expertise", "", "Kies waar iemand verstand van moet hebben."),
        ("hours", "", "Vul in hoeveel uur je ongeveer nodig hebt."),
        ("hours", "401", "Vul een getal in van 1 tot en met 400."),
        ("ends_on", "2026-11-30", "Deze dag ligt voor de eerste dag."),
    ],
)
def test_a_wrong_answer_is_told_at_its_field_and_the_rest_is_kept(
    signed_in: SignedIn, field: str, value: str, sentence: str
) -> None:
    initiative = an_initiative()
    answers = HOURS | {f"needs-0-{field}": value, "needs-0-starts_on": "2026-12-01"}

    page = signed_in(initiative.owner).post(new(initiative.id), data=answers)

    assert page.status_code == 422
    assert page.text.count(sentence) == 2, "in the summary and at the field"
    kept = "Advies over een wandelgroep" if field != "description" else 'value="6"'
    assert kept in page.text
    assert "<title>Fout:" in page.text
    assert db.session.query(SupportRequest).count() == 0


def test_a_line_is_added_and_taken_away_and_everything_typed_stays(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    browser = signed_in(initiative.owner)

    more = browser.post(new(initiative.id), data=HOURS | {"add": "needs"})
    assert more.status_code == 200
    assert 'name="needs-1-kind"' in more.text
    assert "Advies over een wandelgroep" in more.text

    both = HOURS | {"needs-1-kind": "space", "needs-1-description": "Veldje"}
    fewer = browser.post(new(initiative.id), data=both | {"remove": "needs-0"})
    assert "Veldje" in fewer.text
    assert "Advies over een wandelgroep" not in fewer.text
    assert db.session.query(SupportRequest).count() == 0


def test_the_last_line_leaves_an_empty_one(signed_in: SignedIn) -> None:
    initiative = an_initiative()

    page = signed_in(initiative.owner).post(new(initiative.id), data=HOURS | {"remove": "needs-0"})

    assert page.text.count('name="needs-') == 6
    assert "Advies" not in page.text.partition("<main")[2].partition("Advies")[0]


def test_more_lines_than_allowed_are_not_added(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    lines = {f"needs-{number}-description": f"Ding {number}" for number in range(8)}

    page = signed_in(initiative.owner).post(new(initiative.id), data=lines | {"add": "needs"})

    assert "Ding 7" in page.text
    assert "needs-8-kind" not in page.text


def test_an_empty_page_and_money_twice_are_refused(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    browser = signed_in(initiative.owner)
    twice = {
        f"needs-{number}-{name}": value
        for number in range(2)
        for name, value in (("kind", "money"), ("description", "Planten"), ("expertise", ""))
    }

    empty = browser.post(new(initiative.id), data={"needs-0-kind": "", "needs-0-expertise": ""})
    double = browser.post(new(initiative.id), data=twice)

    assert (empty.status_code, double.status_code) == (422, 422)
    assert '<a href="#needs-0-kind">Kies wat je nodig hebt.</a>' in empty.text
    assert "Je hebt twee keer “Geld” gekozen." in double.text


def test_money_without_asking_a_decision_is_refused(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)
    answers = {"text": "Voor de straat", "asks_decision": "no"}

    page = signed_in(request.author).post(f"/ondersteuning/{request.id}/uitleg", data=answers)

    assert page.status_code == 422
    assert "Daar nemen we altijd een besluit over." in page.text
    assert "Voor de straat" in page.text


def test_after_a_change_one_goes_straight_back_to_the_check(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT, needs=[team_hours()])
    browser = signed_in(request.author)

    shown = browser.get(f"/ondersteuning/{request.id}/nodig")
    answer = browser.post(f"/ondersteuning/{request.id}/nodig", data=HOURS)

    assert "Advies over een wandelgroep" in shown.text
    assert answer.location == f"/ondersteuning/{request.id}/controle"


def test_the_check_shows_everything_and_warns_for_what_may_be_about_a_person(
    signed_in: SignedIn,
) -> None:
    request = a_request(state=RequestState.DRAFT, needs=[money(), a_plot()])
    browser = signed_in(request.author)
    path = f"/ondersteuning/{request.id}/controle"
    assert "Kijk hier nog even naar" not in browser.get(path).text

    request.explanation = "Bel Fatima op 06-12345678."
    db.session.commit()

    page = browser.get(path).text
    for words in ("Het veldje naast de flat", "Planten", "€ 2.000,00".replace(" ", "\u00a0")):
        assert words in unescape(page)
    assert "In je tekst staat misschien een telefoonnummer." in page
    assert f'href="/ondersteuning/{request.id}/geld"' in page


def test_sending_what_is_not_complete_leads_to_the_page_that_asks_it(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT, needs=[team_hours()])
    request.explanation = ""

    answer = signed_in(request.author).post(f"/ondersteuning/{request.id}/indiening")

    assert answer.location == f"/ondersteuning/{request.id}/uitleg"


def test_a_draft_is_found_again_on_the_first_page(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)

    page = signed_in(request.author).get(new(request.initiative_id))

    assert f'href="/ondersteuning/{request.id}/controle"' in page.text


@pytest.mark.parametrize("page", ["nodig", "geld", "uitleg", "controle"])
def test_what_was_sent_cannot_be_changed_and_what_is_foreign_is_not_there(
    signed_in: SignedIn, page: str
) -> None:
    sent, foreign = a_request(), a_request(state=RequestState.DRAFT)
    anna, noor = signed_in(sent.author), signed_in(a_person("Noor"))

    assert anna.get(f"/ondersteuning/{sent.id}/{page}").status_code == 409
    assert noor.get(f"/ondersteuning/{foreign.id}/{page}").status_code == 404
    assert signed_in(a_coordinator()).get(f"/ondersteuning/{foreign.id}/{page}").status_code == 404


def test_a_plan_that_pauses_cannot_ask_and_keeps_what_was_typed(signed_in: SignedIn) -> None:
    initiative = an_initiative(state=State.PAUSED)

    page = signed_in(initiative.owner).post(new(initiative.id), data=HOURS)

    assert page.status_code == 422
    assert "zodra je initiatief op de site staat en bezig is" in page.text
    assert "Advies over een wandelgroep" in page.text


def test_only_the_team_begins(signed_in: SignedIn, client: FlaskClient) -> None:
    initiative = an_initiative()

    assert signed_in(a_person("Noor")).get(new(initiative.id)).status_code == 403
    assert signed_in(a_person("Noor")).get(new(999)).status_code == 404
    assert client.get(new(initiative.id)).status_code == 303
