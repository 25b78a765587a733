"""How much there is of something, in words."""

from datetime import date

from app.matching.engine.problem import Supply
from app.matching.words.room import room


def said_of(**changes: object) -> list[str]:
    plain = {"id": "offer:1", "kinds": frozenset({"team_hours"}), "provider_id": "team:1"}
    return room(Supply(**{**plain, **changes}))  # type: ignore[arg-type]  # a factory


def test_hours_say_how_many_are_free_and_when() -> None:
    said = said_of(
        total_hours=20, free_hours=10, starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 31)
    )

    assert said == ["10 van 20 uur vrij.", "Van 1 oktober 2026 tot en met 31 december 2026."]


def test_money_says_what_is_left_and_what_is_the_most() -> None:
    said = said_of(free_cents=1_000_00, max_cents=250_00)

    assert said == ["Er is nog €\xa01.000,00.", "Hoogste bedrag: €\xa0250,00."]


def test_one_piece_and_more_pieces() -> None:
    assert [said_of(pieces=1), said_of(pieces=4)] == [["Er is 1 stuk."], ["Er zijn 4 stuks."]]


def test_an_end_without_a_beginning() -> None:
    assert said_of(ends_on=date(2026, 12, 31)) == ["Tot en met 31 december 2026."]


def test_what_is_not_counted_says_nothing() -> None:
    assert said_of() == []
