"""Two texts compared word by word."""

import random
import time

import pytest

from app.initiatives.service.differences import MOST_WORDS, Piece, differences


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("een twee", "een twee", [Piece("same", "een twee")]),
        ("", "een", [Piece("new", "een")]),
        ("een", "", [Piece("gone", "een")]),
        (
            "wij maken een tuin",
            "wij maken een grote tuin",
            [Piece("same", "wij maken een "), Piece("new", "grote "), Piece("same", "tuin")],
        ),
        (
            "bel Anna morgen",
            "bel ons morgen",
            [
                Piece("same", "bel "),
                Piece("gone", "Anna "),
                Piece("new", "ons "),
                Piece("same", "morgen"),
            ],
        ),
        ("een\n\ntwee", "een twee", [Piece("same", "een twee")]),
    ],
)
def test_words_are_the_same_new_or_gone(old: str, new: str, pieces: list[Piece]) -> None:
    assert differences(old, new) == pieces


def test_what_is_not_gone_reads_as_the_new_text() -> None:
    dice = random.Random(7)
    words = ["een", "twee", "drie\n", "vier,", "vijf."]
    for _ in range(200):
        old, new = (" ".join(dice.choices(words, k=dice.randrange(12))) for _ in range(2))
        pieces = differences(old, new)
        assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


def test_very_long_texts_are_replaced_in_whole_and_in_time() -> None:
    old, new = "oud " * (MOST_WORDS + 1), "nieuw " * (MOST_WORDS + 1)
    start = time.process_time()

    assert differences(old, new) == [Piece("gone", old), Piece("new", new)]
    assert differences(old[: 4 * MOST_WORDS], new[: 6 * MOST_WORDS])
    assert time.process_time() - start < 20, "comparing without a cap takes minutes"
