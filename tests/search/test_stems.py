"""Forms of one word come down to one stem; other words do not."""

import pytest

from app.search.stems import LONGEST, folded, stem, words

ONE_WORD = """
buurttuinen buurttuin, buurttuintje buurttuin, huizen huis, huisjes huis, cafés café, café's café,
kinderen kind, kleinkinderen kleinkind, bomen boom, straten straat, wegen weg, snelwegen snelweg,
paden pad, fietspaden fietspad, daken dak, ideeën idee, ideetje idee, initiatieven initiatief,
vrijwilligers vrijwilliger, bewoners bewoner, ouderen oudere, scholen school, bankjes bank,
gevels gevel, geveltuintjes geveltuin, gemeentes gemeente, gemeenten gemeente, plannen plan,
auto's auto, steden stad, schepen schip, leden lid, activiteiten activiteit, musea museum,
buurtcentra buurtcentrum, ruimtes ruimte, middagen middag, spelletjes spel, bladeren blad,
eieren ei, groene groen, schone schoon, oude oud, kleine klein, grote groot, brede breed,
drukke druk, duurzame duurzaam, mooie mooi, gezonde gezond, organiseert organiseren,
organiseer organiseren, repareren reparatie, parkeren geparkeerd, speelt spelen, bouwt bouwen,
uitdaagt uitdaging, uitdagen uitdaging, besteden besteding, bewegen beweging, koken kookt,
opruimen opgeruimd, zonnepanelen zonnepaneel, coöperatie cooperatie, gezinnen gezin,
bedragen bedrag, keuzes keuze, methoden methode, vergaderen vergadering, routes route, buren buur,
wijken wijk, zones zone, paarden paard, Markten markt, lantaarnpalen lantaarnpaal
"""
TWO_WORDS = """
buurt buur, school schol, water waterig, tuin tuinier, groen groente, straat straf, huis huur,
plein plan, feest fiets, kaart kaars, bus buis, haven hoven, lamp lam, bomen bommen, manen mannen,
koken kokken, zonen zone, gezond zon, gezin zin, geluk luik, weg wieg, markt maart, soort soep,
spel speld, boot bot, paard paar, bank bang, ouder oud, ramen rammen, zorg zon, speeltuin tuin,
licht lucht, kast kas, pad paddenstoel, lid leed, stad steeds, ei ijs, park parkeren, maat mat,
gemeente menen, geleden leden, besteden steden, bewegen wegen, huis thuis
"""


def pairs(text: str) -> list[tuple[str, str]]:
    halves = (pair.split() for pair in text.split(","))
    return [(first, second) for first, second in halves]


@pytest.mark.parametrize(("first", "second"), pairs(ONE_WORD))
def test_forms_of_one_word_unite(first: str, second: str) -> None:
    assert stem(folded(first)) == stem(folded(second))


@pytest.mark.parametrize(("first", "second"), pairs(TWO_WORDS))
def test_different_words_stay_apart(first: str, second: str) -> None:
    assert stem(folded(first)) != stem(folded(second))


def test_a_stem_has_only_small_plain_letters() -> None:
    stems = {stem(folded(word)) for pair in pairs(ONE_WORD) for word in pair}

    assert {word for word in stems if not word.isascii() or not word.isalnum()} == set()


def test_words_are_small_and_plain_and_leave_out_what_every_text_has() -> None:
    assert words("De Café’s én het PLEIN van Buurt-Noord, 2625AB!") == [
        *("cafe's", "plein", "buurt", "noord", "2625ab"),
    ]


def test_a_word_in_another_script_becomes_digits_that_any_database_takes() -> None:
    assert stem("сад") == "x" + "сад".encode().hex()


def test_a_word_without_an_end_is_cut() -> None:
    assert words("a" * 10_000) == ["a" * LONGEST]
