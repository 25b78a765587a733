"""What keeps something off the list, in words."""

from datetime import date

import pytest

from app.matching.engine.eligibility import RULES
from app.matching.engine.explain import Explanation, why_not
from app.matching.words import obstacle
from app.matching.words.rules import SENTENCES
from matching.engine.worlds import random_worlds

TODAY = date(2026, 10, 1)


def dates(asked_from=None, asked_until=None, offered_from=None, offered_until=None):
    return {
        "today": TODAY,
        "asked_from": asked_from,
        "asked_until": asked_until,
        "offered_from": offered_from,
        "offered_until": offered_until,
    }


SAID = [
    (
        "kind",
        {"asked": "team_hours", "offered": ("money", "space")},
        "Biedt iets anders: geld, ruimte. Nodig is: uren van het wijkteam.",
    ),
    ("area", {"district": "WK1"}, "Werkt niet in dit gebied."),
    ("expertise", {"asked": "loneliness"}, "Weet te weinig van: eenzaamheid."),
    ("language", {"asked": "ar"}, "Spreekt geen Arabisch."),
    ("language", {"asked": "x-none"}, "Spreekt geen x-none."),
    (
        "period",
        dates(asked_until=date(2026, 9, 30)),
        "De hulp was nodig tot en met 30 september 2026. Dat is voorbij.",
    ),
    (
        "period",
        dates(offered_until=date(2026, 9, 30)),
        "Dit was er tot en met 30 september 2026. Dat is voorbij.",
    ),
    (
        "period",
        dates(asked_until=date(2026, 10, 31), offered_from=date(2026, 11, 1)),
        "Dit is er vanaf 1 november 2026. De hulp is nodig tot en met 31 oktober 2026.",
    ),
    (
        "period",
        dates(date(2026, 11, 1), date(2026, 11, 9), date(2026, 12, 1), date(2026, 12, 9)),
        "Dit is er van 1 december 2026 tot en met 9 december 2026."
        " De hulp is nodig van 1 november 2026 tot en met 9 november 2026.",
    ),
    ("hours", {"asked": 6, "free": 4}, "Nodig is 6 uur. Vrij is nog 4 uur."),
    (
        "budget",
        {"asked": 185_000, "free": 100_050},
        "Nodig is €\xa01.850,00. Er is nog €\xa01.000,50.",
    ),
    (
        "ceiling",
        {"asked": 185_000, "most": 50_000},
        "Nodig is €\xa01.850,00. Het hoogste bedrag is hier €\xa0500,00.",
    ),
    ("pieces", {"asked": 3, "free": 1}, "Er zijn er 3 nodig. Hier zijn er 1."),
    (
        "conditions",
        {"missing": ("een vergunning", "een VOG")},
        "Nog niet geregeld: een vergunning, een VOG.",
    ),
    ("legal_basis", {}, "De gemeente heeft hier geen regels voor en mag dit nu niet geven."),
    ("conflict", {}, "Wie om hulp vraagt, hoort zelf bij deze organisatie."),
    ("declined", {}, "Zei al nee op deze vraag."),
    ("withdrawn", {}, "Dit aanbod is ingetrokken."),
]


@pytest.mark.parametrize(("code", "facts", "sentence"), SAID)
def test_a_rule_is_told_with_its_numbers(code, facts, sentence):
    assert obstacle(Explanation(code, facts)) == sentence


def test_every_rule_has_a_sentence():
    assert list(SENTENCES) == list(RULES)


def test_every_obstacle_of_the_engine_can_be_said():
    for world in random_worlds(60):
        for need, answer in zip(world.request.lines, world.answer().lines, strict=True):
            for out in answer.left_out:
                for reason in why_not(out, world.pair(need, out.supply_id)):
                    assert obstacle(reason).endswith(".")
