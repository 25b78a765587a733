"""News, questions, answers, endorsements and worries."""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.audit.queries import history
from app.audit.service import take_step
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives import queries, service
from app.initiatives.lifecycle import TEXT_LIFE, State, TextState
from app.initiatives.models import Initiative
from app.initiatives.signals import waiting_for_review, withdrawn
from app.initiatives.voices import Concern, ConcernTopic, Endorsement, Question
from factories.accounts import a_person
from factories.initiatives import a_question, an_answer, an_initiative, an_update


def heard(what: Callable[[], object]) -> list[tuple[str, str]]:
    """Return the title and the text of what is announced meanwhile."""
    news: list[tuple[str, str]] = []

    def listen(_sender: object, *, title: str, text: str, **_more: object) -> None:
        news.append((title, text))

    with waiting_for_review.connected_to(listen):
        what()
    return news


def test_news_waits_for_a_moderator() -> None:
    initiative = an_initiative()

    news = heard(lambda: service.post_update(initiative, "Klaar!", "Het staat.", by=a_person()))

    assert news == [("Klaar!", "Klaar!\nHet staat.")]


def test_a_question_waits_for_a_moderator() -> None:
    initiative, bilal = an_initiative(), a_person("Bilal")

    question = service.ask(initiative, "Wanneer?", by=bilal)

    assert (question.state, question.author_id) == (TextState.WAITING, bilal.id)
    assert heard(lambda: service.ask(initiative, "Hoe?", by=bilal)) == [("Geveltuintjes", "Hoe?")]


def test_only_a_public_question_is_answered_and_by_the_team() -> None:
    question = a_question(an_initiative())

    answer = service.answer(question, "Zaterdag.", by=a_person())
    assert (answer.state, answer.question) == (TextState.WAITING, question)
    with pytest.raises(NotAllowed):
        service.answer(question, "Nooit!", by=a_person("Bilal"))
    waiting = a_question(question.initiative, state=TextState.WAITING)
    with pytest.raises(Refused):
        service.answer(waiting, "Zaterdag.", by=a_person())


@pytest.mark.parametrize("state", [State.SUBMITTED, State.ARCHIVED])
@pytest.mark.parametrize(
    "speak",
    [
        lambda plan, by: service.post_update(plan, "x", "y", by=by),
        lambda plan, by: service.ask(plan, "x", by=by),
        lambda plan, by: service.endorse(plan, by=by),
        lambda plan, by: service.raise_concern(plan, ConcernTopic.NOISE, "x", by=by),
    ],
)
def test_nobody_speaks_about_a_plan_that_is_not_public(
    speak: Callable[[Initiative, User], object], state: State
) -> None:
    for person in (a_person(), a_person("Bilal")):
        with pytest.raises(NotAllowed):
            speak(an_initiative(state=state), person)


def test_a_returned_text_is_changed_and_sent_in_again_by_its_author() -> None:
    update = an_update(an_initiative(), state=TextState.RETURNED)
    anna = a_person()

    news = heard(lambda: service.rewrite(update, "Zonder namen.", by=anna, title="Beter"))

    assert (update.title, update.text, update.state) == (
        "Beter",
        "Zonder namen.",
        TextState.WAITING,
    )
    assert news == [("Beter", "Beter\nZonder namen.")]
    with pytest.raises(NotAllowed):
        service.rewrite(update, "x", by=a_person("Bilal"))


def test_a_returned_question_and_answer_too() -> None:
    question = a_question(an_initiative(), state=TextState.RETURNED)
    answer = an_answer(question, state=TextState.RETURNED)

    service.rewrite(question, "Mag ik ook?", by=a_person("Bilal"))
    service.rewrite(answer, "Zeker.", by=a_person())

    assert (question.text, answer.text) == ("Mag ik ook?", "Zeker.")


def test_a_rejected_text_is_not_changed() -> None:
    question = a_question(an_initiative(), state=TextState.REJECTED)

    with pytest.raises(OutOfDate):
        service.rewrite(question, "x", by=a_person("Bilal"))


@pytest.mark.parametrize(("state", "tells"), [(TextState.WAITING, 1), (TextState.PUBLISHED, 0)])
def test_the_moderators_hear_when_a_text_that_waits_is_taken_back(
    state: TextState, tells: int
) -> None:
    question = a_question(an_initiative(), state=state)
    news: list[object] = []

    def listen(sender: object, *, by: User) -> None:
        news.append((sender, by))

    with withdrawn.connected_to(listen):
        service.withdraw(question, by=a_person("Bilal"))

    assert question.state == TextState.WITHDRAWN
    assert len(news) == tells


def test_an_endorsement_counts_once_and_can_be_taken_back() -> None:
    initiative, bilal = an_initiative(), a_person("Bilal")

    service.endorse(initiative, by=bilal)
    service.endorse(initiative, by=bilal)
    assert db.session.query(Endorsement).count() == 1

    service.withdraw_endorsement(initiative, by=bilal)
    service.withdraw_endorsement(initiative, by=bilal)
    assert db.session.query(Endorsement).count() == 0
    assert [event.action for event in history("initiatives", initiative.id)] == [
        "initiatives.endorse",
        "initiatives.withdraw_endorsement",
    ]


def test_ones_own_plan_cannot_be_endorsed() -> None:
    tess = a_person("Tess")
    for person in (a_person(), tess):
        with pytest.raises(NotAllowed):
            service.endorse(an_initiative(team=(tess,)), by=person)


def test_a_second_worry_takes_the_place_of_the_first() -> None:
    initiative, bilal = an_initiative(), a_person("Bilal")

    service.raise_concern(initiative, ConcernTopic.NOISE, "Muziek?", by=bilal)
    service.raise_concern(initiative, ConcernTopic.PARKING, "Auto's?", by=bilal)

    concern = db.session.query(Concern).one()
    assert (concern.topic, concern.text) == (ConcernTopic.PARKING, "Auto's?")
    service.withdraw_concern(initiative, by=bilal)
    service.withdraw_concern(initiative, by=bilal)
    assert db.session.query(Concern).count() == 0


def test_a_worry_that_another_window_sent_first_is_kept_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    initiative, bilal = an_initiative(), a_person("Bilal")
    service.raise_concern(initiative, ConcernTopic.NOISE, "Muziek?", by=bilal)
    monkeypatch.setattr(queries, "concern_of", lambda *_: None)  # as this window read it

    service.raise_concern(initiative, ConcernTopic.NOISE, "Muziek?", by=bilal)

    assert db.session.query(Concern).count() == 1


def test_a_second_click_writes_nothing_again_and_other_words_do() -> None:
    plan = an_initiative()
    bilal = a_person("Bilal")

    first, second = (service.ask(plan, "Wanneer begint het?", by=bilal) for _ in range(2))
    other = service.ask(plan, "Waar is het?", by=bilal)
    news = [service.post_update(plan, "Nieuws", "We beginnen.", by=plan.owner) for _ in range(2)]

    assert (first is second, other is first, news[0] is news[1]) == (True, False, True)
    assert db.session.query(Question).count() == 2


def test_a_question_that_was_read_already_can_be_asked_again() -> None:
    plan, bilal = an_initiative(), a_person("Bilal")
    first = service.ask(plan, "Wanneer begint het?", by=bilal)
    take_step(TEXT_LIFE, first, "publish", by=None)

    assert service.ask(plan, "Wanneer begint het?", by=bilal) is not first
