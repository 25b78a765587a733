"""A choice is its code in the database and its label on a page."""

import pytest
from flask_babel import lazy_gettext as _l

from app.core.choices import Choice


class Weather(Choice):
    SUN = "sun", _l("Zon")
    RAIN = "rain", _l("Regen")


def test_a_choice_is_its_code() -> None:
    assert (Weather.RAIN.value, str(Weather.RAIN), Weather("rain")) == (
        "rain",
        "rain",
        Weather.RAIN,
    )


def test_a_choice_has_a_label_for_people() -> None:
    assert Weather.RAIN.label == "Regen"


def test_the_pairs_for_a_form_are_in_the_order_of_the_list() -> None:
    assert Weather.pairs() == [("sun", "Zon"), ("rain", "Regen")]


def test_a_choice_is_found_by_its_code() -> None:
    assert Weather.of("sun") is Weather.SUN
    with pytest.raises(ValueError, match="'snow' is no Weather"):
        Weather.of("snow")
