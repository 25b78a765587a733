"""What follows from the columns of a task: who may read its name."""

from app.core import clock
from app.initiatives.lifecycle import TextState
from factories.volunteering import a_task


def test_a_public_task_is_called_by_its_own_name() -> None:
    assert a_task().public_title == "Zwerfvuil prikken"


def test_a_task_whose_texts_are_looked_at_is_called_after_its_initiative() -> None:
    assert a_task(state=TextState.WAITING).public_title == "Schone buurt"


def test_a_task_of_a_hidden_initiative_has_a_name_that_says_nothing() -> None:
    task = a_task()
    task.initiative.hidden_at = clock.now()

    assert task.public_title == "Een klus in de buurt"
