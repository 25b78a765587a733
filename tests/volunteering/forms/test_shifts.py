"""What is asked about the moments of a task."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.core import clock
from app.volunteering.forms.shifts import ShiftForm

NEXT_YEAR = clock.today().year + 1


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def filled_in(**answers: str) -> ShiftForm:
    good = {"date": f"{NEXT_YEAR}-07-01", "starts": "10:00", "ends": "12:30", "places": "8"}
    return ShiftForm(MultiDict(good | answers))


def test_a_moment_is_meant_in_dutch_time() -> None:
    form = filled_in()

    assert form.validate()
    plan = form.plan()
    assert plan.starts_at.astimezone(UTC) == datetime(NEXT_YEAR, 7, 1, 8, 0, tzinfo=UTC)
    assert (plan.ends_at - plan.starts_at, plan.places) == (timedelta(hours=2, minutes=30), 8)


@pytest.mark.parametrize("typed", [f"01-07-{NEXT_YEAR}", f"1-7-{NEXT_YEAR}", f"1/7/{NEXT_YEAR}"])
def test_a_date_as_people_type_it_is_understood(typed: str) -> None:
    form = filled_in(date=typed, starts="10.00")

    assert form.validate()
    assert form.plan().starts_at.date().isoformat() == f"{NEXT_YEAR}-07-01"


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("date", "", "Vul een datum in, bijvoorbeeld 21-11-2026."),
        ("date", "31-02-2027", "Vul een datum in, bijvoorbeeld 21-11-2026."),
        ("date", "morgen", "Vul een datum in, bijvoorbeeld 21-11-2026."),
        ("date", "0001-01-01", "Kies een moment dat nog moet komen."),
        ("date", "2020-01-01", "Kies een moment dat nog moet komen."),
        ("date", "9999-12-31", "Kies een datum binnen twee jaar."),
        ("starts", "", "Vul in hoe laat het begint, bijvoorbeeld 10:00."),
        ("starts", "25:00", "Vul in hoe laat het begint, bijvoorbeeld 10:00."),
        ("ends", "", "Vul in hoe laat het klaar is, bijvoorbeeld 12:30."),
        ("ends", "09:00", "De eindtijd moet later zijn dan de begintijd."),
        ("ends", "10:00", "De eindtijd moet later zijn dan de begintijd."),
        ("places", "", "Vul een getal in, bijvoorbeeld 10."),
        ("places", "veel", "Vul een getal in, bijvoorbeeld 10."),
        ("places", "3,5", "Vul een getal in, bijvoorbeeld 10."),
        ("places", "-5", "Kies een aantal van 1 tot en met 500."),
        ("places", "501", "Kies een aantal van 1 tot en met 500."),
        ("places", "99999999999999999999", "Kies een aantal van 1 tot en met 500."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(field: str, typed: str, message: str) -> None:
    form = filled_in(**{field: typed})

    assert not form.validate()
    assert {name: [str(one) for one in errors] for name, errors in form.errors.items()} == {
        field: [message]
    }


def test_the_hour_that_is_skipped_in_spring_does_not_exist() -> None:
    last_sunday = max(
        day
        for day in (datetime(NEXT_YEAR, 3, number, tzinfo=UTC) for number in range(25, 32))
        if day.weekday() == 6
    )
    form = filled_in(date=last_sunday.date().isoformat(), starts="02:30", ends="04:00")

    assert not form.validate()
    assert form.starts.errors == ["Deze tijd bestaat niet: de klok gaat dan een uur vooruit."]


def test_blanks_count_as_nothing_filled_in() -> None:
    assert ShiftForm(MultiDict({"date": " ", "starts": "", "ends": "", "places": ""})).is_blank
    assert not filled_in(starts="", ends="", places="").is_blank


def test_a_plan_is_for_a_valid_form_only() -> None:
    with pytest.raises(ValueError, match="validated"):
        filled_in(date="").plan()
