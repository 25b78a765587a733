"""The door refuses what no form of ours sends."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from factories.accounts import a_person


def test_a_field_with_a_strange_name_is_no_error_of_ours(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    answer = signed_in(a_person()).post("/mijn/gegevens", data={"naam-²": "x"})

    assert answer.status_code == 400
    assert "Het formulier is niet goed aangekomen" in answer.text


PUSHED = {"Sec-Fetch-Site": "same-origin", "Referer": "https://portal.example/desk?vak=later"}


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        (PUSHED, "?verder=/desk?vak%3Dlater"),
        ({**PUSHED, "Sec-Fetch-Site": "cross-site"}, ""),
        ({"Sec-Fetch-Site": "same-origin"}, ""),
    ],
)
def test_a_button_that_was_pressed_too_late_leads_back_to_its_page(
    client: FlaskClient, headers: dict[str, str], wanted: str
) -> None:
    answer = client.post("/mijn/wachtwoord", headers=headers)

    assert (answer.status_code, answer.location) == (303, f"/inloggen{wanted}")
