"""Items and sections count themselves."""

from datetime import timedelta

import pytest

from app.core import clock
from app.desk.items import FEW, Item, Link, Section


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_an_item_is_late_from_the_day_after_it_was_due(days: int, late: bool) -> None:
    assert (
        Item(title="Vraag", due=clock.today() + timedelta(days=days)).is_late(clock.today()) is late
    )


def test_an_item_without_a_day_is_never_late() -> None:
    assert Item(title="Vraag").is_late(clock.today()) is False


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        (Section(code="a", title="A", items=()), False),
        (Section(code="a", title="A", items=(), empty="Niets."), True),
        (Section(code="a", title="A", items=(), links=(Link("Verder", "/"),)), True),
        (Section(code="a", title="A", items=(Item(title="Een"),)), True),
    ],
)
def test_a_section_is_shown_when_it_has_something_to_say(section: Section, shown: bool) -> None:
    assert section.is_shown is shown


def test_a_section_counts_what_waits_not_what_it_shows() -> None:
    section = Section(code="a", title="A", items=(Item(title="1", waits=True), Item(title="2")))

    assert (section.waiting, section.number, section.has_more) == (1, "1", False)


def test_a_long_section_shows_ten_and_says_that_there_is_more() -> None:
    section = Section(code="a", title="A", items=(Item(title="x", waits=True),) * 11)

    assert (len(section.first), section.has_more, section.number) == (10, True, "10+")


def test_a_queue_shows_only_the_first_few() -> None:
    section = Section(code="a", title="A", items=(Item(title="x", waits=True),) * 6, most=FEW)

    assert (len(section.first), section.has_more, section.number) == (5, True, "5+")
