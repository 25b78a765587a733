"""Figures in words: small numbers of people are not told, and the drawing can be heard."""

import pytest

from app.ui.charts import FEW, Column, Figures, Row, Value, few, in_words, told, words

EUROS, NUMBER = Column("Bedrag", is_money=True), Column("Mensen")


def figures(*rows: tuple[str, Value]) -> Figures:
    """Return a table of one column."""
    return Figures(
        code="a",
        title="Aantal",
        meaning="",
        heading="Wijk",
        columns=(NUMBER,),
        rows=tuple(Row(label, (value,)) for label, value in rows),
    )


@pytest.mark.parametrize(
    ("value", "column", "said"),
    [
        (0, NUMBER, "0"),
        (1234567, NUMBER, "1.234.567"),
        (1.5, NUMBER, "1,5"),
        (185000, EUROS, "€\xa01.850"),
        (FEW, NUMBER, "minder dan 5"),
        (None, NUMBER, "–"),
    ],
)
def test_a_value_is_written_as_the_dutch_do(value: Value, column: Column, said: str) -> None:
    assert words(value, column) == said


def test_nobody_is_nobody_but_four_people_are_few() -> None:
    assert [few(number) for number in (0, 1, 4, 5)] == [0, FEW, FEW, 5]


def test_a_row_of_the_table_begins_with_its_label() -> None:
    assert in_words(figures(("Noord", 12), ("Zuid", FEW))) == [
        ["Noord", "12"],
        ["Zuid", "minder dan 5"],
    ]


@pytest.mark.parametrize(
    ("rows", "heard"),
    [
        (
            [("Noord", 12), ("Zuid", 7), ("West", FEW)],
            "Mensen: het meest is 12 (Noord), het minst is 7 (Zuid).",
        ),
        ([("Noord", 7), ("Zuid", 7)], "Mensen: overal 7."),
        ([("Noord", 7), ("Zuid", None)], "Mensen: 7 (Noord)."),
        ([("Noord", FEW)], "Mensen: geen cijfers."),
        ([], "Mensen: geen cijfers."),
    ],
)
def test_who_does_not_see_the_drawing_hears_the_most_and_the_least(
    rows: list[tuple[str, Value]], heard: str
) -> None:
    assert told(figures(*rows)) == heard


@pytest.mark.parametrize(
    ("rows", "empty"),
    [
        ([], True),
        ([("Noord", 0), ("Zuid", None)], True),
        ([("Noord", FEW)], False),
        ([("Noord", 1)], False),
    ],
)
def test_figures_without_anything_but_zero_are_empty(
    rows: list[tuple[str, Value]], empty: bool
) -> None:
    assert figures(*rows).is_empty is empty
