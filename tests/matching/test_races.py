"""Two clicks at the same moment ask a team once."""

from collections.abc import Callable

from flask import Flask

from app.accounts.models import User
from app.core.db import db
from app.matching import service
from app.matching.models import Invitation
from app.notifications.models import Message
from app.support.models import SupportRequest
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.matching import a_professional, a_request, a_team, an_offer
from factories.races import at_once


def asking(request: SupportRequest, supply: str, by: User) -> Callable[[], object]:
    request_id, person_id = request.id, by.id
    return lambda: service.invite(
        db.session.get_one(SupportRequest, request_id),
        supply,
        by=db.session.get_one(User, person_id),
    )


def test_clicks_at_the_same_moment_ask_once_and_send_one_message(app: Flask) -> None:
    coordinators = [a_coordinator(a_town().north, name) for name in ("Carla", "Cor", "Cas")]
    team, request = a_team("Wijkteam Noord"), a_request()
    supply = f"offer:{an_offer(team).id}"
    a_professional(team.organisation, a_town().north)

    outcomes = at_once(app, [asking(request, supply, by=one) for one in coordinators])

    assert outcomes == ["done", "done", "done"]
    assert db.session.query(Invitation).count() == 1
    assert db.session.query(Message).count() == 1
