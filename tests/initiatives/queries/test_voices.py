"""Reading what people say: what is public, one's own, and what only the team sees."""

import pytest

from app.accounts.models import Visitor
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives import queries, service
from app.initiatives.lifecycle import TextState
from app.initiatives.queries.voices import Support, Worries
from app.initiatives.voices import ConcernTopic, Endorsement, Question
from factories.accounts import a_person
from factories.areas import a_town
from factories.initiatives import a_question, an_answer, an_initiative, an_update


def test_support_is_counted_and_knows_the_reader() -> None:
    initiative = an_initiative()
    for name in ("Bilal", "Chris"):
        service.endorse(initiative, by=a_person(name))
    service.raise_concern(initiative, ConcernTopic.NOISE, "Muziek?", by=a_person("Chris"))

    assert queries.support_for(initiative, Visitor()) == Support(2, endorsed=False, concern=False)
    assert queries.support_for(initiative, a_person("Chris")) == Support(
        2, endorsed=True, concern=True
    )
    assert queries.support_for(initiative, a_person()) == Support(2, endorsed=False, concern=False)


def test_small_groups_are_not_counted_per_neighbourhood() -> None:
    initiative, town = an_initiative(), a_town()
    for number in range(12):
        person = a_person(f"Mens {number}")
        person.neighbourhood_id = town.mill.id if number < 10 else town.park.id
        db.session.add(Endorsement(initiative_id=initiative.id, user_id=person.id))
    db.session.flush()

    assert queries.support_by_neighbourhood(initiative) == {town.mill.id: 10, town.park.id: None}


def test_worries_are_counted_by_topic_and_read_without_names() -> None:
    initiative = an_initiative()
    for name, topic in (("Bilal", "parking"), ("Chris", "noise"), ("Dewi", "parking")):
        service.raise_concern(initiative, ConcernTopic.of(topic), name, by=a_person(name))

    assert queries.worries_about(initiative) == [
        Worries(ConcernTopic.NOISE, 1),
        Worries(ConcernTopic.PARKING, 2),
    ]
    assert [one.text for one in queries.concerns_about(initiative)] == ["Dewi", "Chris", "Bilal"]
    concern = queries.concern_of(a_person("Bilal"), initiative)
    assert concern is not None
    assert concern.text == "Bilal"


@pytest.mark.parametrize("state", list(TextState))
def test_a_text_that_is_not_public_is_read_by_its_writer_and_the_team(state: TextState) -> None:
    initiative = an_initiative()
    update = an_update(initiative, state=state)
    question = a_question(initiative, state=state)
    is_public, is_gone = state == TextState.PUBLISHED, state == TextState.WITHDRAWN

    def reads(name: str, *, all_texts: bool = False) -> tuple[bool, bool]:
        actor = a_person(name) if name else Visitor()
        news = queries.updates_of(initiative, actor, all_texts=all_texts)
        questions = queries.newest_questions(initiative, actor, all_texts=all_texts)
        return update in news, question in questions

    assert reads("") == (is_public, is_public)
    assert reads("Chris") == (is_public, is_public)
    assert reads("Bilal") == (is_public, not is_gone)
    assert reads("Anna") == (not is_gone, is_public)
    assert reads("Anna", all_texts=True) == (not is_gone, not is_gone)


def test_answers_that_wait_are_not_shown_to_others() -> None:
    initiative = an_initiative()
    question = a_question(initiative)
    an_answer(question, state=TextState.WAITING)
    public = an_answer(question)
    db.session.expire_all()

    read = queries.newest_questions(initiative, Visitor(), all_texts=False)

    assert read[0].answers == [public]


def test_one_question_more_than_a_page_is_read() -> None:
    initiative = an_initiative()
    for number in range(13):
        a_question(initiative, text=f"Vraag {number}")

    read = queries.newest_questions(initiative, Visitor(), all_texts=False)

    assert [one.text for one in read] == [f"Vraag {number}" for number in range(12, 1, -1)]


def test_only_public_questions_of_this_plan_are_found() -> None:
    question = a_question(an_initiative())
    waiting = a_question(question.initiative, state=TextState.WAITING)

    assert queries.found_question(question.initiative, question.id) is question
    for plan, number in ((an_initiative(), question.id), (question.initiative, waiting.id)):
        with pytest.raises(NotFound):
            queries.found_question(plan, number)


def test_a_text_is_ones_own_or_does_not_exist() -> None:
    question = a_question(an_initiative())

    assert queries.own_text(Question, question.id, a_person("Bilal")) is question
    for person, number in ((a_person(), question.id), (a_person("Bilal"), 999)):
        with pytest.raises(NotFound):
            queries.own_text(Question, number, person)
