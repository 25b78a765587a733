"""Amounts go in as people type them and come out as the Dutch write them."""

import pytest

from app.core.errors import Refused
from app.core.money import cents, euros, whole_euros


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("125", 12500),
        ("125,5", 12550),
        ("125,50", 12550),
        ("125.50", 12550),
        ("1.850", 185000),
        ("1.850,00", 185000),
        ("1.000.000", 100000000),
        ("€ 12,50", 1250),
        ("€\u00a012,50", 1250),
        ("12,-", 1200),
        (" 0 ", 0),
        ("0,05", 5),
    ],
)
def test_an_amount_is_read_as_it_was_meant(typed: str, amount: int) -> None:
    assert cents(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-5",
        "1e9",
        "NaN",
        "Infinity",
        "0x10",
        "12,505",
        "1.8",
        "1,850.00",
        "1.85.00",
        "tien",
        "٣",
        "12,5,5",
        "12 50",
        "1_000",
        "9" * 10,
        "$ 5",
        "+5",
        "0,001",
    ],
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        cents(typed)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (185000, "€\u00a01.850,00"),
        (0, "€\u00a00,00"),
        (5, "€\u00a00,05"),
        (-1250, "€\u00a0-12,50"),
        (123456789012, "€\u00a01.234.567.890,12"),
    ],
)
def test_an_amount_is_written_with_a_comma_and_dots(amount: int, words: str) -> None:
    assert euros(amount) == words


def test_what_we_write_can_be_typed_again() -> None:
    assert [cents(euros(amount)) for amount in range(0, 200000, 77)] == list(range(0, 200000, 77))


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "€\xa00"), (185040, "€\xa01.850"), (185050, "€\xa01.850"), (-100, "-€\xa01")],
)
def test_whole_euros_leave_the_cents_out(amount: int, words: str) -> None:
    assert whole_euros(amount) == words
