"""Reporting, looking, and looking again: what is kept, who hears what, and who may not look."""

from datetime import timedelta

import pytest

from app.accounts.models import Visitor
from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.initiatives.lifecycle import TextState
from app.moderation import service as moderation
from app.moderation.models import Rule
from app.notifications.models import MOST_SINGLE, Message
from app.reports import queries, service
from app.reports.lifecycle import ReportState
from app.reports.models import FULL_WEIGHT, ContentReport, Topic
from app.reports.weighing import Pile
from factories.accounts import a_moderator, a_person
from factories.initiatives import a_question, an_initiative
from factories.reports import a_report, somebody

WHY = "Er staan namen van kinderen in."


def pile_of(report: ContentReport) -> Pile:
    return queries.pile_with(a_moderator(), report.id)


def messages_to(email: str) -> list[Message]:
    return db.session.query(Message).filter_by(email=email).order_by(Message.id).all()


def test_thirty_new_accounts_hide_nothing_and_weigh_as_one() -> None:
    plan = an_initiative()
    for number in range(30):
        a_report(plan, somebody(f"Nieuw {number}", days=6))

    assert plan.is_public
    pile = queries.open_piles(a_moderator())[0]
    assert (len(pile.reports), pile.weight, pile.young, pile.burst) == (30, FULL_WEIGHT, 30, 30)
    db.session.query(ContentReport).update({"created_at": clock.now() - timedelta(days=30)})
    assert pile.weight == FULL_WEIGHT  # as it was when they reported


def test_reporting_twice_is_one_report() -> None:
    question, noor = a_question(an_initiative()), somebody("Noor")

    assert a_report(question, noor) is a_report(question, noor, topic=Topic.SPAM)
    visitor = {"by": Visitor(), "email": "buur@voorbeeld.example"}
    first = service.report(question, Topic.SPAM, "", **visitor)
    assert service.report(question, Topic.SPAM, "", **visitor) is first
    assert len(messages_to("buur@voorbeeld.example")) == 1


def test_what_is_not_public_cannot_be_reported() -> None:
    plan = an_initiative()
    waiting = a_question(plan, state=TextState.WAITING)
    question = a_question(plan)
    plan.hidden_at = clock.now()

    for text in (waiting, question, plan):
        with pytest.raises(NotFound):
            a_report(text)


def test_an_account_reports_ten_texts_an_hour() -> None:
    plan, noor = an_initiative(), somebody("Noor")
    for _ in range(service.MOST_AN_HOUR):
        a_report(a_question(plan), noor)

    with pytest.raises(Refused):
        a_report(plan, noor)


def test_hiding_upholds_every_report_tells_the_reporters_and_counts_for_next_time() -> None:
    question, noor = a_question(an_initiative()), somebody("Noor")
    report = a_report(question, noor)

    service.uphold(pile_of(report), by=a_moderator(), rule=Rule.PERSONAL, reason=WHY)

    assert question.state is TextState.REJECTED
    assert report.state is ReportState.UPHELD
    assert "staat niet meer op de site" in messages_to(noor.email)[-1].text
    told = messages_to(question.author.email)[-1].text
    assert WHY in told
    assert "Noor" not in told
    assert a_report(an_initiative(), noor).weight == 133
    line = history("content_reports", report.id)[-1]
    assert (line.who, line.action) == ("Mo", "content_reports.uphold")


def test_hiding_on_the_page_of_the_plan_closes_its_reports_as_well() -> None:
    plan = an_initiative()
    report = a_report(plan)

    moderation.hide(plan, by=a_moderator(), rule=Rule.PERSONAL, reason=WHY)

    assert (report.state, report.decided_at is not None) == (ReportState.UPHELD, True)
    with pytest.raises(NotFound):
        pile_of(report)


def test_nothing_is_wrong_asks_the_rule_of_hiding() -> None:
    plan, mo = an_initiative(team=(a_moderator("Teun"),)), a_moderator()
    pile = pile_of(a_report(plan, mo))

    for person in (a_moderator("Teun"), mo, a_person("Bilal")):  # in the team, reported it, nobody
        with pytest.raises(NotAllowed):
            service.dismiss(pile, by=person)
    service.dismiss(pile, by=a_moderator("Nora"))
    with pytest.raises(OutOfDate):
        service.dismiss(pile, by=a_moderator("Nora"))


def test_a_reporter_asks_once_for_the_look_of_another_moderator() -> None:
    mo, nora, noor = a_moderator(), a_moderator("Nora"), somebody("Noor")
    report = a_report(an_initiative(), noor)
    service.dismiss(pile_of(report), by=mo)
    assert "één keer om een nieuwe blik" in messages_to(noor.email)[-1].text

    service.ask_again(report, "Lees de tweede zin nog eens.")

    pile = pile_of(report)
    assert pile.pleas == ["Lees de tweede zin nog eens."]
    with pytest.raises(NotAllowed):
        service.dismiss(pile, by=mo)
    service.dismiss(pile, by=nora)
    assert "nieuwe blik" not in messages_to(noor.email)[-1].text
    with pytest.raises(OutOfDate):
        service.ask_again(report, "Nog een keer, alsjeblieft.")


def test_a_visitor_hears_the_outcome_only_at_a_confirmed_address() -> None:
    mails = {}
    for email in ("ja@voorbeeld.example", "nee@voorbeeld.example"):
        report = service.report(an_initiative(), Topic.SPAM, "", by=Visitor(), email=email)
        if email.startswith("ja"):
            service.confirm(report)
        service.dismiss(pile_of(report), by=a_moderator())
        mails[email] = [one.subject for one in messages_to(email)]

    assert [len(mails[email]) for email in mails] == [2, 1]


def test_an_address_gets_three_mails_a_day_and_no_more() -> None:
    plan = an_initiative()
    for _ in range(MOST_SINGLE):
        service.report(
            a_question(plan), Topic.SPAM, "", by=Visitor(), email="vol@voorbeeld.example"
        )

    with pytest.raises(Refused) as refusal:
        service.report(plan, Topic.SPAM, "", by=Visitor(), email="vol@voorbeeld.example")

    assert refusal.value.field == "email"
    assert len(messages_to("vol@voorbeeld.example")) == MOST_SINGLE
