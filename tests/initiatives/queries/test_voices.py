"""Reading what people say: what is public, one's own, and what only the team sees."""

import pytest

from app.core.db import db
from app.core.errors import NotFound
from app.initiatives import queries, service
from app.initiatives.lifecycle import TextState
from app.initiatives.queries.voices import Stance, Worries
from app.initiatives.voices import ConcernTopic, Endorsement, Question
from factories.accounts import a_person
from factories.areas import a_town
from factories.initiatives import a_question, an_initiative


def test_a_reader_is_told_what_they_said_before() -> None:
    initiative = an_initiative()
    service.endorse(initiative, by=a_person("Bilal"))
    service.raise_concern(initiative, ConcernTopic.NOISE, "Muziek?", by=a_person("Chris"))

    def stance(name: str) -> Stance:
        return queries.stance_of(a_person(name), initiative)

    assert stance("Bilal") == Stance(endorses=True, worries=False)
    assert stance("Chris") == Stance(endorses=False, worries=True)
    assert stance("Dirk") == Stance(endorses=False, worries=False)


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
