"""A plan that is done: everybody is asked once, and the answers are counted without names."""

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.feedback import service
from app.feedback.jobs import ask, count
from app.feedback.models import Ask, Tally, Verdict
from app.initiatives import service as initiatives
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.notifications.models import Message, Topic
from factories.accounts import a_person
from factories.areas import a_town
from factories.feedback import asked, said
from factories.initiatives import an_initiative


def answered(plan: Initiative, **numbers: int) -> None:
    """Let so many people answer ``good``, ``fair`` or ``bad``, and one nothing."""
    for code, number in numbers.items():
        for one in range(number):
            question, _secret = asked(plan, a_person(f"Buur {code} {one}"))
            service.answer(question, Verdict.of(code))
    asked(plan, a_person("Zwijgt"))


def tallies(plan: Initiative) -> dict[str, int]:
    rows = db.session.query(Tally).filter_by(initiative_id=plan.id)
    return {row.verdict.value: row.number for row in rows}


def is_told(plan: Initiative) -> bool:
    rows = db.session.query(Tally).filter_by(initiative_id=plan.id).all()
    return bool(rows) and all(row.told_at for row in rows)


def test_who_took_part_is_asked_once_in_the_own_language_and_in_the_mail_of_the_day() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    bilal.language = "en"
    plan = an_initiative(anna, state=State.RUNNING, team=(bilal,))
    initiatives.take(plan, "complete", by=anna)
    db.session.commit()

    work_off()
    ask(plan.id)

    mails = db.session.query(Message).all()
    assert {(mail.user_id, mail.subject) for mail in mails} == {
        (anna.id, "Hoe ging het met Geveltuintjes?"),
        (bilal.id, "How did Geveltuintjes go?"),
    }
    for mail in mails:
        assert (mail.topic, mail.heading) == (Topic.PLANS, "Geveltuintjes")
        assert not mail.is_urgent
        assert mail.digest_on is not None
        assert mail.link.startswith("/hoe-ging-het/")
    assert db.session.query(Ask).count() == 2


@pytest.mark.parametrize("step", ["stop", "pause"])
def test_nobody_is_asked_about_a_plan_that_is_not_done(step: str) -> None:
    plan = an_initiative(state=State.RUNNING)
    initiatives.take(plan, step, by=a_person("Anna"), reason="Het regent.")

    assert db.session.query(Job).filter_by(kind="feedback.ask").count() == 0


def test_nobody_is_asked_about_a_plan_that_was_hidden_meanwhile() -> None:
    plan = an_initiative(state=State.COMPLETED, hidden=True)

    ask(plan.id)

    assert db.session.query(Ask).count() == 0


def test_answers_are_counted_the_night_after_the_last_day() -> None:
    plan = an_initiative(state=State.COMPLETED)
    ask(plan.id)

    job = db.session.query(Job).filter_by(kind="feedback.count").one()
    until = db.session.query(Ask).one().until
    assert until == clock.today() + timedelta(days=21)
    assert (
        job.due_at.astimezone(clock.AMSTERDAM).isoformat()[:16]
        == f"{until + timedelta(days=1)}T00:00"
    )


def test_what_is_counted_leads_to_nobody_and_a_second_time_changes_nothing() -> None:
    plan = an_initiative(state=State.COMPLETED)
    answered(plan, good=4, bad=1)

    count(plan.id)
    count(plan.id)

    assert tallies(plan) == {"good": 4, "bad": 1}
    assert db.session.query(Ask).count() == 0
    assert is_told(plan)


def test_a_few_answers_wait_until_more_of_the_neighbourhood_can_be_added() -> None:
    first = an_initiative(state=State.COMPLETED)
    elsewhere = an_initiative(state=State.COMPLETED, neighbourhood=a_town().park)
    second = an_initiative(state=State.COMPLETED, title="Soep")
    said(elsewhere, is_told=False, good=4)
    answered(first, good=2)
    count(first.id)
    assert not is_told(first)
    answered(second, good=2, fair=1)

    count(second.id)

    assert is_told(first)
    assert is_told(second)
    assert not is_told(elsewhere)


def test_a_plan_without_answers_has_no_numbers() -> None:
    plan = an_initiative(state=State.COMPLETED)
    asked(plan)

    count(plan.id)

    assert tallies(plan) == {}
