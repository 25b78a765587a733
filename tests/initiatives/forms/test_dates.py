"""A date in three boxes."""

from datetime import date

import pytest
from flask import Flask

from app.initiatives.forms.wizard import WhatForm

PLAN = {"title": "Tuintjes", "summary": "Tuintjes langs de gevels."}


@pytest.mark.parametrize(
    ("day", "month", "year", "value"),
    [
        ("14", "5", "2027", date(2027, 5, 14)),
        (" 14 ", "05", "2027", date(2027, 5, 14)),
        ("29", "2", "2028", date(2028, 2, 29)),
        ("", "", "", None),
    ],
)
def test_a_date_that_exists_or_none_at_all_is_accepted(
    app: Flask, day: str, month: str, year: str, value: date | None
) -> None:
    boxes = {"starts_on-day": day, "starts_on-month": month, "starts_on-year": year}
    with app.test_request_context(method="POST", data={**PLAN, **boxes}):
        form = WhatForm.of(None)

        assert form.accepted(), form.errors
        assert form.answers().starts_on == value


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("31", "2", "2027"),
        ("29", "2", "2027"),
        ("0", "1", "2027"),
        ("1", "13", "2027"),
        ("1", "1", "0001"),
        ("1", "1", "9999"),
        ("1", "", "2027"),
        ("een", "mei", "2027"),
        ("-1", "5", "2027"),
        ("9" * 30, "5", "2027"),
    ],
)
def test_any_other_date_is_refused(app: Flask, day: str, month: str, year: str) -> None:
    boxes = {"starts_on-day": day, "starts_on-month": month, "starts_on-year": year}
    with app.test_request_context(method="POST", data={**PLAN, **boxes}):
        form = WhatForm.of(None)

        assert not form.accepted()
        assert set(form.errors) == {"starts_on"}
