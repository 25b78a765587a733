"""SC6: a request for EUR 1,850 and a plot becomes a decision in time (a, b, h, i and the letter)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from markupsafe import Markup

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.core.money import euros
from app.core.text import tidy
from app.core.workdays import next_working_day
from app.initiatives.models import Initiative
from app.notifications.models import Message
from app.support import letters, service
from app.support.decisions import Criterion, Decision
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import Cost, Cover, MoneyPlan
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.support import a_budget, a_decider, a_judgement, a_request, proposed

SignedIn = Callable[[User], FlaskClient]

NEEDS = {
    "needs-0-kind": "money",
    "needs-0-description": "Planten en grond",
    "needs-0-expertise": "",
    "needs-1-kind": "space",
    "needs-1-description": "Het veldje naast de flat",
    "needs-1-expertise": "",
}
MONEY = {
    "costs-0-description": "Planten",
    "costs-0-amount": "€ 1.500",
    "costs-1-description": "Grond",
    "costs-1-amount": "500,00",
    "asked": "1.850,00",
    "covers-0-description": "Eigen geld",
    "covers-0-amount": "150",
}
EXPLANATION = {"text": "Samen maken we de straat groener.", "wanted_by": "", "asks_decision": "yes"}
WHY = {criterion.value: f"Omdat {criterion.value} goed is." for criterion in Criterion}


def asked(initiative: Initiative, browser: FlaskClient) -> SupportRequest:
    """Ask for money and a plot, page by page, and send it in."""
    browser.post(f"/initiatieven/{initiative.id}/ondersteuning/nieuw", data=NEEDS)
    request = db.session.query(SupportRequest).one()
    for page, answers in (("geld", MONEY), ("uitleg", EXPLANATION), ("indiening", {})):
        answer = browser.post(f"/ondersteuning/{request.id}/{page}", data=answers)
        assert answer.status_code == 303
    db.session.refresh(request)
    return request


def newest_message_to(person: User) -> Message:
    query = db.session.query(Message).filter_by(user_id=person.id)
    message = query.order_by(Message.id.desc()).first()
    assert message is not None
    return message


def test_a_costs_and_cover_have_to_balance() -> None:
    request = a_request(state=RequestState.DRAFT)
    plan = MoneyPlan((Cost("Planten", 2000_00),), (Cover("Gevraagd", 1850_00, is_asked=True),))

    with pytest.raises(Refused) as refusal:
        service.plan_money(request, plan, by=request.author)

    assert refusal.value.field == "asked"
    assert tidy(refusal.value.message) == (
        "De kosten zijn € 2.000,00 en er is € 1.850,00 om ze te betalen. Er ontbreekt € 150,00."
    )


def test_b_the_team_gets_a_copy_with_a_day_at_once(signed_in: SignedIn) -> None:
    anna, bilal = a_person(), a_person("Bilal")
    initiative = an_initiative(anna, team=(bilal,))

    request = asked(initiative, signed_in(anna))

    assert request.decision_due_on == next_working_day(clock.today() + timedelta(weeks=4))
    for person in (anna, bilal):
        message = newest_message_to(person)
        assert message.subject == f"We hebben je vraag ontvangen: {request.reference}"
        paragraphs = message.text.split("\n\n")
        assert f"Je krijgt antwoord op of voor {date_words(request.decision_due_on)}." in paragraphs
        assert "Waarvoor: Samen maken we de straat groener." in paragraphs
        assert "Ruimte: Het veldje naast de flat" in paragraphs
        assert (
            tidy(f"Dit kost het: Planten: {euros(1500_00)}; Grond: {euros(500_00)}.") in paragraphs
        )


def test_g_who_advised_on_money_does_not_decide() -> None:
    carla, budget = a_coordinator(a_town().north), a_budget()
    request = a_request()
    proposed(request, by=carla, budget=budget, cents=1850_00)

    with pytest.raises(NotAllowed):
        service.decide(request, a_judgement(cents=1850_00, agreement="Tot oktober."), by=carla)


@pytest.mark.parametrize("missing", [*Criterion, "legal_basis"])
def test_h_a_decision_needs_every_reason_and_a_legal_basis(
    missing: str, signed_in: SignedIn
) -> None:
    carla, dirk, budget = a_coordinator(a_town().north), a_decider(), a_budget()
    request = a_request()
    proposed(request, by=carla, budget=budget, cents=1850_00)
    answers = {
        "step": "grant",
        "amount": "1850",
        "agreement": "Tot oktober.",
        "legal_basis": "Regeling",
        **WHY,
        missing: " ",
    }

    page = signed_in(dirk).post(f"/ondersteuning/{request.id}/beoordeling", data=answers)

    assert page.status_code == 422
    assert f'id="{missing}-error"' in page.text
    assert "Tot oktober." in page.text


def test_h_the_letter_has_the_reasons_the_rule_and_how_to_object() -> None:
    carla, dirk, budget = a_coordinator(a_town().north), a_decider(), a_budget()
    request = a_request()
    proposed(request, by=carla, budget=budget, cents=1850_00)

    decision = service.decide(
        request, a_judgement(cents=1850_00, agreement="Tot oktober."), by=dirk
    )

    letter = [part.text for part in letters.decided(decision).parts]
    for criterion in Criterion:
        assert f"{criterion.label} Ja, dat is goed te zien." in letter
    assert "We baseren dit op: Regeling bewonersinitiatieven 2026, artikel 4." in letter
    until = next_working_day(clock.today() + timedelta(weeks=6))
    assert decision.objection_until == until
    assert any(f"zes weken: tot en met {date_words(until)}." in paragraph for paragraph in letter)


def test_i_money_is_reserved_at_the_proposal_and_booked_at_the_decision() -> None:
    carla, dirk, budget = a_coordinator(a_town().north), a_decider(), a_budget(ceiling=2000_00)
    first, second = a_request(), a_request()
    proposed(first, by=carla, budget=budget, cents=1850_00)
    assert (budget.reserved_cents, budget.booked_cents) == (1850_00, 0)

    with pytest.raises(Refused) as refusal:
        proposed(second, by=carla, budget=budget, cents=1850_00)
    assert tidy(refusal.value.message) == "Op dit budget is nog € 150,00 vrij."

    service.decide(first, a_judgement(cents=1850_00, agreement="Tot oktober."), by=dirk)
    assert (budget.reserved_cents, budget.booked_cents) == (0, 1850_00)


def test_from_the_first_page_to_the_letter(signed_in: SignedIn) -> None:
    town, anna = a_town(), a_person()
    budget = a_budget()
    initiative = an_initiative(anna)
    carla, dirk = a_coordinator(town.north), a_decider(area=town.north)
    for_anna, for_carla, for_dirk = signed_in(anna), signed_in(carla), signed_in(dirk)

    request = asked(initiative, for_anna)
    page = f"/ondersteuning/{request.id}"
    for_carla.post(f"{page}/behandeling")
    proposal = {"text": "Doen.", "budget_id": str(budget.id), "amount": "1850"}
    assert for_carla.post(f"{page}/voorstel", data=proposal).status_code == 303
    decision = {
        "step": "grant",
        "amount": "1850",
        "agreement": "Jullie gebruiken het veldje tot oktober.",
        "legal_basis": budget.legal_basis,
        **WHY,
    }
    assert for_carla.post(f"{page}/beoordeling", data=decision).status_code == 403
    assert for_dirk.post(f"{page}/beoordeling", data=decision).status_code == 303

    db.session.refresh(request)
    db.session.refresh(budget)
    assert request.state is RequestState.GRANTED
    assert (budget.reserved_cents, budget.booked_cents) == (0, 1850_00)
    letter = [part.text for part in letters.decided(db.session.query(Decision).one()).parts]
    assert newest_message_to(anna).text == tidy("\n\n".join(letter))
    shown = Markup(for_anna.get(f"{page}/besluit").text).striptags()
    for paragraph in letter:
        assert tidy(paragraph) in tidy(shown)
    public = for_dirk.get(f"/initiatieven/{initiative.id}").text
    assert tidy(euros(1850_00)) in tidy(public)
