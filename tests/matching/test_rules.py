"""Who may see the list, and who may ask."""

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.matching import rules
from app.support.lifecycle import OPEN, RequestState
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.matching import a_request


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
