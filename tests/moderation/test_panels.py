"""The way from an initiative to hiding it, for a moderator only."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app.accounts.models import Visitor
from app.initiatives.lifecycle import State
from app.moderation import panels
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


@pytest.mark.parametrize(
    ("hidden", "words"),
    [(False, "Haal dit initiatief van de site"), (True, "Laat dit initiatief weer zien")],
)
def test_a_moderator_gets_the_way_to_hide_and_to_show_again(hidden: bool, words: str) -> None:
    initiative = an_initiative(hidden=hidden)

    panel = panels.panel(initiative, actor=a_moderator())

    assert panel is not None
    assert f'href="/moderatie/initiatieven/{initiative.id}"' in panel.html
    assert words in panel.html


def test_others_and_a_moderator_with_a_plan_of_their_own_get_nothing() -> None:
    own = an_initiative(a_moderator("Mo"))

    actors = [Visitor(), a_person("Bilal"), a_moderator("Mo")]

    assert [panels.panel(own, actor=actor) for actor in actors] == [None] * 3


def test_there_is_nothing_to_hide_before_publication() -> None:
    initiative = an_initiative(state=State.SUBMITTED)

    assert panels.panel(initiative, actor=a_moderator()) is None
