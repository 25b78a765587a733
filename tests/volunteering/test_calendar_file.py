"""A sign-up as a file for somebody's own calendar."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.volunteering import service
from app.volunteering.calendar_file import calendar_file
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours

URL = "https://aanzet.example/doe-mee/1"
START = datetime(2030, 7, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def public_url(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://aanzet.example")


def a_sign_up(title: str = "Zwerfvuil prikken") -> SignUp:
    return service.sign_up(a_shift(a_task(title=title), starts_at=START), by=a_person("Bilal"))


def unfolded(text: str) -> dict[str, str]:
    """Read the file as a calendar does: lines put together again, by their names."""
    lines = text.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if line)


def test_the_appointment_is_complete() -> None:
    sign_up = a_sign_up()

    fields = unfolded(calendar_file(sign_up, URL))

    stamp = fields.pop("DTSTAMP")
    assert (len(stamp), stamp[8], stamp[-1]) == (16, "T", "Z")
    assert fields == {
        "BEGIN": "VEVENT",
        "VERSION": "2.0",
        "PRODID": "-//Aanzet//Aanmeldingen//NL",
        "CALSCALE": "GREGORIAN",
        "UID": f"aanmelding-{sign_up.id}@aanzet.example",
        "SEQUENCE": "3",
        "DTSTART": "20300701T120000Z",
        "DTEND": "20300701T140000Z",
        "STATUS": "CONFIRMED",
        "SUMMARY": "Zwerfvuil prikken",
        "LOCATION": "Het pleintje bij de molen",
        "DESCRIPTION": "Je aanmelding: Je doet mee",
        "URL": URL,
        "END": "VCALENDAR",
    }


def test_sc5_e_after_leaving_the_same_appointment_is_cancelled_with_a_higher_number() -> None:
    sign_up = a_sign_up()
    before = unfolded(calendar_file(sign_up, URL))

    service.cancel(sign_up, by=a_person("Bilal"))

    after = unfolded(calendar_file(sign_up, URL))
    assert after["STATUS"] == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_when_the_organiser_calls_it_off_the_appointment_is_cancelled() -> None:
    sign_up = a_sign_up()

    service.cancel_shift(sign_up.shift, by=a_person("Anna"))

    assert unfolded(calendar_file(sign_up, URL))["STATUS"] == "CANCELLED"


def test_whoever_waits_has_a_tentative_appointment() -> None:
    shift = a_shift(places=1, starts_at=START)
    _first, waiting = all_sign_up(shift, neighbours(2))

    assert unfolded(calendar_file(waiting, URL))["STATUS"] == "TENTATIVE"


def test_a_change_of_the_task_makes_a_newer_appointment() -> None:
    sign_up = a_sign_up()
    before = unfolded(calendar_file(sign_up, URL))
    sign_up.shift.task.place = "Bij de school"
    db.session.flush()

    after = unfolded(calendar_file(sign_up, URL))

    assert after["LOCATION"] == "Bij de school"
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


def test_texts_that_wait_for_a_look_are_left_out() -> None:
    sign_up = a_sign_up(title="Nog niet gelezen")
    sign_up.shift.task.state = TextState.WAITING

    text = calendar_file(sign_up, URL)

    assert unfolded(text)["SUMMARY"] == "Schone buurt"
    assert "LOCATION" not in unfolded(text)


def test_signs_with_a_meaning_are_escaped_and_nothing_can_be_smuggled_in() -> None:
    sign_up = a_sign_up()
    sign_up.shift.task.title = (
        "Koffie, thee; en \\ koek\r\nATTENDEE:mailto:x@y.example\tBEGIN:VALARM\x07"
    )

    fields = unfolded(calendar_file(sign_up, URL))

    assert fields["SUMMARY"] == (
        "Koffie\\, thee\\; en \\\\ koek\\nATTENDEE:mailto:x@y.example BEGIN:VALARM "
    )
    assert "ATTENDEE" not in fields


def test_long_lines_are_folded_at_75_bytes_and_never_inside_a_character() -> None:
    title = "Éénmalig 👩‍👩‍👧‍👦 samen koken voor de hele straat, met soep en brood "
    sign_up = a_sign_up(title=title)

    text = calendar_file(sign_up, URL)

    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert unfolded(text)["SUMMARY"] == title.replace(",", "\\,")


def test_it_holds_no_names_or_addresses_of_people() -> None:
    sign_up = a_sign_up()

    text = calendar_file(sign_up, URL)

    for name in ("Anna", "Bilal", "anna@", "bilal@", "ORGANIZER", "ATTENDEE"):
        assert name not in text
