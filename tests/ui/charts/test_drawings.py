"""Drawings: everything lies within them, zero is nothing, and what is unknown breaks a line."""

import pytest

from app.ui.charts import FEW, Column, Figures, Look, Row, Value, bars, lines
from app.ui.charts.scale import WIDTH, room_for, shortened, ticks


def figures(*values: tuple[Value, ...], label: str = "Wijk", look: Look = Look.BARS) -> Figures:
    """Return a table of as many columns as there are values in a row."""
    columns = tuple(Column(f"Kolom {number}") for number, _ in enumerate(values[0]))
    rows = tuple(Row(label, row) for row in values)
    return Figures(
        code="a", title="", meaning="", heading="", columns=columns, rows=rows, look=look
    )


@pytest.mark.parametrize(
    ("highest", "whole", "marks"),
    [
        (0, True, [0, 1]),
        (1, True, [0, 1]),
        (7, True, [0, 2, 4, 6, 8]),
        (34, True, [0, 10, 20, 30, 40]),
        (1, False, [0, 0.5, 1]),
        (4_000_000_000, True, [0, 1e9, 2e9, 3e9, 4e9]),
    ],
)
def test_an_axis_has_round_numbers_up_to_the_highest(
    highest: float, whole: bool, marks: list[float]
) -> None:
    assert ticks(highest, whole=whole) == marks


def test_the_longest_bar_leaves_room_for_the_longest_value() -> None:
    drawing = bars(figures((1_234_567_890_123,), (5,)))

    longest = drawing.rows[0].bars[0]
    assert longest.words == "1.234.567.890.123"
    assert longest.width + 6 + room_for(longest.words) == pytest.approx(WIDTH)


def test_something_small_is_seen_and_nothing_is_not() -> None:
    drawing = bars(figures((1_000_000, 1, 0), (FEW, None, -3)))

    assert [[bar.width > 0 for bar in row.bars] for row in drawing.rows] == [
        [True, True, False],
        [False, False, False],
    ]
    assert [bar.words for bar in drawing.rows[1].bars] == ["minder dan 5", "–", "-3"]


def test_bars_of_nothing_at_all_are_no_error() -> None:
    assert [bar.width for bar in bars(figures((0,))).rows[0].bars] == [0]


def test_a_long_label_is_cut_where_the_drawing_ends() -> None:
    drawing = bars(figures((3,), label="Het zeer lange budget voor alle straten van de wijk"))

    assert drawing.rows[0].label == shortened(drawing.rows[0].label, WIDTH)
    assert drawing.rows[0].label.endswith("…")


def test_rows_of_bars_lie_under_each_other_within_the_drawing() -> None:
    drawing = bars(figures((1, 2, 3), (4, 5, 6)))

    heights = [bar.y for row in drawing.rows for bar in row.bars]
    assert heights == sorted(set(heights))
    assert heights[-1] + 14 <= drawing.height


def test_a_line_is_broken_where_a_value_is_not_known() -> None:
    drawing = lines(figures((1,), (2,), (None,), (3,), look=Look.LINES))

    (line,) = drawing.lines
    assert line.path.count("M") == 1  # the last value stands alone, as a mark
    assert len(line.marks) == 3


def test_of_many_moments_only_lonely_values_get_a_mark() -> None:
    values = [(number,) for number in range(50)]
    drawing = lines(figures(*values, (None,), (3,), look=Look.LINES))

    assert len(drawing.lines[0].marks) == 1


def test_one_value_is_a_mark_with_one_label() -> None:
    drawing = lines(figures((7,), look=Look.LINES))

    assert (drawing.lines[0].path, len(drawing.lines[0].marks)) == ("", 1)
    assert [moment.anchor for moment in drawing.moments] == ["start"]


def test_lines_stay_within_the_drawing() -> None:
    drawing = lines(figures((0, 10**12), (5, 3), (7.5, 1), look=Look.LINES))

    marks = [mark for line in drawing.lines for mark in line.marks]
    assert all(drawing.left <= mark.x <= WIDTH for mark in marks)
    assert all(0 <= mark.y <= drawing.height for mark in marks)


def test_lines_without_rows_are_an_empty_plot() -> None:
    empty = Figures(code="a", title="", meaning="", heading="", columns=(Column("Dagen"),), rows=())

    assert [line.path for line in lines(empty).lines] == [""]
