"""The short texts on the page of a plan: who reads which, in one statement each."""

import pytest

from app.accounts.models import Visitor
from app.initiatives import queries
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.queries.texts import NEWEST
from factories.accounts import a_person
from factories.counting import counted
from factories.initiatives import a_question, an_answer, an_initiative, an_update


def public(initiative: Initiative) -> queries.Told:
    return queries.told(initiative, Visitor(), all_texts=False, see_reasons=False)


@pytest.mark.parametrize("state", list(TextState))
def test_a_text_that_is_not_public_is_read_by_its_writer_and_the_team(state: TextState) -> None:
    initiative = an_initiative()
    an_update(initiative, state=state)
    a_question(initiative, state=state)
    is_public, is_gone = state == TextState.PUBLISHED, state == TextState.WITHDRAWN

    def reads(name: str, *, all_texts: bool = False) -> tuple[bool, bool, bool]:
        actor = a_person(name) if name else Visitor()
        told = queries.told(initiative, actor, all_texts=all_texts, see_reasons=False)
        page = queries.question_page(initiative, actor, None, all_texts=all_texts)
        return bool(told.news), bool(told.questions), bool(page.rows)

    assert reads("") == (is_public, is_public, is_public)
    assert reads("Chris") == (is_public, is_public, is_public)
    assert reads("Bilal") == (is_public, not is_gone, not is_gone)
    assert reads("Anna") == (not is_gone, is_public, is_public)
    assert reads("Anna", all_texts=True) == (not is_gone, not is_gone, not is_gone)


def test_news_says_who_wrote_it_and_when() -> None:
    initiative = an_initiative()
    update = an_update(initiative)

    said = public(initiative).news[0]

    assert (said.title, said.author, said.at) == (update.title, "Anna", update.created_at)


def test_answers_stand_with_their_question_and_the_ones_that_wait_are_left_out() -> None:
    initiative = an_initiative()
    first, second = a_question(initiative), a_question(initiative, text="En dit?")
    an_answer(first, state=TextState.WAITING)
    an_answer(first)
    an_answer(first, a_person("Tess"))
    an_answer(second, a_person("Tess"), state=TextState.WAITING)

    def read(name: str) -> list[tuple[str, list[str]]]:
        asked = queries.told(
            initiative, a_person(name), all_texts=False, see_reasons=False
        ).questions
        return [(one.question.text, [told.author for told in one.answers]) for one in asked]

    asked = "Mag mijn huis ook meedoen?"
    assert read("Bilal") == [("En dit?", []), (asked, ["Anna", "Tess"])]
    assert read("Tess") == [("En dit?", ["Tess"]), (asked, ["Anna", "Tess"])]
    assert read("Anna") == [("En dit?", []), (asked, ["Anna", "Anna", "Tess"])]


def test_one_question_more_than_the_page_shows_is_read() -> None:
    initiative = an_initiative()
    for number in range(13):
        a_question(initiative, text=f"Vraag {number}")

    read = public(initiative).questions

    texts = [one.question.text for one in read]
    assert texts == [f"Vraag {number}" for number in range(12, 1, -1)]
    assert len(texts) == NEWEST + 1


@pytest.mark.parametrize("name", ["", "Bilal"])
def test_all_questions_are_read_page_by_page(name: str) -> None:
    actor = a_person(name) if name else Visitor()
    initiative, other = an_initiative(), an_initiative()
    for number in range(25):
        an_answer(a_question(initiative, text=f"Vraag {number}"))
        a_question(other)

    first = queries.question_page(initiative, actor, None, all_texts=False)
    second = queries.question_page(initiative, actor, first.next, all_texts=False)
    again = queries.question_page(initiative, actor, second.previous, all_texts=False)

    texts = [one.question.text for one in [*first.rows, *second.rows]]
    assert texts == [f"Vraag {number}" for number in range(24, -1, -1)]
    assert (len(first.rows), second.next, again.rows) == (20, None, first.rows)
    assert all(len(one.answers) == 1 for one in first.rows)


def test_the_cost_does_not_grow_with_what_is_said() -> None:
    initiative = an_initiative()

    def statements() -> int:
        with counted() as run:
            public(initiative)
            queries.question_page(initiative, Visitor(), None, all_texts=False)
        return len(run)

    a_question(initiative)
    few = statements()
    for _ in range(29):
        an_answer(a_question(initiative))
        an_update(initiative)

    assert (few, statements()) == (3, 3)
