"""Pages by key: everything once, in order, whatever is added meanwhile."""

import pytest
from sqlalchemy import Select, select

from app.core import clock
from app.core.db import db
from app.core.errors import NotFound
from app.core.jobs import Job, later
from app.core.paging import Page, page_of


def jobs(first: int, last: int) -> None:
    for number in range(first, last + 1):
        later("test.page", number=number)
    db.session.flush()


def newest_first() -> Select[Job]:
    return select(Job).order_by(Job.id.desc())


def numbers(page: Page[Job]) -> list[int]:
    return [job.arguments["number"] for job in page.rows]


def test_the_pages_together_hold_every_row_once() -> None:
    jobs(1, 7)

    first = page_of(newest_first(), None, size=3)
    second = page_of(newest_first(), first.next, size=3)
    third = page_of(newest_first(), second.next, size=3)

    assert [numbers(page) for page in (first, second, third)] == [[7, 6, 5], [4, 3, 2], [1]]
    assert (first.previous, third.next) == (None, None)


def test_the_way_back_leads_to_the_same_page() -> None:
    jobs(1, 7)
    first = page_of(newest_first(), None, size=3)
    second = page_of(newest_first(), first.next, size=3)

    assert numbers(page_of(newest_first(), second.previous, size=3)) == [7, 6, 5]


def test_a_new_row_does_not_shift_the_next_page() -> None:
    jobs(1, 7)
    first = page_of(newest_first(), "", size=3)
    jobs(8, 9)

    assert numbers(page_of(newest_first(), first.next, size=3)) == [4, 3, 2]


def test_an_empty_list_is_one_empty_page() -> None:
    page = page_of(newest_first(), None)

    assert (list(page.rows), page.previous, page.next) == ([], None, None)


def test_rows_with_the_same_moment_are_told_apart_by_their_number() -> None:
    jobs(1, 5)
    db.session.query(Job).update({"due_at": clock.now()})
    by_moment = select(Job).order_by(Job.due_at, Job.id)
    first = page_of(by_moment, None, size=2)

    assert numbers(page_of(by_moment, first.next, size=2)) == [3, 4]


@pytest.mark.parametrize(
    "bookmark",
    [
        "x",
        ">i:",
        ">i:abc",
        ">i:1~i:2",
        "0",
        "-1",
        "999999999",
        ">i:" + "9" * 40,
        "\x00",
        "> ",
        "'; drop table jobs",
        "<" * 1000,
        ">b:1",
        ">x:1",
        "~",
    ],
)
def test_a_bookmark_that_we_did_not_make_is_a_page_that_does_not_exist(bookmark: str) -> None:
    jobs(1, 3)

    with pytest.raises(NotFound):
        page_of(newest_first(), bookmark, size=2)


@pytest.mark.parametrize("bookmark", [">", "<", ">s:1", ">dt:2026"])
def test_a_bookmark_that_could_be_ours_is_never_a_bug(bookmark: str) -> None:
    jobs(1, 3)

    try:
        found = len(page_of(newest_first(), bookmark, size=2).rows)
    except NotFound:
        found = 0

    assert found in {0, 2}
