"""The queue, narrowed: what is left, how many each choice has, and what lies beside a text."""

from datetime import timedelta

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Theme
from app.moderation import narrowing, queries, service
from app.moderation.models import Review
from app.moderation.narrowing import QueueFilter, Wait
from app.moderation.subjects import KINDS
from factories.accounts import a_moderator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative, an_update


def waiting(
    title: str,
    *,
    theme: Theme = Theme.SURROUNDINGS,
    in_the_south: bool = False,
    promised_in: int = 2,
    is_news: bool = False,
) -> Review:
    """Return a plan, or news about one, that waits for a moderator."""
    place = a_town().park if in_the_south else a_town().mill
    state = State.RUNNING if is_news else State.SUBMITTED
    plan = an_initiative(state=state, title=title, themes=(theme,), neighbourhood=place)
    review = service.receive(
        an_update(plan, state=TextState.WAITING) if is_news else plan,
        title=title,
        text="Een mooi plan.",
        author=plan.owner or a_person(),
        district_id=plan.district_id,
    )
    review.promised_on = clock.today() + timedelta(days=promised_in)
    db.session.flush()
    return review


def titles(only: QueueFilter, actor: User | None = None) -> list[str]:
    query = narrowing.narrowed(actor or a_moderator(), only)
    return [review.title for review in db.session.scalars(query)]


@pytest.fixture
def four() -> list[Review]:
    """Return four texts, in the order of the queue."""
    return [
        waiting("Tuin", promised_in=-1),
        waiting("Nieuws over de tuin", is_news=True),
        waiting("Taalcafé", theme=Theme.EDUCATION, in_the_south=True, promised_in=0),
        waiting("Nieuws uit het zuiden", in_the_south=True, is_news=True, promised_in=-1),
    ]


def test_each_choice_narrows_and_together_they_narrow_more(four: list[Review]) -> None:
    south = a_town().south.id

    assert titles(QueueFilter()) == [review.title for review in four]
    assert titles(QueueFilter(district_id=south)) == ["Taalcafé", "Nieuws uit het zuiden"]
    assert titles(QueueFilter(kind="initiatives")) == ["Tuin", "Taalcafé"]
    assert titles(QueueFilter(wait=Wait.LATE)) == ["Tuin", "Nieuws uit het zuiden"]
    assert titles(QueueFilter(wait=Wait.TODAY)) == ["Taalcafé"]
    assert titles(QueueFilter(wait=Wait.LATER)) == ["Nieuws over de tuin"]
    assert titles(QueueFilter(district_id=south, kind="initiatives", wait=Wait.LATE)) == []


def test_a_theme_is_that_of_the_plan_that_a_text_is_about(four: list[Review]) -> None:
    assert titles(QueueFilter(theme=Theme.EDUCATION)) == ["Taalcafé"]
    assert titles(QueueFilter(theme=Theme.SURROUNDINGS)) == [
        "Tuin",
        "Nieuws over de tuin",
        "Nieuws uit het zuiden",
    ]


def test_the_theme_of_every_kind_of_text_is_known() -> None:
    assert narrowing.WITH_PLANS.keys() == KINDS.keys()


def test_a_moderator_of_one_district_never_sees_another(four: list[Review]) -> None:
    noor = a_person("Noor", role=Role.MODERATOR, area=a_town().north)

    assert titles(QueueFilter(), noor) == ["Tuin", "Nieuws over de tuin"]
    assert titles(QueueFilter(district_id=a_town().south.id), noor) == []


def test_a_choice_says_how_many_texts_are_left_after_it(four: list[Review]) -> None:
    south, found = a_town().south.id, narrowing.groups(a_moderator(), None)

    assert narrowing.count(found, QueueFilter()) == 4
    assert narrowing.count(found, QueueFilter(), wait=Wait.LATE) == 2
    assert narrowing.count(found, QueueFilter(district_id=south), wait=Wait.LATE) == 1
    assert narrowing.count(found, QueueFilter(kind="updates"), district_id=south) == 1
    about_language = narrowing.groups(a_moderator(), Theme.EDUCATION)
    assert narrowing.count(about_language, QueueFilter(theme=Theme.EDUCATION)) == 1


def test_counting_takes_one_statement_however_many_wait(four: list[Review]) -> None:
    mo = a_moderator()
    few = statements(lambda: narrowing.groups(mo, None))
    for _ in range(30):
        waiting("Nog een tuin")

    # two are about who asks, and where that person moderates
    assert (few, statements(lambda: narrowing.groups(mo, None))) == (3, 3)


def test_beside_a_text_lie_those_of_the_narrowed_queue(four: list[Review]) -> None:
    tuin, news, cafe, southern = four
    mo = a_moderator()

    def beside(review: Review, only: QueueFilter) -> tuple[int | None, int | None]:
        return queries.beside(narrowing.narrowed(mo, only), review)

    assert beside(tuin, QueueFilter()) == (None, news.id)
    assert beside(cafe, QueueFilter()) == (news.id, southern.id)
    assert beside(southern, QueueFilter(wait=Wait.LATE)) == (tuin.id, None)


def test_beside_a_text_that_was_judged_lie_those_that_still_wait(four: list[Review]) -> None:
    mo = a_moderator()
    service.publish(four[1], by=mo)

    assert queries.beside(narrowing.narrowed(mo, QueueFilter()), four[1]) == (
        four[0].id,
        four[2].id,
    )


def test_texts_of_the_same_moment_have_an_order(four: list[Review]) -> None:
    for review in four:
        review.submitted_at = four[0].submitted_at
    db.session.flush()

    queue = narrowing.narrowed(a_moderator(), QueueFilter())
    assert queries.beside(queue, four[1]) == (four[0].id, four[2].id)
