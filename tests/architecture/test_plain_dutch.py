"""Residents understand every text at once: short sentences, and no words of an office (B1)."""

import pytest
from babel.messages.catalog import Catalog

from architecture.plain_dutch import (
    LONGEST,
    MEAN,
    Text,
    mean_length,
    office_words,
    office_words_in,
    texts_of,
    too_long,
    words_of_law,
)
from architecture.sources import ROOT

HERE = frozenset({"app/pages/templates/home.html"})


def test_sentences_are_short_on_average(texts: Catalog) -> None:
    assert mean_length(texts_of(texts)) <= MEAN


def test_no_sentence_is_too_long_to_follow(texts: Catalog) -> None:
    wrong = [sentence for text in texts_of(texts) for sentence in too_long(text)]

    assert wrong == []


def test_no_text_uses_the_words_of_an_office(texts: Catalog) -> None:
    wrong = [word for text in texts_of(texts) for word in office_words_in(text)]

    assert wrong == []


def test_every_word_that_the_law_wants_is_still_there_and_has_its_reason(texts: Catalog) -> None:
    shown = list(texts_of(texts))
    for (word, file), reason in words_of_law().items():
        there = [text.words for text in shown if file in text.files]

        assert word in office_words(), word
        assert (ROOT / file).exists(), file
        assert reason.startswith(("Awb ", "AVG ")), reason
        assert any(word.rstrip("*") in words for words in there), f"{word} is gone from {file}"


def test_the_better_words_are_no_office_words_themselves() -> None:
    wrong = [found for better in office_words().values() for found in said_in(better)]

    assert (wrong, len(office_words()) >= 60) == ([], True)


def test_a_failure_names_the_text_the_rule_and_the_better_word() -> None:
    assert said_in("Wij helpen u middels een brief.") == [
        '"Wij helpen u middels een brief." (app/pages/templates/home.html)'
        ' says "middels": say "met"'
    ]
    assert too_long(a_text("een " * 26 + "!"))[0].endswith("has 26 words, at most 25: make it two")


@pytest.mark.parametrize("said", ["Het Initiatievenfonds", "dient\nte", "ONTVANKELIJKE", "tevens,"])
def test_an_office_word_is_seen_in_any_form(said: str) -> None:
    assert len(said_in(said)) == 1


@pytest.mark.parametrize("said", ["steeds", "bijvoorbeeld", "conformeren", "inclusiefje", ""])
def test_another_word_with_the_same_letters_is_left_alone(said: str) -> None:
    assert said_in(said) == []


def test_the_law_makes_room_for_a_word_in_its_own_file_only() -> None:
    letter, both = frozenset({"app/support/letters/decided.py"}), {"app/support/letters.py", *HERE}

    assert office_words_in(Text("Je kunt bezwaar maken.", letter)) == []
    assert len(office_words_in(Text("Je kunt bezwaar maken.", frozenset(both)))) == 1


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Kom je ook? Graag!", ["Kom je ook?", "Graag!"]),
        ("Het is %(day)s om 9.30 uur.", ["Het is Iets om 9.30 uur."]),
        ("Lees ‘Wat nu?’ eerst.\nEn dan dit", ["Lees ‘Wat nu?’ eerst.", "En dan dit"]),
        ("Geld: altijd handig", ["Geld: altijd handig"]),
    ],
)
def test_a_text_is_read_sentence_by_sentence(words: str, sentences: list[str]) -> None:
    assert a_text(words).sentences == sentences


def test_labels_do_not_make_the_mean_look_better() -> None:
    assert mean_length([a_text("Naam"), a_text("Dit is een hele zin.")]) == 5
    assert LONGEST > MEAN


def said_in(words: str) -> list[str]:
    return office_words_in(a_text(words))


def a_text(words: str) -> Text:
    return Text(words, HERE)
