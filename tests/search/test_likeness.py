"""Texts about the same subject look alike; texts with the same everyday words do not."""

from app.search.likeness import gist, likeness, telling

GARDENS = gist("Geveltuintjes", "Smalle tuintjes langs de gevels van onze straat.")


def alike(one: str, other: str) -> float:
    return round(likeness(gist(one), gist(other)), 2)


def test_a_subject_in_both_titles_counts_most() -> None:
    in_titles = likeness(gist("Repaircafé"), gist("Het repaircafé"))
    in_one = likeness(gist("Repaircafé"), gist("", "Een repaircafé"))
    in_none = likeness(gist("", "Een repaircafé"), gist("", "Het repaircafé"))

    assert in_titles > in_one > in_none > 0


def test_another_form_of_a_word_is_the_same_word() -> None:
    assert alike("Bankje", "De banken") == alike("Bankje", "Bankje") > 0


def test_a_part_of_a_word_counts_less_and_half_of_one_least() -> None:
    whole, part = alike("Geveltuin", "Geveltuintjes"), alike("Geveltuin", "Een gevel")
    half = alike("Speeltuin", "Speelplek")

    assert whole > part > half > 0


def test_everyday_words_and_names_of_places_hardly_count() -> None:
    everyday = alike("Samen met de buurt op zaterdag", "Op zaterdag met de buurt, samen")
    places = alike("In de Molenstraat", "Molenstraat")
    named = likeness(gist("Feest op Windlust", common="Windlust"), gist("Tuin", "Windlust"))

    assert max(everyday, places, named) < 0.5


def test_nothing_looks_like_nothing() -> None:
    assert likeness(gist(""), GARDENS) == likeness(GARDENS, gist("")) == 0


def test_likeness_is_the_same_both_ways_for_one_word() -> None:
    assert alike("Geveltuin", "Gevel") == alike("Gevel", "Geveltuin")


def test_what_tells_the_subject_is_read_first() -> None:
    told = telling(gist("Samen zaaien", "We zaaien klaprozen in de buurt."))

    assert [word.written for word in told] == ["zaaien", "klaprozen"]
