"""The pages of an objection: the team writes it, an official who had no part in the no answers it."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient
from markupsafe import Markup

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.support import queries
from app.support.lifecycle import RequestState
from app.support.objections import Finding, ObjectionState
from factories.objecting import WHY, a_refusal, an_objection, partly
from factories.support import ASKED, a_budget, a_decider

SignedIn = Callable[[User], FlaskClient]
NO = {"finding": Finding.UNFOUNDED.value, "reasons": "De straat is al groen.", "step": ""}


def words_of(page: str) -> str:
    return Markup(page).striptags()


def test_the_team_objects_from_the_page_of_its_request(signed_in: SignedIn) -> None:
    decision = a_refusal()
    request, page = decision.request, f"/ondersteuning/{decision.request_id}"
    anna = signed_in(request.author)
    until = date_words(decision.objection_until)
    assert f"Je kunt bezwaar maken tot en met {until}." in words_of(anna.get(page).text)
    assert f"{page}/bezwaar/nieuw" in anna.get(page).text

    nothing = anna.post(f"{page}/bezwaar/nieuw", data={"text": WHY})
    assert nothing.status_code == 422
    assert WHY in nothing.text
    assert "Kies of je wilt praten." in nothing.text
    made = anna.post(f"{page}/bezwaar/nieuw", data={"text": WHY, "wants_hearing": "yes"})

    assert (made.status_code, made.location) == (303, f"{page}/bezwaar")
    due = date_words(queries.found_objection(request).due_on)
    read = words_of(anna.get(f"{page}/bezwaar").text)
    assert WHY in read
    assert f"Besluit op het bezwaar op of voor {due}." in read
    assert f"{page}/bezwaar/nieuw" not in anna.get(page).text
    again = anna.post(f"{page}/bezwaar/nieuw", data={"text": WHY, "wants_hearing": "no"})
    assert again.status_code == 409
    gone = anna.post(f"{page}/bezwaar/intrekking")
    assert (gone.status_code, gone.location) == (303, page)
    assert f"{page}/bezwaar/nieuw" in anna.get(page).text


def test_personal_data_are_pointed_out_first(signed_in: SignedIn) -> None:
    decision = a_refusal()
    typed = {"text": "Bel mij op 06 12345678.", "wants_hearing": "no"}
    path = f"/ondersteuning/{decision.request_id}/bezwaar/nieuw"

    held = signed_in(decision.request.author).post(path, data=typed)

    assert held.status_code == 422
    assert queries.objection_about(decision.request) is None


def test_who_is_late_is_asked_why(signed_in: SignedIn) -> None:
    decision = a_refusal()
    decision.objection_until = clock.today() - timedelta(days=1)
    db.session.flush()
    path = f"/ondersteuning/{decision.request_id}/bezwaar/nieuw"
    anna, typed = signed_in(decision.request.author), {"text": WHY, "wants_hearing": "no"}

    without = anna.post(path, data=typed)
    assert without.status_code == 422
    assert "Schrijf waarom het later is." in without.text
    assert anna.post(path, data={**typed, "late": "Ik was weg."}).status_code == 303


def test_an_official_hears_puts_off_and_answers(signed_in: SignedIn) -> None:
    objection, eva = an_objection(wants_hearing=True), a_decider("Eva")
    page = f"/ondersteuning/{objection.decision.request_id}/bezwaar"
    for_eva = signed_in(eva)
    assert page in for_eva.get("/bezwaren").text
    assert page in for_eva.get("/mijn").text
    early = for_eva.post(f"{page}/besluit", data=NO)
    assert early.status_code == 422
    assert "Voer dat eerst." in early.text
    assert "De straat is al groen." in early.text

    more = for_eva.post(f"{page}/uitstel", data={"why": "Er is veel werk."})
    talk = {"day": clock.today().isoformat(), "words": "Anna liet foto's zien."}
    heard = for_eva.post(f"{page}/gesprek", data=talk)
    answer = for_eva.post(f"{page}/besluit", data=NO)

    assert {one.location for one in (more, heard, answer)} == {page}
    assert objection.state is ObjectionState.DECIDED
    anna = words_of(signed_in(objection.author).get(page).text)
    assert "Je bezwaar is ongegrond." in anna
    assert "Anna liet foto" in anna
    assert page not in for_eva.get("/bezwaren").text
    assert for_eva.post(f"{page}/besluit", data=NO).status_code == 409
    assert for_eva.post(f"{page}/uitstel", data={"why": "Nog eens."}).status_code == 409


def test_a_budget_that_is_empty_says_so_and_keeps_what_was_typed(signed_in: SignedIn) -> None:
    budget = a_budget(ceiling=600_00)
    objection, eva = an_objection(partly(budget, 500_00)), a_decider("Eva")
    request = objection.decision.request
    page, for_eva = f"/ondersteuning/{request.id}/bezwaar", signed_in(eva)
    yes = {
        "finding": Finding.WELL_FOUNDED.value,
        "reasons": "Jullie hebben gelijk.",
        "step": "grant",
        "amount": f"{ASKED // 100}",
    }

    full = for_eva.post(f"{page}/besluit", data=yes)

    assert full.status_code == 409
    assert "100,00 vrij." in full.text
    assert "Jullie hebben gelijk." in full.text
    budget.ceiling_cents = ASKED
    db.session.flush()
    assert for_eva.post(f"{page}/besluit", data=yes).status_code == 303
    assert request.state is RequestState.GRANTED
    team = words_of(signed_in(request.author).get(f"/ondersteuning/{request.id}").text)
    assert "We zeggen ja tegen je vraag" in team
    assert "Goedgekeurd na bezwaar" in team


def test_who_decided_is_told_that_a_colleague_answers(signed_in: SignedIn) -> None:
    dirk = a_decider()
    objection = an_objection(a_refusal(by=dirk))
    page = f"/ondersteuning/{objection.decision.request_id}/bezwaar"
    for_dirk = signed_in(dirk)

    assert "Daarom bekijkt een collega dit bezwaar." in for_dirk.get(page).text
    assert "Een collega bekijkt dit bezwaar" in for_dirk.get("/bezwaren").text
    assert page not in for_dirk.get("/mijn").text
    assert for_dirk.get(f"{page}/besluit").status_code == 403


def test_without_objections_the_list_says_so(signed_in: SignedIn) -> None:
    assert "Er zijn geen bezwaren" in signed_in(a_decider()).get("/bezwaren").text
