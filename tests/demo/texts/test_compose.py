import re
from collections import Counter

import pytest

from app.core.personal_data import findings, health_words
from app.demo.geography.city import City
from app.demo.texts.compose import Composer
from app.demo.texts.idea import Idea
from demo.texts.reading import BANNED, all_texts, sentence_length

LONGEST = {"title": 80, "summary": 300, "place": 200, "for_whom": 300, "with_whom": 300}


@pytest.fixture(scope="module")
def ideas(city: City) -> list[Idea]:
    composer = Composer(city, seed=5)
    return [composer.idea(number) for number in range(2_000)]


def test_the_same_seed_tells_the_same_and_another_seed_something_else(city: City) -> None:
    once, again, other = Composer(city, 5), Composer(city, 5), Composer(city, 6)
    again.idea(3)

    assert once.idea(70) == again.idea(70)
    assert once.idea(70) != other.idea(70)


def test_no_slot_or_choice_is_left_over(ideas: list[Idea]) -> None:
    odd = [text for idea in ideas for text in all_texts(idea) if re.search(r"[{}\[\]|]", text)]

    assert odd == []


def test_no_text_stumbles(ideas: list[Idea]) -> None:
    stumble = re.compile(r"  |^\s|\s$| [.,!?]|\b(in|aan|van|op|de|het|met) \1\b|\. [a-zé]")
    odd = {text for idea in ideas for text in all_texts(idea) if stumble.search(text)}

    assert odd == set()


def test_every_text_starts_with_a_capital(ideas: list[Idea]) -> None:
    odd = {text for idea in ideas for text in all_texts(idea) if not re.match(r"[A-ZÉ\d]", text)}

    assert odd == set()


def test_texts_fit_the_fields_of_the_portal(ideas: list[Idea]) -> None:
    for idea in ideas:
        for field, longest in LONGEST.items():
            assert len(getattr(idea, field)) <= longest, (field, idea.number)
        assert max(len(news.title) for news in idea.news) <= 80
        assert max(len(task.title) for task in idea.tasks) <= 80
        assert sum(len(need.text) for need in idea.needs) <= 900


def test_a_plan_has_two_to_four_paragraphs(ideas: list[Idea]) -> None:
    assert {len(idea.plan) for idea in ideas} == {2, 3, 4}


def test_sentences_are_short(ideas: list[Idea]) -> None:
    assert sentence_length(text for idea in ideas for text in all_texts(idea)) < 10
    for idea in ideas[:64]:
        assert sentence_length([idea.summary, *idea.plan]) <= 15, idea.kernel


def test_no_jargon(ideas: list[Idea]) -> None:
    assert {text for idea in ideas for text in all_texts(idea) if BANNED.search(text)} == set()


def test_no_personal_data_and_nothing_about_the_health_of_people(ideas: list[Idea]) -> None:
    texts = {text for idea in ideas[:320] for text in all_texts(idea)}

    assert {text for text in texts if findings(text)} == set()
    assert {text: health_words(text) for text in texts if health_words(text)} == {}


def test_ideas_do_not_look_like_copies(ideas: list[Idea]) -> None:
    told = {(idea.title, idea.summary, idea.plan) for idea in ideas}

    assert len(told) == 2_000
    assert len({(idea.kernel, idea.street) for idea in ideas}) == 2_000


def test_the_first_ideas_are_all_different_and_spread_over_the_town(
    ideas: list[Idea], city: City
) -> None:
    assert len({idea.kernel for idea in ideas[:64]}) == 64
    assert {idea.district_code for idea in ideas[:64]} == {part.code for part in city.districts}
    inhabited = {part.code for part in city.neighbourhoods if part.inhabitants}
    assert {idea.neighbourhood_code for idea in ideas} == inhabited
    assert max(Counter(idea.neighbourhood_code for idea in ideas).values()) < 200


def test_a_plan_that_comes_back_to_a_street_is_of_another_year(city: City) -> None:
    composer = Composer(city, 5)
    streets = sum(len(part.streets) for part in city.neighbourhoods if part.inhabitants)

    first, second = composer.idea(9), composer.idea(9 + 64 * streets)

    assert (first.kernel, first.street) == (second.kernel, second.street)
    assert second.title.endswith(" (jaar 2)")


def test_the_slots_speak_about_the_same_place(city: City) -> None:
    composer = Composer(city, 5)

    assert composer.slots(12)["street"] == composer.idea(12).street
