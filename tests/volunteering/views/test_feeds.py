"""The calendar of one's own at a secret address, read back by another program than the one that wrote it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import vobject
from flask import Flask
from flask.testing import FlaskClient
from vobject.base import Component
from werkzeug.test import TestResponse

from app import create_app
from app.accounts.models import LoginSession, User
from app.audit.models import Entry
from app.core import clock, tokens
from app.core.db import db
from app.privacy import service as privacy
from app.volunteering import service
from app.volunteering.models import CalendarFeed, SignUp
from app.web.throttle import limiter
from factories.accounts import a_person
from factories.counting import counted
from factories.volunteering import a_series, a_shift, a_task, all_sign_up, neighbours

SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def bilal() -> User:
    return a_person("Bilal")


@pytest.fixture
def counting(app: Flask) -> Iterator[FlaskClient]:
    """Return a browser of a portal on the same database that counts how often things are asked for."""
    same = ("TESTING", "SQLALCHEMY_DATABASE_URI", "MAIL_URL", "PHOTOS_FOLDER", "JOURNAL_FOLDER")
    portal = create_app({name: app.config[name] for name in same} | {"RATELIMIT_ENABLED": True})
    yield portal.test_client()
    limiter.enabled = False
    with portal.app_context():
        for engine in db.engines.values():
            engine.dispose()


def path_of(person: User) -> str:
    return f"/agenda/{service.make_feed(by=person)}.ics"


def events(answer: TestResponse) -> dict[str, Component]:
    """Return the events of a file by what they are called."""
    assert answer.status_code == 200
    found = vobject.readOne(answer.text).contents.get("vevent", [])
    return {event.summary.value: event for event in found}


def number(event: Component) -> int:
    return int(event.sequence.value)


def test_it_holds_what_one_person_signed_up_for_and_nothing_of_others(
    client: FlaskClient, bilal: User
) -> None:
    soup = service.sign_up(a_shift(a_task(title="Soep koken")), by=bilal)
    wood = a_shift(a_task(title="Hout zagen"), starts_at=clock.now() + timedelta(days=9), places=1)
    all_sign_up(wood, [a_person("Vera"), bilal])
    service.sign_up(a_shift(a_task(title="Van Vera")), by=a_person("Vera"))

    answer = client.get(path_of(bilal))

    found = events(answer)
    assert {name: event.status.value for name, event in found.items()} == {
        "Soep koken": "CONFIRMED",
        "Hout zagen": "TENTATIVE",
    }
    event = found["Soep koken"]
    assert event.uid.value == f"aanmelding-{soup.id}@127.0.0.1"
    assert (event.dtstart.value, event.dtend.value) == (
        soup.shift.starts_at.replace(microsecond=0),
        soup.shift.ends_at.replace(microsecond=0),
    )
    for word in ("Vera", "Bilal", "Anna", "mailto", "ORGANIZER", "ATTENDEE"):
        assert word not in answer.text, word


def test_each_appointment_is_the_same_as_in_its_own_file(
    client: FlaskClient, signed_in: SignedIn, bilal: User
) -> None:
    sign_up = service.sign_up(a_shift(a_task(title="Soep koken")), by=bilal)
    path = path_of(bilal)

    def both() -> list[tuple[str, int, str]]:
        alone = signed_in(bilal).get(f"/aanmeldingen/{sign_up.id}.ics")
        read = [events(answer)["Soep koken"] for answer in (client.get(path), alone)]
        return [(one.uid.value, number(one), one.status.value) for one in read]

    before, _same = both()
    assert before == _same
    service.cancel(sign_up, by=bilal)

    after, same = both()
    assert (after, after[0], after[2]) == (same, before[0], "CANCELLED")
    assert after[1] > before[1]


def test_what_is_called_off_is_cancelled_and_who_comes_back_has_one_appointment(
    client: FlaskClient, bilal: User
) -> None:
    off, back = a_shift(a_task(title="Gaat niet door")), a_shift(a_task(title="Toch wel"))
    service.sign_up(off, by=bilal)
    service.cancel_shift(off, by=a_person("Anna"))
    back.starts_at += timedelta(days=1)
    back.ends_at += timedelta(days=1)
    service.cancel(service.sign_up(back, by=bilal), by=bilal)
    last = service.sign_up(back, by=bilal)

    found = events(client.get(path_of(bilal)))

    assert {name: one.status.value for name, one in found.items()} == {
        "Gaat niet door": "CANCELLED",
        "Toch wel": "CONFIRMED",
    }
    assert found["Toch wel"].uid.value == f"aanmelding-{last.id}@127.0.0.1"


def test_a_calendar_without_appointments_can_be_read(client: FlaskClient, bilal: User) -> None:
    answer = client.get(path_of(bilal))

    assert events(answer) == {}
    calendar = vobject.readOne(answer.text)
    assert (calendar.x_wr_calname.value, calendar.x_published_ttl.value) == ("Mijn klussen", "PT6H")


def test_old_ones_leave_after_four_weeks(client: FlaskClient, bilal: User) -> None:
    for days, name in ((27, "Net geweest"), (29, "Lang geweest")):
        shift = a_shift(a_task(title=name), starts_at=clock.now() - timedelta(days=days))
        db.session.add(SignUp(shift=shift, user_id=bilal.id))

    assert set(events(client.get(path_of(bilal)))) == {"Net geweest"}


def test_nobody_keeps_it_and_nobody_finds_it(client: FlaskClient, bilal: User) -> None:
    answer = client.get(path_of(bilal))

    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "Set-Cookie" not in answer.headers


def test_it_speaks_the_language_of_whose_it_is(client: FlaskClient, bilal: User) -> None:
    bilal.language = "en"
    service.sign_up(a_shift(), by=bilal)

    answer = client.get(path_of(bilal), headers={"Accept-Language": "ar"})

    assert "Your sign-up:" in answer.text


def test_only_the_fingerprint_is_kept_and_the_address_is_shown_once(
    signed_in: SignedIn, client: FlaskClient, bilal: User
) -> None:
    browser = signed_in(bilal)
    assert "Maak een geheim adres" in browser.get("/mijn/agenda").text

    page = browser.post("/mijn/agenda").text

    start = page.index("http://127.0.0.1:5000/agenda/")
    address = page[start : page.index("<", start)]
    assert f'href="webcal{address.removeprefix("http")}"' in page
    secret = address.rpartition("/")[2].removesuffix(".ics")
    assert client.get(f"/agenda/{secret}.ics").status_code == 200
    assert db.session.query(CalendarFeed).one().fingerprint == tokens.fingerprint(secret)
    later = browser.get("/mijn/agenda").text
    assert (secret in later, "Je hebt een geheim adres" in later) == (False, True)


def test_a_new_address_ends_the_old_one_and_stopping_ends_both(
    signed_in: SignedIn, client: FlaskClient, bilal: User
) -> None:
    first = path_of(bilal)
    second = path_of(bilal)
    assert [client.get(path).status_code for path in (first, second)] == [404, 200]

    for _press in range(2):
        answer = signed_in(bilal).post("/mijn/agenda/einde", follow_redirects=True)
        assert "Het adres van je agenda werkt niet meer." in answer.text

    assert client.get(second).status_code == 404
    lines = db.session.query(Entry.action).filter(Entry.subject_type == "calendar_feeds")
    assert sorted(line.action for line in lines) == [
        "calendar_feeds.end",
        "calendar_feeds.make",
        "calendar_feeds.make",
    ]


def test_a_borrowed_phone_is_not_enough_to_make_one(signed_in: SignedIn, bilal: User) -> None:
    browser = signed_in(bilal)
    db.session.query(LoginSession).update({"created_at": clock.now() - timedelta(hours=1)})

    answer = browser.post("/mijn/agenda")

    assert (answer.status_code, db.session.query(CalendarFeed).count()) == (303, 0)
    assert "verder=" in answer.location


@pytest.mark.parametrize("what", ["blocked", "erased"])
def test_it_is_gone_with_whose_it_was(client: FlaskClient, bilal: User, what: str) -> None:
    path = path_of(bilal)
    if what == "blocked":
        bilal.blocked_at = clock.now()
    else:
        privacy.erase(bilal, by=bilal)
        assert db.session.query(CalendarFeed).count() == 0

    assert client.get(path).status_code == 404


def test_guesses_and_strange_addresses_find_nothing(client: FlaskClient, bilal: User) -> None:
    secret = path_of(bilal).removeprefix("/agenda/").removesuffix(".ics")

    for guess in ("x", secret[:-1], secret.swapcase(), tokens.fingerprint(secret), "%00", "é"):
        assert client.get(f"/agenda/{guess}.ics").status_code == 404, guess


def test_one_calendar_has_a_limit_and_others_of_the_same_provider_do_not_notice(
    counting: FlaskClient, bilal: User
) -> None:
    path, other = path_of(bilal), path_of(a_person("Vera"))
    db.session.commit()

    statuses = [counting.get(path).status_code for _time in range(61)]

    assert (statuses[:60], statuses[60]) == ([200] * 60, 429)
    assert counting.get(other).status_code == 200


def test_fifty_appointments_cost_as_many_statements_as_one(
    client: FlaskClient, bilal: User
) -> None:
    path = path_of(bilal)
    moments = a_series(times=50)
    service.sign_up(moments[0], by=bilal)
    client.get(path)
    with counted() as few:
        client.get(path)
    for shift in moments[1:]:
        service.sign_up(shift, by=bilal)

    with counted() as many:
        answer = client.get(path)

    found = vobject.readOne(answer.text).contents["vevent"]
    assert len({event.uid.value for event in found}) == 50
    assert len(many) == len(few)


def test_a_backup_that_came_back_brings_no_ended_address_along(
    client: FlaskClient, bilal: User
) -> None:
    people = neighbours(2)
    paths = [path_of(person) for person in (bilal, *people)]

    service.end_all_feeds()

    assert {client.get(path).status_code for path in paths} == {404}
