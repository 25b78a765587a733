"""What residents read about a round that was approved: the same in the mail and on the page of the request."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity import service as capacity
from app.capacity.models import CapacityReservation
from app.core import clock
from app.core.db import db
from app.matching import service
from app.matching.models import ChoiceKind, Round
from app.support.models import Expertise, Need
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.matching import a_team, an_offer
from factories.notifications import mails_to
from factories.rounds import a_round, asks, has_hours, solved, standing, tried

Browser = Callable[[User], FlaskClient]


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def approved(one: Round, *, by: User) -> None:
    service.approve(one, standing(one).id, by=by)
    db.session.commit()


def shared_out(*, by: User) -> Round:
    one = a_round(by)
    solved(one, by=by)
    approved(one, by=by)
    return one


def mailed(need: Need) -> str:
    return mails_to(need.request.author.email)[-1].text


def page_of(need: Need, browser: FlaskClient) -> str:
    return browser.get(f"/ondersteuning/{need.request_id}").text


def test_mail_and_page_give_the_same_reasons_without_points_or_other_requests(
    signed_in: Browser, carla: User
) -> None:
    has_hours(hours=10)
    served, left = asks("Wandelen", 6), asks("Koffie", 7, owner="Bilal")
    shared_out(by=carla)

    got, not_got = [
        (mailed(need), page_of(need, signed_in(need.request.author))) for need in (served, left)
    ]

    for text in got:
        assert "Waarom dit team?" in text
        assert "Weet veel van wat nodig is: eenzaamheid." in text
        assert "Koffie" not in text
    for text in not_got:
        assert "Er zijn teams die dit kunnen. Hun uren gaan naar andere vragen." in text
        assert "Met hoogstens 4 uur past de vraag in deze verdeling." in text
        assert "Wandelen" not in text
    assert "575" not in "".join([*got, *not_got])


def other_area(need: Need) -> None:
    has_hours("Wijkteam Zuid", 10, a_town().south)


def other_knowledge(need: Need) -> None:
    an_offer(a_team("Wijkteam Noord", expertise=[Expertise.YOUTH]))


def later_quarter(need: Need) -> None:
    need.ends_on = clock.today() + timedelta(days=5)
    offer = has_hours()
    offer.starts_on = clock.today() + timedelta(days=10)


@pytest.mark.parametrize(
    ("world", "sentence"),
    [
        (other_area, "Er is 1 mogelijkheid, maar niet in dit gebied."),
        (other_knowledge, "Er is 1 mogelijkheid, maar zonder de kennis die nodig is."),
        (later_quarter, "Er is 1 mogelijkheid, maar niet in deze periode."),
        (later_quarter, "Een team heeft nog genoeg uren over in "),
    ],
)
def test_the_rule_that_stopped_it_is_named_with_what_would_help(
    carla: User, world: Callable[[Need], None], sentence: str
) -> None:
    need = asks("Wandelen")
    world(need)

    shared_out(by=carla)

    assert sentence in mailed(need)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ChoiceKind.PIN, "Een coördinator koos voor dit team."),
        (ChoiceKind.VETO, "Er zijn teams die dit kunnen, maar een coördinator sloot hun uren uit."),
    ],
)
def test_a_choice_of_a_coordinator_is_told_without_its_reason(
    carla: User, kind: ChoiceKind, sentence: str
) -> None:
    offer, need = has_hours(), asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)
    service.keep(one, tried(one, need, offer, kind, by=carla).id, by=carla)

    approved(one, by=carla)

    assert sentence in mailed(need)
    assert "Zij kennen elkaar." not in mailed(need)


def test_everybody_reads_it_in_the_own_language(carla: User) -> None:
    has_hours()
    need = asks("Wandelen")
    need.request.author.language = "tr"

    shared_out(by=carla)

    assert "Neden bu ekip?\n- Gereken konuyu iyi biliyor: yalnızlık." in mailed(need)


def test_the_page_is_silent_before_approval_to_others_and_when_hours_were_given_back(
    signed_in: Browser, carla: User
) -> None:
    has_hours()
    need, left = asks("Wandelen"), asks("Groot", 700)
    anna, one = need.request.author, a_round(carla)
    solved(one, by=carla)
    for asked in (need, left):
        assert "De verdeling van uren" not in page_of(asked, signed_in(anna))
    approved(one, by=carla)
    assert "De verdeling van uren" in page_of(need, signed_in(anna))
    assert "Waarom dit team?" not in page_of(need, signed_in(a_person("Bram")))

    capacity.release(db.session.query(CapacityReservation).one(), by=carla)
    db.session.commit()

    assert "De verdeling van uren" not in page_of(need, signed_in(anna))
