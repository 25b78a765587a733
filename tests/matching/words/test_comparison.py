"""Two neighbours on the list beside each other, in words."""

import pytest

from app.matching.engine.explain import Comparison, Difference
from app.matching.engine.score import SHARES
from app.matching.words import above, differences, part_name
from app.matching.words.comparison import PARTS


def a_comparison(lead=0, decided_by="value", apart=()):
    return Comparison("offer:1", "offer:2", lead, apart, decided_by)


@pytest.mark.parametrize(
    ("comparison", "sentence"),
    [
        (a_comparison(17), "Team Noord heeft 17 punten meer dan Team Zuid."),
        (a_comparison(1), "Team Noord heeft 1 punt meer dan Team Zuid."),
        (
            a_comparison(decided_by="load"),
            "Team Noord en Team Zuid hebben evenveel punten."
            " Team Noord beloofde nog minder uren en staat daarom eerst.",
        ),
        (
            a_comparison(decided_by="order"),
            "Team Noord en Team Zuid hebben evenveel punten."
            " Ze staan in de vaste volgorde van de lijst.",
        ),
    ],
)
def test_it_says_why_one_stands_above_the_other(comparison, sentence):
    assert above(comparison, higher="Team Noord", lower="Team Zuid") == sentence


def test_it_says_where_the_points_differ():
    apart = (Difference("expertise", 250, 83), Difference("knows", 0, 150))

    assert differences(a_comparison(17, apart=apart)) == [
        "Kennis van het onderwerp: 250 tegen 83",
        "Kent de groep: 0 tegen 150",
    ]


def test_every_part_has_a_name():
    assert list(PARTS) == list(SHARES)
    assert part_name("urgency") == "Op tijd"
