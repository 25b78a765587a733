"""The list of plans: what is in it, in which order, and what it costs."""

import pytest
from sqlalchemy.exc import InvalidRequestError

from app.core.db import db
from app.core.paging import page_of
from app.initiatives import queries
from app.initiatives.lifecycle import PUBLIC, State
from app.initiatives.models import Theme
from app.initiatives.service import findable
from factories.accounts import a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from initiatives.counting import counted


def titles(**filters: object) -> list[str]:
    return [one.title for one in db.session.scalars(queries.listed(**filters))]  # type: ignore[arg-type]  # each test gives one of the right kind


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
    assert titles(words="zwembad") == []
    assert len(titles(words="  ")) == 2


def test_pages_follow_each_other_without_gaps_or_doubles() -> None:
    for number in range(45):
        an_initiative(title=f"plan {number}", days_old=number // 3)
    whole = titles()

    read, bookmark = [], None
    while True:
        page = page_of(queries.listed(), bookmark)
        read += [one.title for one in page.rows]
        if (bookmark := page.next) is None:
            break

    assert read == whole


def test_a_page_of_thirty_costs_as_many_statements_as_one_of_one() -> None:
    def statements() -> int:
        db.session.expire_all()
        with counted() as run:
            for one in page_of(queries.listed(), None, size=30).rows:
                assert len(one.themes) == 2
        return len(run)

    an_initiative(themes=(Theme.LIVING, Theme.SAFETY))
    few = statements()
    for _ in range(29):
        an_initiative(themes=(Theme.LIVING, Theme.SAFETY))

    assert (few, statements()) == (2, 2)


def test_a_card_loads_nothing_that_it_does_not_show() -> None:
    an_initiative()
    db.session.commit()
    db.session.expunge_all()
    with counted() as run:
        card = db.session.scalars(queries.listed()).one()

    assert "initiatives.plan" not in run[0]
    with pytest.raises(InvalidRequestError):
        _ = card.owner


def test_a_person_reads_what_they_run_drafts_too() -> None:
    tess = a_person("Tess")
    draft = an_initiative(tess, state=State.DRAFT)
    joined = an_initiative(team=(tess,))
    an_initiative(tess, state=State.ARCHIVED)
    an_initiative()

    assert queries.of_person(tess) == [joined, draft]
