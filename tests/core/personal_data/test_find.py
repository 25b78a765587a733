"""Personal data is found however people write it, and ordinary sentences are left in peace."""

import time
from itertools import pairwise

import pytest

from app.core.personal_data import LONGEST, Certainty, Kind, find, findings, is_refused
from core.personal_data.lines import Score, lines, scores

LINES = lines()
ORDINARY = [line for line in LINES if not line.codes]


def test_the_lines_are_many_and_different_and_half_are_ordinary() -> None:
    assert len({line.text for line in LINES}) == len(LINES) >= 400
    assert 0.45 < len(ORDINARY) / len(LINES) < 0.55


@pytest.mark.parametrize("score", scores(LINES), ids=lambda score: score.kind)
def test_at_least_98_of_100_lines_with_personal_data_are_found(score: Score) -> None:
    missed = [line.text for line in LINES if score.kind in line.codes - set(findings(line.text))]

    assert score.found >= 0.98 * score.there > 0, missed


def test_at_most_1_of_100_ordinary_lines_gives_a_false_alarm() -> None:
    alarms = [(line.text, findings(line.text)) for line in ORDINARY if findings(line.text)]

    assert len(alarms) <= 0.01 * len(ORDINARY), alarms


def test_no_ordinary_line_is_refused() -> None:
    assert [line for line in ORDINARY if any(map(is_refused, find(line.text)))] == []


def test_findings_come_once_each_and_in_a_fixed_order() -> None:
    text = "12-XBC-3, a@b.nl, c@d.nl, 0612345678, 2611 JK 12, NL91ABNA0417164300, 123456782."

    assert findings(text) == ["bsn", "phone", "email", "iban", "address", "plate"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Bel 06-1234 5678, na zes uur.", Kind.PHONE, "06-1234 5678"),
        ("Bel +31 (0)6 12 34 56 78 of kom.", Kind.PHONE, "+31 (0)6 12 34 56 78"),
        ("Nul zes 12 34 56 zeven acht!", Kind.PHONE, "Nul zes 12 34 56 zeven acht"),
        ("Zie kees apenstaartje buurt punt nl.", Kind.EMAIL, "kees apenstaartje buurt punt nl"),
        ("Naar NL91 ABNA 0417 1643 00 graag.", Kind.IBAN, "NL91 ABNA 0417 1643 00"),
        ("Ons huis (2611 JR 14) is groen.", Kind.ADDRESS, "2611 JR 14"),
        ("Kenteken 12-XBC-3 rijdt.", Kind.PLATE, "12-XBC-3"),
        ("ﬁets, ½ en é: ０６１２３４５６７８ is van mij.", Kind.PHONE, "０６１２３４５６７８"),
        ("Cafe\u0301 é bel 06\u200b12345678.", Kind.PHONE, "06\u200b12345678"),
    ],
)
def test_a_find_has_the_place_in_what_was_written(text: str, kind: Kind, place: str) -> None:
    assert [(one.kind, text[one.start : one.end]) for one in find(text)] == [(kind, place)]


def test_finds_are_in_the_order_of_the_text_and_apart() -> None:
    text = "2611 JK 12, bel 0612345678 of mail 0612345678@voorbeeld.nl"

    found = find(text)

    assert [one.kind for one in found] == [Kind.ADDRESS, Kind.PHONE, Kind.EMAIL]
    assert all(one.end <= after.start for one, after in pairwise(found))


def test_an_account_number_is_not_also_a_phone_number() -> None:
    assert findings("NL91 ABNA 0417 1643 00") == ["iban"]


def test_a_number_that_fails_its_check_is_nothing() -> None:
    assert findings("Het is 123456783 of NL92ABNA0417164300.") == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Mijn bsn is 123456782", Certainty.SURE),
        ("Noteer 123456782", Certainty.SURE),
        ("Zaaknummer 123456782", Certainty.MAYBE),
        ("Zaak en bsn 123456782", Certainty.SURE),
        ("Noteer 647788354", Certainty.MAYBE),
        ("Bel 0612345678", Certainty.SURE),
        ("Bel 0600000000", Certainty.MAYBE),
        ("Mail a@b.nl", Certainty.SURE),
        ("Mail a at gmail punt com", Certainty.MAYBE),
        ("Kijk: 12-XBC-3", Certainty.MAYBE),
        ("De auto 12-XBC-3", Certainty.SURE),
    ],
)
def test_a_find_says_how_certain_it_is(text: str, certainty: Certainty) -> None:
    assert [one.certainty for one in find(text)] == [certainty]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Mijn bsn is 123456782", True),
        ("Zaaknummer 123456782", False),
        ("NL91ABNA0417164300", True),
        ("Bel 0612345678", False),
    ],
)
def test_only_certain_numbers_for_thieves_are_refused(text: str, refused: bool) -> None:
    assert [is_refused(one) for one in find(text)] == [refused]


def test_empty_text_holds_nothing() -> None:
    assert find("") == []


HOSTILE = [
    *(
        "1",
        "1 ",
        "06-",
        "a@",
        "a.",
        "@",
        " at ",
        "nl12",
        "nl1 ",
        "n l 1 ",
        "2611 JK ",
        "nul ",
        "(at)",
    ),
    *("0.", "€1.", "0612345678 ", "12-ab-3-", "bsn ", "+31 ", "123456782 ", "0 6 ", "a@b punt "),
    *("zaaknummer ", "kenteken a ", "12 Delft, ", "é", "ﷺ", "\u0301", "+"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_100_000_characters_of_hostile_text_take_linear_time(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    start = time.process_time()
    find(text)

    assert time.process_time() - start < 10, "a pattern that runs away takes minutes"


def test_only_the_first_characters_are_searched() -> None:
    assert findings("x " * LONGEST + "0612345678") == []
