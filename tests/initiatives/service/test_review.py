"""What a moderator decides, about a whole plan and about the short texts around it."""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.audit.queries import history
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives import queries, service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.initiatives.signals import waiting_for_review
from app.notifications.models import Message, Topic
from factories.accounts import a_moderator, a_person
from factories.initiatives import a_question, a_version, an_answer, an_initiative, an_update

Judge = Callable[[Initiative, User], None]


def found_by(words: str) -> list[int]:
    return [card.id for card in queries.card_page(words=words).rows]


def test_publishing_shows_the_plan_and_its_version_to_everybody() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    initiative.published_at = None
    version = a_version(initiative)

    service.publish(initiative, by=a_moderator())

    assert (initiative.state, version.state) == (State.PUBLISHED, TextState.PUBLISHED)
    assert initiative.published_at is not None
    assert found_by("geveltuintjes") == [initiative.id]
    assert found_by("molenbuurt") == [initiative.id]
    last = history("initiatives", initiative.id)[-1]
    assert (last.action, last.who) == ("initiatives.publish", "Mo")


@pytest.mark.parametrize(
    ("judge", "state", "text_state"),
    [
        (service.request_changes, State.CHANGES_REQUESTED, TextState.RETURNED),
        (service.reject, State.REJECTED, TextState.REJECTED),
    ],
)
def test_a_plan_that_is_not_published_keeps_the_reason_word_for_word(
    judge: Callable[..., None], state: State, text_state: TextState
) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    version = a_version(initiative)

    judge(initiative, by=a_moderator(), reason="  Schrijf voor wie het is. ")

    assert (initiative.state, version.state) == (state, text_state)
    assert queries.reason_to_change(initiative) == "Schrijf voor wie het is."
    assert found_by("geveltuintjes") == []


@pytest.mark.parametrize("judge", [service.request_changes, service.reject])
def test_a_no_without_a_reason_is_refused(judge: Callable[..., None]) -> None:
    initiative = an_initiative(state=State.SUBMITTED)

    with pytest.raises(Refused) as refusal:
        judge(initiative, by=a_moderator(), reason="  ")

    assert (refusal.value.field, initiative.state) == ("reason", State.SUBMITTED)


@pytest.mark.parametrize(
    "judge",
    [
        lambda initiative, by: service.publish(initiative, by=by),
        lambda initiative, by: service.reject(initiative, by=by, reason="Nee."),
        lambda initiative, by: service.hide(initiative, by=by, reason="Nee."),
        lambda initiative, by: service.restore(initiative, by=by, reason="Nee."),
        lambda initiative, by: service.judge(an_update(initiative), "publish", by=by),
    ],
)
def test_nobody_but_a_moderator_of_the_place_judges(judge: Judge) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    mo = a_moderator()
    own = an_initiative(mo, state=State.SUBMITTED)

    for plan, person in ((initiative, a_person("Bilal")), (initiative, a_person()), (own, mo)):
        with pytest.raises(NotAllowed):
            judge(plan, person)


def test_two_moderators_cannot_both_decide() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    service.publish(initiative, by=a_moderator())
    db.session.commit()

    with pytest.raises(OutOfDate, match="Mo was je voor"):
        service.reject(initiative, by=a_moderator("Mia"), reason="Nee.")


def test_an_appeal_goes_to_the_moderators_as_an_appeal() -> None:
    initiative = an_initiative(state=State.REJECTED)
    version = a_version(initiative, state=TextState.REJECTED)
    appeals: list[object] = []

    def listen(_sender: Initiative, *, is_appeal: bool, **_news: object) -> None:
        appeals.append(is_appeal)

    with waiting_for_review.connected_to(listen):
        service.appeal(initiative, by=a_person(), reason="Kijk nog eens.")

    assert (initiative.state, version.state) == (State.SUBMITTED, TextState.WAITING)
    assert appeals == [True]


def test_a_hidden_plan_is_gone_from_the_list_and_from_search_and_can_come_back() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    service.publish(initiative, by=a_moderator())

    service.hide(initiative, by=a_moderator(), reason="Er staat een naam in.")
    assert queries.card_page().rows == []
    assert found_by("geveltuintjes") == []
    with pytest.raises(OutOfDate):
        service.hide(initiative, by=a_moderator(), reason="Nog eens.")

    service.restore(initiative, by=a_moderator(), reason="De naam is weg.")
    assert found_by("geveltuintjes") == [initiative.id]
    with pytest.raises(OutOfDate):
        service.restore(initiative, by=a_moderator(), reason="Nog eens.")


def test_publishing_a_new_version_makes_its_texts_the_public_ones() -> None:
    initiative = an_initiative()
    version = a_version(initiative, number=2, title="Tuintjes in de straat")

    service.judge(version, "publish", by=a_moderator())

    assert version.state == TextState.PUBLISHED
    assert initiative.title == "Tuintjes in de straat"
    assert found_by("straat tuintjes") == [initiative.id]


def test_rejecting_a_new_version_leaves_the_old_text() -> None:
    initiative = an_initiative()
    version = a_version(initiative, number=2, title="Koop mijn tuinstoel")

    service.judge(version, "reject", by=a_moderator(), reason="Dit is reclame.")

    assert (version.state, initiative.title) == (TextState.REJECTED, "Geveltuintjes")


def test_a_new_version_of_a_hidden_plan_does_not_bring_it_back() -> None:
    initiative = an_initiative(hidden=True)

    service.judge(a_version(initiative, number=2), "publish", by=a_moderator())

    assert found_by("geveltuintjes") == []


def test_a_published_question_is_told_to_everybody_who_runs_the_plan() -> None:
    tess, bilal = a_person("Tess"), a_person("Bilal")
    question = a_question(an_initiative(team=(tess,)), bilal, state=TextState.WAITING)

    service.judge(question, "publish", by=a_moderator())

    told = db.session.query(Message).order_by(Message.id).all()
    assert [one.email for one in told] == ["anna@voorbeeld.example", "tess@voorbeeld.example"]
    assert {(one.topic, one.heading) for one in told} == {(Topic.PLANS, "Geveltuintjes")}
    assert {one.why for one in told} == {
        "Je krijgt deze mail omdat je meedoet aan “Geveltuintjes”."
    }


def test_a_published_answer_is_told_to_who_asked() -> None:
    answer = an_answer(a_question(an_initiative()), state=TextState.WAITING)

    service.judge(answer, "publish", by=a_moderator())

    [told] = db.session.query(Message)
    assert (told.email, told.topic) == ("bilal@voorbeeld.example", Topic.PLANS)
    assert told.why == "Je krijgt deze mail omdat je iets vroeg over “Geveltuintjes”."


def test_published_news_is_not_mailed_around() -> None:
    service.judge(an_update(an_initiative(), state=TextState.WAITING), "publish", by=a_moderator())

    assert db.session.query(Message).count() == 0


def test_a_text_is_judged_once_and_never_by_its_author() -> None:
    mo = a_moderator()
    question = a_question(an_initiative(), mo, state=TextState.WAITING)

    with pytest.raises(NotAllowed):
        service.judge(question, "publish", by=mo)
    service.judge(question, "reject", by=a_moderator("Mia"), reason="Onaardig.")
    db.session.commit()
    with pytest.raises(OutOfDate, match="Mia was je voor"):
        service.judge(question, "publish", by=a_moderator("Max"))


def test_an_unknown_judgement_is_a_bug() -> None:
    with pytest.raises(ValueError, match="withdraw"):
        service.judge(a_question(an_initiative()), "withdraw", by=a_moderator())


def test_only_the_writer_appeals_for_a_short_text() -> None:
    question = a_question(an_initiative(), state=TextState.REJECTED)

    with pytest.raises(NotAllowed):
        service.appeal_text(question, by=a_person(), title="x", words="x", reason="Toch wel.")
    service.appeal_text(question, by=a_person("Bilal"), title="x", words="x", reason="Toch wel.")

    assert question.state == TextState.WAITING


def test_a_plan_without_a_kept_version_can_be_appealed() -> None:
    initiative = an_initiative(state=State.REJECTED)

    service.appeal(initiative, by=a_person(), reason="Kijk nog eens.")

    assert initiative.state == State.SUBMITTED
