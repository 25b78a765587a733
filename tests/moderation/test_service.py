"""Judging texts: what it does to the text, what the author reads, and what is refused."""

from datetime import date

import pytest

from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.workdays import add_working_days
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.moderation import queries, service
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review, Rule
from app.notifications.models import Message
from factories.accounts import a_moderator, a_person
from factories.initiatives import a_question, an_initiative
from factories.moderation import a_review

BSN = "111222333"
WHY = "Schrijf erbij wie de planten water geeft."


def subject_of(review: Review) -> Initiative:
    return db.session.get_one(Initiative, review.subject_id)


def last_message() -> Message:
    return db.session.query(Message).order_by(Message.id.desc()).first()


def test_receive_promises_an_answer_within_two_working_days() -> None:
    assert a_review().promised_on == add_working_days(clock.today(), 2)


def test_receive_marks_a_text_with_a_citizen_service_number() -> None:
    assert a_review(text=f"Mijn nummer is {BSN}").flags == ["bsn"]


def test_receive_withdraws_an_earlier_look_at_the_same_text() -> None:
    first = a_review()

    second = service.receive(
        subject_of(first), title="Nieuw", text="", author=first.author, district_id=None
    )

    assert (first.state, second.state) == (ReviewState.WITHDRAWN, ReviewState.WAITING)


def test_publish_makes_the_initiative_public_and_tells_the_author() -> None:
    review, mo = a_review(), a_moderator()

    service.publish(review, by=mo)

    assert subject_of(review).state == State.PUBLISHED
    assert (review.state, review.moderator_id) == (ReviewState.PUBLISHED, mo.id)
    assert last_message().subject == "Geplaatst: Geveltuintjes"


def test_the_team_of_a_plan_hears_what_it_can_do_next() -> None:
    review = a_review()

    service.publish(review, by=a_moderator())

    message = last_message()
    assert "Zoek buren die willen helpen." in message.text
    assert "Vraag dan hulp." in message.text
    assert f"\n\nhttp://127.0.0.1:5000/i/{review.subject_id}\n" in message.text
    assert f"5000/initiatieven/{review.subject_id}/poster\n" in message.text
    assert f"5000/initiatieven/stand/{review.subject_id}." in message.text
    assert message.link == f"/initiatieven/{review.subject_id}#team"


def test_publish_is_held_until_the_moderator_looked_at_personal_data() -> None:
    review, mo = a_review(text=f"Bel mij: 06-12345678, {BSN}"), a_moderator()

    with pytest.raises(Refused) as refusal:
        service.publish(review, by=mo)
    assert (refusal.value.field, subject_of(review).state) == ("checked", State.SUBMITTED)

    service.publish(review, by=mo, checked=True)
    assert subject_of(review).state == State.PUBLISHED


def test_request_changes_tells_the_author_the_reason_word_for_word() -> None:
    review = a_review()

    service.request_changes(review, by=a_moderator(), rule=Rule.UNCLEAR, reason=WHY)

    assert subject_of(review).state == State.CHANGES_REQUESTED
    assert WHY in last_message().text.split("\n\n")


def test_reject_tells_the_rule_the_reason_and_the_way_to_a_second_look() -> None:
    review = a_review()

    service.reject(review, by=a_moderator(), rule=Rule.COMMERCIAL, reason=WHY)

    message = last_message()
    assert subject_of(review).state == State.REJECTED
    assert WHY in message.text.split("\n\n")
    assert "De regel is: Het is reclame of om geld te verdienen." in message.text
    assert message.link == f"/moderatie/{review.id}/uitleg"


def test_an_author_who_moderates_cannot_judge_their_own_text() -> None:
    mo = a_moderator()

    with pytest.raises(NotAllowed):
        service.publish(a_review(mo), by=mo)


def test_a_resident_cannot_judge() -> None:
    with pytest.raises(NotAllowed):
        service.publish(a_review(), by=a_person("Bilal"))


def test_the_second_of_two_moderators_reads_who_was_first() -> None:
    review, mo, nora = a_review(), a_moderator(), a_moderator("Nora")
    service.publish(review, by=mo)
    db.session.commit()

    with pytest.raises(OutOfDate, match="Mo was je voor"):
        service.reject(review, by=nora, rule=Rule.OTHER, reason=WHY)


def test_an_appeal_goes_to_another_moderator() -> None:
    review, mo, nora = a_review(), a_moderator(), a_moderator("Nora")
    service.reject(review, by=mo, rule=Rule.OUTSIDE, reason=WHY)

    service.appeal(review, by=review.author, reason="Het is wel in deze gemeente.")

    second = queries.open_on(subject_of(review))
    assert second is not None
    assert (second.is_appeal, second.plea) == (True, "Het is wel in deze gemeente.")
    with pytest.raises(NotAllowed):
        service.publish(second, by=mo)
    service.publish(second, by=nora)
    assert subject_of(review).state == State.PUBLISHED


def test_there_is_one_appeal_and_no_more() -> None:
    review, mo, nora = a_review(), a_moderator(), a_moderator("Nora")
    service.reject(review, by=mo, rule=Rule.OUTSIDE, reason=WHY)
    service.appeal(review, by=review.author, reason="Het is wel in deze gemeente.")
    second = queries.open_on(subject_of(review))
    assert second is not None
    service.reject(second, by=nora, rule=Rule.OUTSIDE, reason=WHY)

    for judged in (review, second):
        with pytest.raises(OutOfDate):
            service.appeal(judged, by=review.author, reason="Kijk nog eens, alsjeblieft.")


def test_somebody_else_cannot_appeal() -> None:
    review = a_review()
    service.reject(review, by=a_moderator(), rule=Rule.OTHER, reason=WHY)

    with pytest.raises(OutOfDate):
        service.appeal(review, by=a_person("Bilal"), reason="Ik vind het een mooi plan.")


def test_hide_and_restore_tell_the_owner_why() -> None:
    initiative, mo = an_initiative(), a_moderator()

    service.hide(initiative, by=mo, rule=Rule.UNKIND, reason=WHY)
    hidden = last_message()
    service.restore(initiative, by=mo, reason="Het is aangepast.")

    assert WHY in hidden.text
    assert "Het is aangepast." in last_message().text
    assert initiative.is_public
    assert not queries.may_appeal(queries.of_subject(initiative)[0])


@pytest.mark.parametrize("step", ["publish", "reject"])
def test_who_is_hidden_reads_why_and_another_moderator_looks_again(step: str) -> None:
    initiative, mo, nora = an_initiative(), a_moderator(), a_moderator("Nora")
    service.hide(initiative, by=mo, rule=Rule.UNKIND, reason=WHY)
    statement = queries.of_subject(initiative)[0]
    assert last_message().link == f"/moderatie/{statement.id}/uitleg"

    service.appeal(statement, by=initiative.owner, reason="Er staat niets lelijks in.")

    second = queries.open_on(initiative)
    assert second is not None
    with pytest.raises(NotAllowed):
        service.publish(second, by=mo)
    with pytest.raises(Refused):
        service.request_changes(second, by=nora, rule=Rule.UNKIND, reason=WHY)
    if step == "publish":
        service.publish(second, by=nora)
    else:
        service.reject(second, by=nora, rule=Rule.UNKIND, reason=WHY)
        assert "Dit was de nieuwe blik waar je om vroeg." in last_message().text
    assert initiative.is_public == (step == "publish")
    assert initiative.state == State.PUBLISHED
    assert not any(map(queries.may_appeal, queries.of_subject(initiative)))


def test_a_question_is_taken_down_with_a_reason_and_comes_back_after_a_second_look() -> None:
    question, mo, nora = a_question(an_initiative()), a_moderator(), a_moderator("Nora")

    service.hide(question, by=mo, rule=Rule.PERSONAL, reason=WHY)

    assert question.state is TextState.REJECTED
    assert WHY in last_message().text
    db.session.commit()
    with pytest.raises(OutOfDate):
        service.hide(question, by=nora, rule=Rule.PERSONAL, reason=WHY)
    service.appeal(queries.of_subject(question)[0], by=question.author, reason="Het is mijn naam.")
    second = queries.open_on(question)
    assert second is not None
    service.publish(second, by=nora)
    assert question.state is TextState.PUBLISHED


def test_every_judgement_stands_in_the_log_with_who_and_why() -> None:
    review, mo = a_review(), a_moderator()

    service.request_changes(review, by=mo, rule=Rule.UNCLEAR, reason=WHY)

    line = history("reviews", review.id)[-1]
    assert (line.who, line.action, line.reason) == ("Mo", "reviews.request_changes", WHY)
    assert line.at.date() >= date(2026, 1, 1)
