"""Finding photos, and what a request for a file has to know."""

import pytest

from app.core.errors import NotFound
from app.initiatives import queries
from app.initiatives.lifecycle import State, TextState
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.photos import a_photo


def test_photos_of_a_plan_come_in_the_order_in_which_they_were_added() -> None:
    initiative, other = an_initiative(), an_initiative(title="Een ander plan")
    photos = [a_photo(initiative, colour=colour) for colour in ("navy", "teal")]
    a_photo(other)

    assert queries.photos_of(initiative) == photos


def test_a_photo_of_another_plan_is_not_found() -> None:
    initiative, other = an_initiative(), an_initiative(title="Een ander plan")
    photo = a_photo(initiative)

    assert queries.found_photo(initiative, photo.id) is photo
    for plan, number in ((other, photo.id), (initiative, photo.id + 1)):
        with pytest.raises(NotFound):
            queries.found_photo(plan, number)


@pytest.mark.parametrize(
    ("state", "hidden", "photo_state", "is_public"),
    [
        (State.RUNNING, False, TextState.PUBLISHED, True),
        (State.RUNNING, True, TextState.PUBLISHED, False),
        (State.ARCHIVED, False, TextState.PUBLISHED, False),
        (State.SUBMITTED, False, TextState.WAITING, False),
        *((State.RUNNING, False, one, False) for one in TextState if one != TextState.PUBLISHED),
    ],
)
def test_a_file_is_public_when_both_the_plan_and_the_photo_are(
    state: State, hidden: bool, photo_state: TextState, is_public: bool
) -> None:
    initiative = an_initiative(state=state, hidden=hidden)
    photo = a_photo(initiative, state=photo_state)

    known = queries.file_of_photo(photo.id)

    assert known == (initiative.id, photo.name, 800, is_public)
    assert queries.file_of_photo(photo.id + 1) is None
    assert statements(lambda: queries.file_of_photo(1)) == 1
