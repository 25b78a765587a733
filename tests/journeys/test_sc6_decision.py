"""SC6: the wall gardens need 1,850 euro and a plot; the law says how the answer comes about."""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.core.dates import date_words
from app.core.db import db
from app.initiatives.models import Initiative
from app.support.decisions import Decision
from app.support.models import Budget, SupportRequest
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.support import a_budget
from journeys.conftest import Mailbox
from journeys.steps import asking, deciding
from journeys.steps.phone import Phone, one_line
from journeys.steps.setting import a_public_plan

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
WHY = "Twaalf huizen krijgen een strook met planten. We doen het samen."
PLOT = "Het veldje naast de flat, voor de plantenbakken."


@pytest.fixture
def budget() -> Budget:
    return a_budget(a_town().north)


@pytest.fixture
def plan(budget: Budget) -> Initiative:
    return a_public_plan(a_person("Sanne"), moderator=a_moderator())


@pytest.fixture
def asked(plan: Initiative, phone_of: PhoneOf) -> SupportRequest:
    """Sanne's request, sent in."""
    send_in(phone_of(a_person("Sanne")), plan)
    return db.session.query(SupportRequest).one()


def test_costs_and_cover_that_do_not_balance_come_back_until_they_do(
    plan: Initiative, phone_of: PhoneOf
) -> None:
    sanne = phone_of(a_person("Sanne"))
    tell_needs(sanne, plan)
    asking.cost(sanne, 1, "Planten en grond", "1.200")
    asking.cost(sanne, 2, "Houten bakken", "800,00")
    sanne.answer(asking.ASKED, "1850")

    sanne.press("Ga verder")

    assert (sanne.status, sanne.title) == (422, "Fout: Vraag hulp: wat kost het? - Aanzet")
    assert sanne.errors == [
        "De kosten zijn € 2.000,00 en er is € 1.850,00 om ze te betalen. Er ontbreekt € 150,00."
    ]
    assert sanne.typed(asking.AMOUNT, part="Kosten 1") == "1.200"
    assert sanne.typed(asking.WHAT, part="Kosten 2") == "Houten bakken"
    asking.cover(sanne, 1, "Onze straatpot", "150")
    sanne.press("Nog iemand die betaalt")  # a line more, and nothing lost
    assert sanne.typed(asking.WHAT, part="Ander geld 1") == "Onze straatpot"
    sanne.press("Ga verder")
    assert sanne.heading == "Stap 3: waarvoor heb je het nodig?"


def test_the_receipt_comes_at_once_with_a_copy_and_the_day_of_the_answer(
    asked: SupportRequest, mailbox: Mailbox
) -> None:
    mail = mailbox.to(a_person("Sanne").email)[-1]

    assert mail["Subject"] == f"We hebben je vraag ontvangen: {asked.reference}"
    text = one_line(mailbox.last_text(a_person("Sanne").email))
    for line in (
        f"Je krijgt antwoord op of voor {date_words(asked.decision_due_on)}.",
        "Geld: Planten, grond en bakken (€ 1.850,00)",
        f"Ruimte: {PLOT}",
        f"Waarvoor: {WHY}",
        "Dit kost het: Planten en grond: € 1.200,00; Houten bakken: € 800,00.",
        "Dit betaalt het: Gevraagd aan de gemeente: € 1.850,00; Onze straatpot: € 150,00.",
    ):
        assert line in text


def test_one_advises_another_decides_with_reasons_and_the_money_is_booked(
    asked: SupportRequest, budget: Budget, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    carla = phone_of(a_coordinator(a_town().north))
    dirk = phone_of(a_person("Dirk", role=Role.DECISION_MAKER, area=a_town().north))
    ledger, request = f"/budgetten/{budget.id}", f"/ondersteuning/{asked.id}"

    deciding.take_on(carla, asked.initiative.title)
    deciding.propose(carla, "Doen: het plan is goed.", budget="Wijkbudget Noord: € 10.000,00 vrij")
    assert "Over geld beslist daarom een collega." in carla.text
    carla.go(f"{request}/beoordeling")
    assert (carla.status, carla.heading) == (403, "Je mag deze pagina niet zien")
    carla.go(ledger)
    assert money(carla) == ("€ 1.850,00", "€ 0,00", "€ 8.150,00")

    dirk.go(request)
    dirk.follow("Neem een besluit")
    dirk.tick("Goedkeuren: alles wat gevraagd is")
    deciding.give_reasons(dirk)
    dirk.answer("Kan het echt?", "")
    dirk.answer(deciding.LAW, "")
    dirk.answer(deciding.AGREEMENT, "Jullie mogen het veldje tot oktober gebruiken.")
    dirk.press("Verstuur het besluit")
    assert (dirk.status, dirk.title) == (422, "Fout: Neem een besluit - Aanzet")
    assert dirk.errors == [
        "Schrijf waarom, bij: Kan het echt?",
        "Vul in op welke regel je dit baseert.",
    ]
    assert dirk.typed("Willen buurtbewoners dit?") == "Ja. Twaalf huizen doen mee."
    assert db.session.query(Decision).all() == []
    deciding.give_reasons(dirk)
    dirk.answer(deciding.LAW, budget.legal_basis)
    dirk.press("Verstuur het besluit")

    decision = db.session.query(Decision).one()
    until = date_words(decision.objection_until)
    letter = [
        f"We zeggen ja tegen je vraag {asked.reference}.",
        "Je krijgt € 1.850,00.",
        "Jullie mogen het veldje tot oktober gebruiken.",
        *(f"{criterion} {reason}" for criterion, reason in deciding.REASONS.items()),
        f"We baseren dit op: {budget.legal_basis}.",
        "Dan kun je bezwaar maken bij het college van burgemeester en wethouders. "
        f"Je hebt daarvoor zes weken: tot en met {until}.",
    ]
    assert dirk.heading == f"Antwoord op je vraag {asked.reference}"
    for read in (dirk.text, one_line(mailbox.last_text(a_person("Sanne").email))):
        assert [line for line in letter if line not in read] == []
    dirk.go(ledger)
    assert money(dirk) == ("€ 0,00", "€ 1.850,00", "€ 8.150,00")
    assert [line.split()[0] for line in dirk.all("tbody td:nth-child(2)")] == [
        "Geboekt",
        "Gereserveerd",
    ]
    sanne = phone_of(a_person("Sanne"))
    sanne.go(mailbox.last_link(a_person("Sanne").email))
    sanne.follow("Lees het besluit")
    assert until in sanne.text
    sanne.go(mailbox.last_link(a_person("Sanne").email))
    sanne.follow("Antwoord op je vraag", part="Brieven")
    assert [line for line in letter if line not in sanne.text] == []


def test_a_budget_that_is_spent_cannot_be_promised_again(
    asked: SupportRequest, budget: Budget, phone_of: PhoneOf
) -> None:
    budget.booked_cents = 9_000_00
    carla = phone_of(a_coordinator(a_town().north))
    deciding.take_on(carla, asked.initiative.title)

    deciding.propose(carla, "Doen: het plan is goed.", budget="Wijkbudget Noord: € 1.000,00 vrij")

    assert carla.status == 422
    assert carla.errors == ["Op dit budget is nog € 1.000,00 vrij."]
    assert carla.typed(deciding.ADVICE) == "Doen: het plan is goed."


def tell_needs(sanne: Phone, plan: Initiative) -> None:
    asking.begin(sanne, plan.id)
    asking.need(sanne, 1, "Geld", "Planten, grond en bakken.")
    sanne.press("Vraag nog iets")
    asking.need(sanne, 2, "Ruimte", PLOT)
    sanne.press("Ga verder")


def send_in(sanne: Phone, plan: Initiative) -> None:
    tell_needs(sanne, plan)
    asking.cost(sanne, 1, "Planten en grond", "1.200")
    asking.cost(sanne, 2, "Houten bakken", "800")
    sanne.answer(asking.ASKED, "1.850")
    asking.cover(sanne, 1, "Onze straatpot", "150")
    sanne.press("Ga verder")
    asking.explain(sanne, WHY, asks_decision=True)
    asking.send(sanne)


def money(phone: Phone) -> tuple[str, str, str]:
    """Return what is reserved, booked and free on the page of a budget."""
    shown = deciding.figures(phone)
    return shown["Gereserveerd"], shown["Geboekt"], shown["Vrij"]
