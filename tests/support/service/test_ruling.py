"""The answer to an objection: heard first, with reasons, and what more is given is booked once."""

import pytest

from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.support import queries, service
from app.support.decisions import BudgetEntry, EntryKind
from app.support.lifecycle import RequestState
from app.support.objections import Finding, ObjectionState
from app.support.post import LetterKind
from app.support.terms import appeal_until
from app.support.values import Ruling
from factories.notifications import mails_to
from factories.objecting import a_refusal, an_objection, partly
from factories.support import ASKED, a_budget, a_decider, an_adviser

NO = Ruling(Finding.UNFOUNDED, "De straat is al groen.")


def test_a_no_stays_a_no_with_the_reasons_and_the_way_to_court() -> None:
    objection = an_objection()

    service.decide_objection(objection, NO, by=a_decider("Eva"))

    request = objection.decision.request
    assert (objection.state, request.state) == (ObjectionState.DECIDED, RequestState.REFUSED)
    letter = queries.letters_about(request)[-1]
    assert (letter.kind, letter.signed_by) == (LetterKind.OBJECTION_DECIDED, "Eva")
    text = mails_to(objection.author.email)[-1].text
    for words in (
        "Je bezwaar is ongegrond.",
        "Het besluit blijft zoals het was.",
        NO.reasons,
        "Dan kun je naar de rechtbank.",
        f"tot en met {date_words(appeal_until(clock.today()))}",
    ):
        assert words in text


@pytest.mark.parametrize("finding", [Finding.UNFOUNDED, Finding.PARTLY])
def test_who_wants_to_be_heard_is_heard_before_a_no(finding: Finding) -> None:
    objection, eva = an_objection(wants_hearing=True), a_decider("Eva")
    with pytest.raises(Refused, match="wil een gesprek") as refusal:
        service.decide_objection(objection, Ruling(finding, "Nee."), by=eva)
    assert refusal.value.field == "finding"

    service.note_hearing(objection, clock.today(), "Anna liet foto's zien.", by=eva)
    service.decide_objection(objection, NO, by=eva)

    assert "Anna liet foto's zien." in mails_to(objection.author.email)[-1].text


def test_what_more_is_given_is_booked_at_once_and_the_first_letter_stays() -> None:
    budget = a_budget()
    objection = an_objection(partly(budget, 500_00))
    decision, first = objection.decision, queries.decision_letter(objection.decision.request)
    assert first is not None
    before = list(first.text_in("nl").paragraphs)
    ruling = Ruling(Finding.WELL_FOUNDED, "Je hebt gelijk.", "grant", ASKED)

    service.decide_objection(objection, ruling, by=a_decider("Eva"))

    db.session.refresh(budget)
    assert (budget.reserved_cents, budget.booked_cents) == (0, ASKED)
    booked = db.session.query(BudgetEntry).filter_by(kind=EntryKind.BOOKED)
    assert sorted(entry.cents for entry in booked) == sorted([500_00, ASKED - 500_00])
    assert (decision.outcome, decision.cents) == (RequestState.GRANTED, ASKED)
    assert decision.request.state is RequestState.GRANTED
    assert (objection.earlier_outcome, objection.earlier_cents) == (
        RequestState.PARTLY_GRANTED,
        500_00,
    )
    assert queries.decision_letter(decision.request) is first
    assert first.text_in("nl").paragraphs == before
    assert "In totaal krijg je € 1.850" in mails_to(objection.author.email)[-1].text


def test_a_no_becomes_a_yes_out_of_a_budget_of_the_place() -> None:
    budget, objection = a_budget(), an_objection()
    ruling = Ruling(Finding.PARTLY, "Voor een deel.", "grant_partly", 100_00)
    with pytest.raises(Refused) as refusal:
        service.decide_objection(objection, ruling, by=a_decider("Eva"))
    assert refusal.value.field == "budget_id"

    ruling = Ruling(Finding.PARTLY, "Voor een deel.", "grant_partly", 100_00, budget.id)
    service.decide_objection(objection, ruling, by=a_decider("Eva"))

    db.session.refresh(budget)
    assert budget.booked_cents == 100_00
    assert objection.decision.request.state is RequestState.PARTLY_GRANTED


def test_the_budget_is_never_passed() -> None:
    budget = a_budget(ceiling=600_00)
    objection = an_objection(partly(budget, 500_00))
    ruling = Ruling(Finding.PARTLY, "Iets meer.", "grant_partly", 600_01)

    with pytest.raises(OutOfDate, match="nog €\u00a0100,00 vrij") as refusal:
        service.decide_objection(objection, ruling, by=a_decider("Eva"))

    assert refusal.value.field == "amount"
    assert objection.state is ObjectionState.RECEIVED
    assert objection.decision.cents == 500_00


@pytest.mark.parametrize(
    ("ruling", "field"),
    [
        (Ruling(Finding.WELL_FOUNDED, "Ja."), "step"),
        (Ruling(Finding.PARTLY, "Ja.", "grant_partly", 499_99), "amount"),
        (Ruling(Finding.WELL_FOUNDED, "Ja.", "grant", ASKED - 1), "amount"),
        (Ruling(Finding.WELL_FOUNDED, "Ja.", "grant", ASKED + 1), "amount"),
        (Ruling(Finding.UNFOUNDED, "Nee.", "grant", ASKED), None),
    ],
)
def test_what_does_not_fit_is_refused(ruling: Ruling, field: str | None) -> None:
    objection = an_objection(partly(a_budget(), 500_00))

    with pytest.raises(Refused) as refusal:
        service.decide_objection(objection, ruling, by=a_decider("Eva"))

    assert refusal.value.field == field
    assert objection.is_open


def test_who_had_a_part_in_the_decision_does_not_answer() -> None:
    dirk = a_decider()
    objection = an_objection(a_refusal(by=dirk))
    for person in (dirk, an_adviser(), objection.author):
        with pytest.raises(NotAllowed):
            service.decide_objection(objection, NO, by=person)


def test_an_adviser_who_became_a_decider_does_not_answer_either() -> None:
    objection = an_objection(partly(a_budget(), 500_00))
    vera = a_decider("Vera")

    with pytest.raises(NotAllowed):
        service.decide_objection(objection, NO, by=vera)


def test_it_is_answered_once() -> None:
    objection = an_objection()
    service.decide_objection(objection, NO, by=a_decider("Eva"))
    db.session.commit()

    with pytest.raises(OutOfDate, match="Eva was je voor"):
        service.decide_objection(objection, NO, by=a_decider("Fons"))


def test_a_decision_from_before_letters_were_kept_keeps_its_words() -> None:
    objection, budget = an_objection(), a_budget()
    request = objection.decision.request
    for letter in queries.letters_about(request):
        db.session.delete(letter)
    db.session.flush()
    ruling = Ruling(Finding.WELL_FOUNDED, "Ja.", "grant", ASKED, budget.id)

    service.decide_objection(objection, ruling, by=a_decider("Eva"))

    kept = queries.decision_letter(request)
    assert kept is not None
    assert kept.signed_by == "Dirk"
    assert any("We zeggen nee" in words for words in kept.text_in("nl").paragraphs)
