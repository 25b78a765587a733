"""The list of plans, as cards: what is in it, in which order, and what it costs."""

from datetime import UTC, datetime

import pytest

from app.core.db import db
from app.core.errors import NotFound
from app.core.inquiries import answer
from app.initiatives.lifecycle import PUBLIC, State, TextState
from app.initiatives.models import NeedKind, Theme
from app.initiatives.queries.cards import Card, card_page
from app.initiatives.queries.newest import newest_cards
from app.initiatives.service import findable
from factories.areas import a_town
from factories.counting import counted
from factories.initiatives import an_initiative
from factories.photos import a_photo


def titles(**filters: object) -> list[str]:
    return [card.title for card in card_page(**filters).rows]  # type: ignore[arg-type]  # each test gives one of the right kind


def test_a_card_holds_what_the_list_shows() -> None:
    town = a_town()
    initiative = an_initiative(state=State.RUNNING, themes=(Theme.SAFETY, Theme.LIVING))
    initiative.needs = ["money", "volunteers"]

    assert card_page().rows == [
        Card(
            initiative.id,
            "Geveltuintjes",
            "We maken samen tuintjes langs de gevels.",
            State.RUNNING,
            town.mill.id,
            town.north.id,
            Theme.LIVING,
            photo=None,
            needs=(NeedKind.VOLUNTEERS, NeedKind.MONEY),
        )
    ]


@pytest.mark.parametrize(
    ("state", "needs", "words"),
    [
        (State.RUNNING, [], ""),
        (State.RUNNING, ["money"], "Nodig: geld"),
        (State.RUNNING, ["money", "volunteers"], "Nodig: helpers en geld"),
        (
            State.PAUSED,
            ["coaching", "space", "money", "volunteers"],
            "Nodig: helpers, geld, een plek en meer",
        ),
        (State.COMPLETED, ["money"], ""),
        (State.STOPPED, ["money"], ""),
    ],
)
def test_a_card_tells_what_a_plan_still_needs(state: State, needs: list[str], words: str) -> None:
    an_initiative(state=state).needs = needs

    assert [card.asked for card in card_page().rows] == [words]


def test_a_plan_without_a_theme_has_none() -> None:
    an_initiative(themes=())

    assert card_page().rows[0].theme is None


def test_everybody_reads_public_plans_newest_first() -> None:
    for state in State:
        an_initiative(title=state.value, state=state, days_old=list(State).index(state))
    an_initiative(title="verborgen", hidden=True)

    assert titles() == [state.value for state in State if state in PUBLIC]


def test_the_newest_of_one_moment_is_the_one_with_the_highest_number() -> None:
    first, second = an_initiative(title="een"), an_initiative(title="twee")
    second.published_at = first.published_at
    db.session.flush()

    assert titles() == ["twee", "een"]


def test_the_list_is_narrowed_by_place_theme_and_status() -> None:
    town = a_town()
    an_initiative(title="molen", themes=(Theme.LIVING, Theme.SAFETY))
    an_initiative(title="haven", neighbourhood=town.harbour, state=State.RUNNING)
    an_initiative(title="park", neighbourhood=town.park, themes=())

    assert sorted(titles(district_id=town.north.id)) == ["haven", "molen"]
    assert titles(neighbourhood_id=town.harbour.id) == ["haven"]
    assert titles(theme=Theme.SAFETY) == ["molen"]
    assert titles(state=State.RUNNING) == ["haven"]
    assert titles(district_id=town.south.id, theme=Theme.SAFETY) == []


def test_words_find_plans_together_with_the_other_filters() -> None:
    town = a_town()
    for title, place in (("Tuin bij de molen", town.mill), ("Tuin in het park", town.park)):
        findable.put(an_initiative(title=title, neighbourhood=place))

    assert titles(words="tuin") == ["Tuin in het park", "Tuin bij de molen"]
    assert titles(words="tuinen parkbuurt") == ["Tuin in het park"]
    assert titles(words="tuin", district_id=town.north.id) == ["Tuin bij de molen"]
    assert titles(words="tuin", theme=Theme.WORK) == titles(words="tuin", state=State.PAUSED) == []
    assert titles(words="zwembad") == []
    assert len(titles(words="  ")) == len(titles(words="...")) == 2


@pytest.mark.parametrize("words", ["", "plan"])
def test_pages_go_on_and_back_without_gaps_or_doubles(words: str) -> None:
    moment = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for number in range(23):
        plan = an_initiative(title=f"Plan {number}")
        plan.published_at = moment  # only the number tells them apart
        findable.put(plan)
    db.session.flush()
    whole = titles(words=words, size=100)

    pages = [card_page(words=words, size=5)]
    while pages[-1].next:
        pages.append(card_page(words=words, size=5, bookmark=pages[-1].next))
    assert [card.title for page in pages for card in page.rows] == whole
    assert [len(page.rows) for page in pages] == [5, 5, 5, 5, 3]
    assert pages[0].previous is None

    back = [pages[-1]]
    while back[-1].previous:
        back.append(card_page(words=words, size=5, bookmark=back[-1].previous))
    assert [page.rows for page in reversed(back)][1:] == [page.rows for page in pages][1:]
    assert back[-1].next is not None


def test_a_new_plan_does_not_shift_a_page() -> None:
    for number in range(6):
        an_initiative(title=f"Plan {number}", days_old=6 - number)
    first = card_page(size=3)
    an_initiative(title="Nieuw")

    second = card_page(size=3, bookmark=first.next)

    assert [card.title for card in second.rows] == ["Plan 2", "Plan 1", "Plan 0"]


@pytest.mark.parametrize(
    "bookmark",
    [
        "x",
        "-1",
        "v",
        "v-1",
        "v-1-2-3",
        "v-x-1",
        "t-" + "9" * 18 + "-1",
        "v-" + "9" * 30 + "-1",
        "v-1-1\n",
    ],
)
def test_a_bookmark_that_we_did_not_make_does_not_exist(bookmark: str) -> None:
    with pytest.raises(NotFound):
        card_page(bookmark=bookmark)


def test_a_bookmark_of_the_list_is_none_of_a_search() -> None:
    with pytest.raises(NotFound):
        card_page(words="plan", bookmark="v-1-1")


def test_a_page_is_one_statement_for_one_plan_and_for_twenty() -> None:
    def statements() -> int:
        with counted() as run:
            card_page()
        return len(run)

    an_initiative()
    few = statements()
    for _ in range(24):
        an_initiative()

    assert (few, statements()) == (1, 1)


def test_a_card_has_the_first_photo_that_everybody_may_see() -> None:
    initiative = an_initiative()
    assert card_page().rows[0].photo is None
    a_photo(initiative, state=TextState.WAITING)
    first = a_photo(initiative, colour="navy")
    a_photo(initiative, colour="teal")

    assert card_page().rows[0].photo == first.id
    assert answer(newest_cards(limit=1))[0].photo == first.id
