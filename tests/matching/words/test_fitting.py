"""Every code of the engine for volunteers has its sentence, for the volunteer and for everybody."""

import pytest

from app.matching.engine.explain import Explanation
from app.matching.engine.volunteers.eligibility import RULES
from app.matching.engine.volunteers.weights import TABLE
from app.matching.words import counted_for_volunteers, demanded_for_volunteers, fits_because
from app.matching.words.fitting import SENTENCES
from app.matching.words.volunteers import DEMANDS, NAMES, REASONS


def test_every_part_and_every_rule_has_words_in_their_order() -> None:
    parts = [row.part for row in TABLE]

    assert list(SENTENCES) == list(NAMES) == list(REASONS) == parts
    assert list(DEMANDS) == list(RULES)
    assert sum(row.points for row in counted_for_volunteers()) == 1000
    assert demanded_for_volunteers()[0] == "Het is op een moment dat je kunt."


@pytest.mark.parametrize(
    ("code", "facts", "sentence"),
    [
        ("time", {"day": "tu", "parts": ("afternoon",)}, "Dan kun je: dinsdag, 's middags."),
        ("time", {"day": "", "parts": ("afternoon",)}, "Dan kun je: 's middags."),
        ("time", {"day": "mo", "parts": ()}, "Dan kun je: maandag."),
        ("nearness", {"distance": "neighbourhood"}, "In je eigen buurt."),
        ("nearness", {"distance": "district"}, "In je eigen wijk."),
        ("tongue", {"has": ("ar", "tr")}, "Ze spreken er ook: Türkçe, العربية."),
    ],
)
def test_a_reason_names_what_somebody_told(
    code: str, facts: dict[str, object], sentence: str
) -> None:
    assert fits_because(Explanation(code, facts)) == sentence
