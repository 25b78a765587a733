"""A team objects once, in time or with a reason, and hears by when the answer comes."""

from datetime import date, timedelta

import pytest

from app.core.dates import date_words
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.jobs import Job
from app.core.workdays import DAY
from app.support import objection_jobs, queries, service
from app.support.objections import Objection, ObjectionState
from app.support.post import LetterKind
from app.support.values import Protest
from factories.accounts import a_person
from factories.calendar import Turn, calendar_of
from factories.initiatives import an_initiative
from factories.notifications import mails_to
from factories.objecting import WHY, a_refusal, an_objection
from factories.support import a_decider, a_request, an_adviser

DECIDED, UNTIL, DUE = date(2026, 3, 2), date(2026, 4, 13), date(2026, 5, 26)


@pytest.fixture
def turn_to(monkeypatch: pytest.MonkeyPatch) -> Turn:
    turn = calendar_of(monkeypatch)
    turn(DECIDED)
    return turn


def test_the_team_has_the_day_of_the_answer_at_once_in_a_letter_and_a_mail(turn_to: Turn) -> None:
    decision, eva = a_refusal(), a_decider("Eva")
    assert decision.objection_until == UNTIL

    objection = an_objection(decision, wants_hearing=True)

    assert (objection.state, objection.due_on) == (ObjectionState.RECEIVED, DUE)
    letter = queries.letters_about(decision.request)[-1]
    assert letter.kind is LetterKind.OBJECTION_CAME
    mail = mails_to(decision.request.author.email)[-1].text
    said = letter.text_in("nl").paragraphs
    assert f"Je krijgt een besluit op je bezwaar op of voor {date_words(DUE)}." in said
    assert WHY in said
    assert "We nodigen je uit voor een gesprek." in said
    assert all(paragraph in mail for paragraph in said)
    assert date_words(DUE) in mails_to(eva.email)[-1].text


def test_the_last_day_counts_and_after_it_one_says_why(turn_to: Turn) -> None:
    decision = a_refusal()
    author = decision.request.author
    turn_to(UNTIL)
    objection = service.object_to(decision, Protest(WHY, False, "te laat"), by=author)
    assert (objection.late_reason, objection.due_on) == ("", DUE)
    service.withdraw_objection(objection, by=author)

    turn_to(UNTIL + DAY)
    with pytest.raises(Refused, match="Schrijf waarom het later is") as refusal:
        service.object_to(decision, Protest(WHY, False), by=author)
    assert refusal.value.field == "late"
    late = service.object_to(decision, Protest(WHY, False, "Ik was ziek."), by=author)
    assert (late.late_reason, late.due_on) == (
        "Ik was ziek.",
        DUE,
    )  # 26 May: a day after Whit Monday


def test_only_who_runs_the_plan_objects_and_only_to_a_decision_of_the_law() -> None:
    decision = a_refusal()
    for person in (a_person("Noor"), a_decider(), an_adviser()):
        with pytest.raises(NotAllowed):
            service.object_to(decision, Protest(WHY, False), by=person)
    decision.objection_until = None

    with pytest.raises(NotAllowed):
        service.object_to(decision, Protest(WHY, False), by=decision.request.author)


def test_there_is_one_objection_at_a_time_and_a_new_one_after_it_was_withdrawn() -> None:
    objection = an_objection()
    decision, anna = objection.decision, objection.author

    with pytest.raises(OutOfDate, match=f"{anna.name} maakte al bezwaar"):
        service.object_to(decision, Protest(WHY, False), by=anna)

    service.withdraw_objection(objection, by=anna)
    again = an_objection(decision)
    assert queries.objection_about(decision.request) is again
    with pytest.raises(OutOfDate):
        service.withdraw_objection(objection, by=anna)


def test_the_answer_is_put_off_once_by_six_weeks_with_a_letter(turn_to: Turn) -> None:
    objection, eva = an_objection(), a_decider("Eva")
    turn_to(DUE)

    service.postpone_objection(objection, "Er is veel werk.", by=eva)

    later = DUE + timedelta(weeks=6)
    assert objection.due_on == later
    text = mails_to(objection.author.email)[-1].text
    for words in (date_words(DUE), date_words(later), "Er is veel werk."):
        assert words in text
    with pytest.raises(OutOfDate, match="één keer"):
        service.postpone_objection(objection, "Nog eens.", by=eva)


def test_after_the_last_day_it_is_too_late_to_put_the_answer_off(turn_to: Turn) -> None:
    objection = an_objection()
    turn_to(DUE + DAY)

    with pytest.raises(OutOfDate, match=f"kon tot en met {date_words(DUE)}"):
        service.postpone_objection(objection, "Er is veel werk.", by=a_decider("Eva"))


def test_who_may_answer_is_warned_and_a_late_answer_is_said_sorry_for(turn_to: Turn) -> None:
    objection, eva = an_objection(), a_decider("Eva")
    planned = {job.kind: job.arguments for job in db.session.query(Job)}
    assert planned["support.objection_late"] == {
        "objection_id": objection.id,
        "due_on": DUE.isoformat(),
    }
    turn_to(DUE + DAY)

    objection_jobs.warn(objection.id, DUE.isoformat())
    objection_jobs.late(objection.id, DUE.isoformat())

    subjects = [mail.subject for mail in mails_to(eva.email)][-2:]
    assert [one.split(" met een")[0] for one in subjects] == ["Bijna te laat", "Te laat"]
    assert "Dat is niet gelukt. Sorry." in mails_to(objection.author.email)[-1].text
    count = len(mails_to(eva.email))
    objection_jobs.late(objection.id, (DUE - DAY).isoformat())
    service.withdraw_objection(objection, by=objection.author)
    objection_jobs.late(objection.id, DUE.isoformat())
    assert len(mails_to(eva.email)) == count + 1  # that it was withdrawn


@pytest.mark.parametrize("day", [DECIDED - DAY, DECIDED + DAY])
def test_a_hearing_was_after_the_objection_came_and_not_tomorrow(turn_to: Turn, day: date) -> None:
    with pytest.raises(Refused) as refusal:
        service.note_hearing(an_objection(), day, "Besproken.", by=a_decider("Eva"))
    assert refusal.value.field == "day"


def test_the_one_who_decided_or_advised_or_is_involved_does_not_handle_it() -> None:
    dirk, carla = a_decider(), a_decider("Carla")
    mine = an_initiative(dirk)
    request = a_request(mine)
    decision = a_refusal(mine, by=carla)
    objection = an_objection(decision)
    assert request.initiative is objection.decision.request.initiative
    eva = a_decider("Eva")
    for person in (dirk, carla, an_adviser(), objection.author):
        with pytest.raises(NotAllowed):
            service.postpone_objection(objection, "Er is veel werk.", by=person)
    assert list(queries.handlers_of(objection)) == [eva]


def test_the_list_has_what_waits_the_first_due_first() -> None:
    eva, first, second = a_decider("Eva"), an_objection(), an_objection()
    gone = an_objection()
    service.withdraw_objection(gone, by=gone.author)
    first.due_on += DAY
    db.session.flush()

    assert queries.open_objections(eva) == [second, first]
    assert db.session.query(Objection).count() == 3
