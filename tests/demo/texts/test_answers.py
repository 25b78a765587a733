from random import Random

import pytest

from app.capacity.models import ResponseKind
from app.demo.geography.city import City
from app.demo.texts import answers
from app.demo.texts.compose import Composer
from app.demo.texts.grammar import Slots
from app.moderation.models import Rule
from app.support.decisions import Criterion
from demo.texts.reading import BANNED, sentence_length


@pytest.fixture(scope="module")
def slots(city: City) -> Slots:
    return Composer(city, 5).slots(3)


def test_a_moderator_names_a_house_rule_and_gives_words(slots: Slots) -> None:
    rules = {rule.value for rule in Rule}

    for step in ("request_changes", "reject"):
        said = [answers.judgement(step, Random(seed), slots) for seed in range(40)]
        assert {judgement.rule for judgement in said} <= rules
        assert len({judgement.text for judgement in said}) >= 6


@pytest.mark.parametrize("kind", list(ResponseKind))
def test_a_team_has_words_for_every_kind_of_response(kind: ResponseKind, slots: Slots) -> None:
    said = {answers.response(kind.value, Random(seed), slots) for seed in range(40)}

    assert len(said) >= 4
    assert [text for text in said if BANNED.search(text)] == []


@pytest.mark.parametrize("step", ["grant", "grant_partly", "refuse"])
def test_an_adviser_has_words_for_every_step(step: str, slots: Slots) -> None:
    said = [answers.advice(step, Random(seed), slots) for seed in range(20)]

    assert len(set(said)) >= 2
    assert sentence_length(said) <= 15


@pytest.mark.parametrize("outcome", ["granted", "partly_granted", "refused"])
def test_a_decision_gives_reasons_on_every_criterion(outcome: str, slots: Slots) -> None:
    grounds = answers.grounds(outcome, Random(1), slots)

    assert {ground.criterion for ground in grounds} == {criterion.value for criterion in Criterion}
    assert sentence_length(ground.text for ground in grounds) <= 15
