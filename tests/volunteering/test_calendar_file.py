"""Moments as a file for somebody's own calendar, read back by a calendar program."""

from datetime import UTC, datetime, time, timedelta

import pytest
from flask import Flask
from icalendar import Calendar, Event

from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.volunteering import service
from app.volunteering.calendar_file import of_moments, of_sign_up
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours

SUMMER = datetime(2030, 7, 1, 12, 0, tzinfo=UTC)
WINTER = datetime(2031, 1, 10, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def public_url(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://aanzet.example")


def a_sign_up(title: str = "Zwerfvuil prikken", starts_at: datetime = SUMMER) -> SignUp:
    return service.sign_up(a_shift(a_task(title=title), starts_at=starts_at), by=a_person("Bilal"))


def events_in(file: bytes) -> list[Event]:
    calendar = Calendar.from_ical(file)
    assert calendar.errors == []
    return calendar.events


def event_in(file: bytes) -> Event:
    (event,) = events_in(file)
    assert event.errors == []
    return event


def test_the_appointment_is_complete() -> None:
    sign_up = a_sign_up()
    sign_up.shift.task.bring = "Handschoenen"
    db.session.flush()

    event = event_in(of_sign_up(sign_up))

    assert clock.now() - event.decoded("DTSTAMP") < timedelta(minutes=1)
    assert event.decoded("DTSTAMP").utcoffset() == timedelta()
    assert {name: str(value) for name, value in event.items() if not name.startswith("DT")} == {
        "UID": f"aanmelding-{sign_up.id}@aanzet.example",
        "SEQUENCE": str(sign_up.version + sign_up.shift.task.version),
        "STATUS": "CONFIRMED",
        "SUMMARY": "Zwerfvuil prikken",
        "LOCATION": "Het pleintje bij de molen",
        "DESCRIPTION": "Je aanmelding: Je doet mee\nNeem mee: Handschoenen",
        "URL": f"https://aanzet.example/doe-mee/{sign_up.shift.task_id}",
    }


@pytest.mark.parametrize(("start", "clock_says"), [(SUMMER, "14:00"), (WINTER, "13:00")])
def test_it_is_at_dutch_time_in_summer_and_in_winter(start: datetime, clock_says: str) -> None:
    file = of_sign_up(a_sign_up(starts_at=start))

    event = event_in(file)
    assert start == event.DTSTART
    assert (event.DTSTART.strftime("%H:%M"), event.DTEND - event.DTSTART) == (
        clock_says,
        timedelta(hours=2),
    )
    assert b"DTSTART;TZID=Europe/Amsterdam:" in file
    (zone,) = Calendar.from_ical(file).timezones
    read = start.replace(tzinfo=None) + timedelta(hours=1)
    assert zone.tz_name == "Europe/Amsterdam"
    assert zone.to_tz(lookup_tzid=False).utcoffset(read) == event.DTSTART.utcoffset()


def test_calendar_programs_know_what_to_do_with_the_file() -> None:
    calendar = Calendar.from_ical(of_sign_up(a_sign_up()))

    head = {name: str(value) for name, value in calendar.items()}
    assert head.pop("PRODID").startswith("-//Aanzet//")
    assert head == {"VERSION": "2.0", "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH"}


def test_sc5_e_after_leaving_the_same_appointment_is_cancelled_with_a_higher_number() -> None:
    sign_up = a_sign_up()
    before = event_in(of_sign_up(sign_up))

    service.cancel(sign_up, by=a_person("Bilal"))

    after = event_in(of_sign_up(sign_up))
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_when_the_organiser_calls_it_off_both_files_cancel_it() -> None:
    sign_up = a_sign_up()
    shift = sign_up.shift
    own, public = event_in(of_sign_up(sign_up)), event_in(of_moments([shift]))

    service.cancel_shift(shift, by=a_person("Anna"))

    for before, after in (
        (own, event_in(of_sign_up(sign_up))),
        (public, event_in(of_moments([shift]))),
    ):
        assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
        assert after["UID"] == before["UID"]
        assert after["SEQUENCE"] > before["SEQUENCE"]


def test_whoever_waits_has_a_tentative_appointment() -> None:
    shift = a_shift(places=1, starts_at=SUMMER)
    _first, waiting = all_sign_up(shift, neighbours(2))

    assert event_in(of_sign_up(waiting))["STATUS"] == "TENTATIVE"


def test_a_change_of_the_task_makes_newer_appointments() -> None:
    sign_up = a_sign_up()
    before = [event_in(of_sign_up(sign_up)), event_in(of_moments([sign_up.shift]))]
    sign_up.shift.task.place = "Bij de school"
    db.session.flush()

    after = [event_in(of_sign_up(sign_up)), event_in(of_moments([sign_up.shift]))]

    assert [event["LOCATION"] for event in after] == ["Bij de school"] * 2
    assert [event["SEQUENCE"] for event in after] == [event["SEQUENCE"] + 1 for event in before]


def test_another_time_gives_the_public_moment_a_higher_number() -> None:
    shift = a_shift()
    before = event_in(of_moments([shift]))
    times = service.NewTimes(time(18), time(19), 10)
    anna = a_person("Anna")

    service.change_moments(shift, service.Scope.ONE, times, revision=0, by=anna)

    after = event_in(of_moments([shift]))
    assert (after["UID"], after.DTSTART.strftime("%H:%M")) == (before["UID"], "18:00")
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_moments_of_everybody_are_other_appointments_than_the_own_one() -> None:
    sign_up = a_sign_up()
    later = a_shift(sign_up.shift.task, starts_at=WINTER)

    events = events_in(of_moments([sign_up.shift, later]))

    assert [event["UID"] for event in events] == [
        f"moment-{sign_up.shift_id}@aanzet.example",
        f"moment-{later.id}@aanzet.example",
    ]
    assert [event.DTSTART for event in events] == [SUMMER, WINTER]
    assert events[0]["DESCRIPTION"] == "We prikken een uur zwerfvuil."


def test_texts_that_wait_for_a_look_are_left_out() -> None:
    sign_up = a_sign_up(title="Nog niet gelezen")
    sign_up.shift.task.bring = "Nog niet gelezen"
    sign_up.shift.task.state = TextState.WAITING

    event = event_in(of_sign_up(sign_up))

    assert (event["SUMMARY"], event.get("LOCATION")) == ("Schone buurt", None)
    assert event["DESCRIPTION"] == "Je aanmelding: Je doet mee"


def test_signs_with_a_meaning_are_escaped_and_nothing_can_be_smuggled_in() -> None:
    sign_up = a_sign_up()
    sign_up.shift.task.title = (
        "Koffie, thee; en \\ koek\r\nATTENDEE:mailto:x@y.example\tBEGIN:VALARM\x07"
    )

    event = event_in(of_sign_up(sign_up))

    assert event["SUMMARY"] == "Koffie, thee; en \\ koek ATTENDEE:mailto:x@y.example BEGIN:VALARM"
    assert "ATTENDEE" not in event
    assert event.subcomponents == []


def test_long_lines_are_folded_at_75_bytes_and_never_inside_a_character() -> None:
    title = "Éénmalig 👩‍👩‍👧‍👦 samen koken voor de hele straat, met soep en brood"
    sign_up = a_sign_up(title=title)

    file = of_sign_up(sign_up)

    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert event_in(file)["SUMMARY"] == title


def test_it_holds_no_names_or_addresses_of_people() -> None:
    sign_up = a_sign_up()

    text = (of_sign_up(sign_up) + of_moments([sign_up.shift])).decode()

    for name in ("Anna", "Bilal", "anna@", "bilal@", "ORGANIZER", "ATTENDEE"):
        assert name not in text
