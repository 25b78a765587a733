"""Text is made tidy and keeps its meaning; slugs are safe in an address."""

import pytest

from app.core.text import direction, one_line, slug, tidy, without_emoji


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, ""),
        ("", ""),
        (" \u00a0\t ", ""),
        ("\u200b\u200d"[:1], ""),
        ("  Hoi  allemaal ", "Hoi allemaal"),
        ("regel 1\r\nregel 2\rregel 3", "regel 1\nregel 2\nregel 3"),
        ("een\n\n\n\ntwee", "een\n\ntwee"),
        ("nul\x00byte \x07bel", "nulbyte bel"),
        ("gpj\u202e.exe\u202c", "gpj.exe"),
        ("Cafe\u0301", "Café"),
        (
            "gezin \U0001f468\u200d\U0001f469\u200d\U0001f467",
            "gezin \U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("O'Brien, van 't Hoff, d'Été, Ĳsbrand, 姓", "O'Brien, van 't Hoff, d'Été, Ĳsbrand, 姓"),
        ("{{7*7}} <b> %s ${x} =cmd|'/c'!A1", "{{7*7}} <b> %s ${x} =cmd|'/c'!A1"),
        ("لا\u200cیشی", "لا\u200cیشی"),
    ],
)
def test_text_is_tidied_without_a_change_of_meaning(typed: str | None, kept: str) -> None:
    assert tidy(typed) == kept


def test_tidying_twice_changes_nothing_more() -> None:
    text = " a \r\n\u200b\r\n \x00 \r\n\n b\u00a0\u00a0c\ufeff "

    assert tidy(tidy(text)) == tidy(text)


def test_one_line_leaves_no_line_ends() -> None:
    assert one_line(" Je plan \r\n staat\u2028online\n ") == "Je plan staat online"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Poptahof-Noord", "poptahof-noord"),
        ("'t Hof van Délft (oost)", "t-hof-van-delft-oost"),
        ("  ", ""),
        ("../../etc", "etc"),
        ("姓", ""),
    ],
)
def test_a_slug_has_only_letters_digits_and_dashes(name: str, part: str) -> None:
    assert slug(name) == part


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", "ltr"),
        ("Tuin", "ltr"),
        ("12 - حديقة", "rtl"),
        ("גינה in de buurt", "rtl"),
        ("\U0001f33b", "ltr"),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, runs: str) -> None:
    assert direction(text) == runs


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Geveltuintjes", "Geveltuintjes"),
        (
            "\U0001f33b Zon \U0001f468\u200d\U0001f469\u200d\U0001f467 en ☀\ufe0f maan",
            "Zon en ☀ maan",
        ),
        ("لا\u200cیشی", "لا\u200cیشی"),
        ("\U0001f33b", "\U0001f33b"),
        ("", ""),
    ],
)
def test_emoji_are_left_off_paper(text: str, printed: str) -> None:
    assert without_emoji(text) == printed
