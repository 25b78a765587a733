"""The list narrowed by day and by who looks after it; numbers say what the list shows."""

import pytest

from app.core.db import db
from app.support import queries
from app.support.lifecycle import RequestState
from app.support.models import SupportKind
from app.support.queries import Due, OpenFilter, Whose
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.support import a_request, team_hours


@pytest.mark.parametrize(
    ("only", "shown"),
    [
        (OpenFilter(), [-1, 0, 7, 8]),
        (OpenFilter(due=Due.LATE), [-1]),
        (OpenFilter(due=Due.SOON), [0, 7]),
        (OpenFilter(due=Due.LATER), [8]),
        (OpenFilter(whose=Whose.NOBODY), [0]),
        (OpenFilter(whose=Whose.MINE), [-1]),
        (OpenFilter(whose=Whose.OTHERS), [7, 8]),
        (OpenFilter(kind=SupportKind.TEAM_HOURS), [8]),
        (OpenFilter(state=RequestState.IN_ASSESSMENT, whose=Whose.OTHERS), [7]),
        (OpenFilter(district_id=0), []),
    ],
)
def test_the_list_shows_what_fits_and_the_number_says_how_many(
    only: OpenFilter, shown: list[int]
) -> None:
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    days = {
        a_request(an_initiative(title=str(day)), days_until_due=day, **given).id: day
        for day, given in {
            -1: {"coordinator": carla},
            0: {},
            7: {"coordinator": cor, "state": RequestState.IN_ASSESSMENT},
            8: {"coordinator": cor, "needs": [team_hours()]},
        }.items()
    }
    a_request(state=RequestState.GRANTED, coordinator=carla)

    found = db.session.scalars(queries.open_requests(carla, only)).all()

    assert [days[one.id] for one in found] == shown
    assert list(queries.numbers_of(carla, [only, OpenFilter()])) == [len(shown), 4]


def test_numbers_are_of_the_own_areas() -> None:
    a_request()

    elsewhere = a_coordinator(a_town().south, "Zoë")

    assert list(queries.numbers_of(elsewhere, [OpenFilter()])) == [0]
