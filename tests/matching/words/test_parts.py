"""The reasons for a place, in words."""

from datetime import date

import pytest

from app.initiatives.models import Theme
from app.matching.engine.explain import Explanation, why
from app.matching.engine.score import SHARES
from app.matching.words import because
from app.matching.words.parts import SENTENCES
from matching.engine.worlds import random_worlds

SAID = [
    (
        "expertise",
        {"has": ("loneliness", "sport"), "asked": 2},
        "Weet veel van wat nodig is: eenzaamheid, sport en bewegen.",
    ),
    (
        "expertise",
        {"has": ("loneliness",), "asked": 3},
        "Weet veel van 1 van de 3 onderwerpen: eenzaamheid.",
    ),
    ("nearness", {"areas": 1}, "Werkt alleen in dit gebied."),
    ("nearness", {"areas": 2}, "Werkt in dit gebied en in nog 1 ander gebied."),
    ("nearness", {"areas": 4}, "Werkt in dit gebied en in nog 3 andere gebieden."),
    ("knows", {}, "Werkte al eerder samen met deze groep."),
    ("theme", {"has": ("health",), "asked": 1}, "Past bij het plan: gezondheid en zorg."),
    ("theme", {"has": ("together",), "asked": 2}, "Past bij een deel van het plan: samenleven."),
    (
        "urgency",
        {"wanted_by": date(2026, 10, 31), "days": 30},
        "Kan op tijd beginnen. De hulp is nodig op 31 oktober 2026 of eerder.",
    ),
    (
        "urgency",
        {"wanted_by": date(2026, 9, 30), "days": -1},
        "Kan nu beginnen. De hulp was al nodig op 30 september 2026.",
    ),
    ("spread", {"load": None}, "Kost geen uren van een wijkteam."),
    ("spread", {"load": 0}, "Heeft alle uren nog vrij."),
    ("spread", {"load": 334}, "Heeft nog ruimte: 33% van de uren is beloofd."),
    ("goal", {"goals": 1}, "Het plan helpt bij 1 doel van de wijk."),
    ("goal", {"goals": 2}, "Het plan helpt bij 2 doelen van de wijk."),
    ("first_support", {"times": 0}, "Deze buurt kreeg nog niet eerder hulp."),
    ("first_support", {"times": 2}, "Deze buurt kreeg pas 2 keer hulp."),
]


@pytest.mark.parametrize(("code", "facts", "sentence"), SAID)
def test_a_part_is_told_in_one_or_two_sentences(code, facts, sentence):
    assert because(Explanation(code, {"points": 50, **facts})) == sentence


def test_every_part_has_a_sentence():
    assert list(SENTENCES) == list(SHARES)


def test_every_reason_of_the_engine_can_be_said():
    for world in random_worlds(60):
        for need, answer in zip(world.request.lines, world.answer().lines, strict=True):
            for place in answer.places:
                for reason in why(place, world.pair(need, place.supply_id)):
                    assert because(reason).endswith(".")


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_of_an_initiative_has_its_name_in_the_sentence(theme):
    reason = Explanation("theme", {"has": (theme.value,), "asked": 1})

    assert because(reason) == f"Past bij het plan: {theme.label.lower()}."
