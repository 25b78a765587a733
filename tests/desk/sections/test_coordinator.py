"""What waits for those who coordinate, advise and decide."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.initiatives.lifecycle import State
from app.support.decisions import Proposal
from app.support.lifecycle import RequestState
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.desks import read
from factories.initiatives import an_initiative
from factories.matching import (
    a_request,
)

Browser = Callable[[User], FlaskClient]


def test_a_coordinator_sees_what_is_too_late_in_words(signed_in: Browser) -> None:
    coordinator = a_coordinator(a_town().north)
    late, proposed = a_request(), a_request(state=RequestState.PROPOSED)
    late.decision_due_on = clock.today() - timedelta(days=3)
    db.session.add(
        Proposal(request=proposed, author_id=coordinator.id, cents=250_00, advice="Doen.")
    )
    an_initiative(title="Nieuw plan", state=State.SUBMITTED)

    desk = read(signed_in(coordinator))

    assert list(desk) == [
        "Voorstellen om over te besluiten",
        "Vragen om hulp",
        "Nieuwe initiatieven in je wijken",
        "Bel of schrijf: bewoners zonder e-mail",
    ]
    assert f"Te laat: {date_words(late.decision_due_on)}" in desk["Vragen om hulp"][0]
    assert "Bedrag: € 250,00." in desk["Voorstellen om over te besluiten"][0]
    assert "Dan besluit een collega." in desk["Voorstellen om over te besluiten"][0]
    assert "Hierna: een moderator leest het plan." in desk["Nieuwe initiatieven in je wijken"][0]


def test_a_long_queue_shows_the_first_five_and_the_way_to_all(signed_in: Browser) -> None:
    coordinator = a_coordinator(a_town().north)
    for _number in range(6):
        proposed = a_request(state=RequestState.PROPOSED)
        db.session.add(Proposal(request=proposed, author_id=coordinator.id, advice="Doen."))
        a_request()
    db.session.flush()
    browser = signed_in(coordinator)

    desk, page = read(browser), browser.get("/mijn").text

    assert len(desk["Voorstellen om over te besluiten"]) == len(desk["Vragen om hulp"]) == 5
    assert page.count("Hier staan de eerste 5.") == 2
    assert "Vragen om hulp (5+)" in page
    all_proposals = "/ondersteuning?state=proposed"
    assert f'href="{all_proposals}"' in page
    listed = browser.get(all_proposals).text
    assert all(one.request.reference in listed for one in db.session.query(Proposal))


def test_an_adviser_waits_for_the_coordinator_first(signed_in: Browser) -> None:
    a_request()
    adviser = a_person("Vera", role=Role.DEPARTMENT_ADVISER, area=a_town().north)

    (text,) = read(signed_in(adviser))["Vragen om hulp"]

    assert "Hierna: de coördinator neemt de vraag in behandeling." in text
