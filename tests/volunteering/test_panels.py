"""What this room adds to the page of an initiative."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app.accounts.models import Visitor
from app.initiatives.lifecycle import State, TextState
from app.initiatives.signals import panels
from app.volunteering.panels import panel
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, an_active_initiative


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def test_a_visitor_sees_the_open_tasks_and_no_button() -> None:
    shift = a_shift()
    a_task(shift.task.initiative, title="Nog niet gelezen", state=TextState.WAITING)

    made = panel(shift.task.initiative, actor=Visitor())

    assert made is not None
    assert made.order == 10
    assert f'href="/doe-mee/{shift.task_id}"' in made.html
    assert "Er is nog plek" in made.html
    assert "Nog niet gelezen" not in made.html
    assert "Maak een klus" not in made.html


def test_organisers_see_what_waits_for_a_look_and_can_make_a_task() -> None:
    initiative = an_active_initiative()
    a_task(initiative, title="Nog niet gelezen", state=TextState.WAITING)

    made = panel(initiative, actor=a_person("Anna"))

    assert made is not None
    assert "Nog niet gelezen" in made.html
    assert f'href="/initiatieven/{initiative.id}/klussen/nieuw"' in made.html


def test_organisers_of_an_initiative_that_ended_make_no_tasks() -> None:
    made = panel(an_active_initiative(state=State.COMPLETED), actor=a_person("Anna"))

    assert made is not None
    assert "Maak een klus" not in made.html


def test_without_tasks_there_is_nothing_to_see_for_others() -> None:
    assert panel(an_active_initiative(), actor=a_person("Bilal")) is None


def test_who_can_help_gets_a_button_to_the_only_task_or_to_the_list() -> None:
    shift = a_shift()
    initiative = shift.task.initiative

    for reader in (Visitor(), a_person("Bilal")):
        made = panel(initiative, actor=reader)
        assert made is not None
        assert f'href="/doe-mee/{shift.task_id}"' in made.action
        assert "Doe mee" in made.action
        assert shift.task.title in made.action

    a_shift(a_task(initiative, title="Koffie schenken"))
    made = panel(initiative, actor=Visitor())
    assert made is not None
    assert 'href="#klussen"' in made.action
    assert 'id="klussen"' in made.html


def test_organisers_are_not_asked_to_join_their_own_plan() -> None:
    made = panel(a_shift().task.initiative, actor=a_person("Anna"))

    assert made is not None
    assert (made.action, made.next_step) == ("", "")


def test_organisers_without_any_task_are_told_to_make_one_and_nothing_else() -> None:
    initiative = an_active_initiative()

    made = panel(initiative, actor=a_person("Anna"))

    assert made is not None
    assert f'href="/initiatieven/{initiative.id}/klussen/nieuw"' in made.next_step
    assert (made.html, made.action) == ("", "")


def test_titles_are_escaped() -> None:
    shift = a_shift(a_task(title="<script>alert(1)</script>"))

    made = panel(shift.task.initiative, actor=Visitor())

    assert made is not None
    assert "<script>" not in made.html


def test_it_is_on_the_page_of_the_initiative() -> None:
    shift = a_shift()

    orders = [one.order for one in panels(shift.task.initiative, actor=Visitor())]

    assert 10 in orders
