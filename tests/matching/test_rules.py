"""Who may see the list and ask, and who works on rounds."""

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.core.db import db
from app.matching import queries, rules
from app.support.lifecycle import OPEN, RequestState
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.matching import a_request
from factories.rounds import a_round


def characters() -> dict[str, User]:
    town = a_town()
    return {
        "owner": a_person("Anna"),
        "neighbour": a_person("Bilal"),
        "coordinator here": a_coordinator(town.north),
        "coordinator elsewhere": a_coordinator(town.south, "Cor"),
        "professional here": a_person("Petra", role=Role.PROFESSIONAL, area=town.north),
        "adviser here": a_person("Ad", role=Role.DEPARTMENT_ADVISER, area=town.north),
    }


@pytest.mark.parametrize("state", [state for state in RequestState if state != RequestState.DRAFT])
def test_the_coordinator_of_the_place_sees_the_list_and_asks_while_it_is_open(
    state: RequestState,
) -> None:
    request = a_request(state=state)

    may = {
        name: (rules.see(who, request), rules.invite(who, request))
        for name, who in characters().items()
    }

    nothing = (False, False)
    assert may == {
        "owner": nothing,
        "neighbour": nothing,
        "coordinator here": (True, state in OPEN),
        "coordinator elsewhere": nothing,
        "professional here": nothing,
        "adviser here": nothing,
    }


def test_a_round_is_for_who_coordinates_its_area_and_the_list_agrees() -> None:
    town, everywhere = a_town(), a_coordinator(None, "Eva")
    people = {**characters(), "coordinator everywhere": everywhere}
    rounds = {
        "north": a_round(everywhere),
        "south": a_round(everywhere, area=town.south),
        "all": a_round(everywhere, area=town.municipality),
    }

    may = {
        name: {where for where, one in rounds.items() if rules.see_round(who, one)}
        for name, who in people.items()
    }
    listed = {
        name: set(db.session.scalars(queries.visible_rounds(who))) for name, who in people.items()
    }

    assert {name for name, seen in may.items() if seen} == {
        "coordinator here",
        "coordinator elsewhere",
        "coordinator everywhere",
    }
    assert may["coordinator here"] == {"north"}
    assert may["coordinator everywhere"] == set(rounds)
    assert listed == {name: {rounds[where] for where in seen} for name, seen in may.items()}
