"""The door refuses what no form of ours sends."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from factories.accounts import a_person


def test_a_field_with_a_strange_name_is_no_error_of_ours(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    answer = signed_in(a_person()).post("/mijn/gegevens", data={"naam-²": "x"})

    assert answer.status_code == 400
    assert "Het formulier is niet goed aangekomen" in answer.text
