"""A piece of a page is made once for the same values in the same language."""

import pytest
from flask import Flask
from flask_babel import force_locale

from app.web import pieces
from app.web.pieces import piece

BREADCRUMB = "ui/macros/breadcrumb.html"


def test_a_piece_shows_its_values_and_is_remembered(app: Flask) -> None:
    first = piece(BREADCRUMB, "back_link", "/wijken", "Wijken & buurten")

    assert 'href="/wijken"' in first
    assert "Wijken &amp; buurten" in first
    assert piece(BREADCRUMB, "back_link", "/wijken", "Wijken & buurten") is first


def test_another_language_is_another_piece() -> None:
    words = []
    for language in ("nl", "en"):
        with force_locale(language):
            words.append(piece(BREADCRUMB, "back_link", "/"))

    assert ["Terug" in words[0], "Back" in words[1]] == [True, True]


def test_pieces_keep_the_order_of_the_things() -> None:
    made = pieces.pieces(BREADCRUMB, "back_link", [("/a", "A"), ("/b", "B"), ("/a", "A")])

    assert ["/a" in made[0], "/b" in made[1], made[2] is made[0]] == [True, True, True]


def test_who_develops_sees_a_changed_template_at_once(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "DEBUG", True)

    first, second = (piece(BREADCRUMB, "back_link", "/wijken") for _ in range(2))

    assert (first == second, first is second) == (True, False)
