"""What a picture can show of a text, on a machine with fonts and on one without."""

from collections.abc import Iterator

import pytest

from app.web import fonts
from app.web.fonts import OF_PILLOW, font, readable


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(fonts, "FILES", ("no-such-font.ttf",))
    fonts._there.cache_clear()
    yield
    fonts._there.cache_clear()


def test_a_dutch_title_is_shown_as_it_is() -> None:
    text, name = readable("Eén café, zo’n fijn idee!")

    assert text == "Eén café, zo’n fijn idee!"
    assert font(name, 40).getlength(text) > 300


@pytest.mark.usefixtures("bare_machine")
def test_without_any_font_it_can_be_read_still() -> None:
    assert readable("Eén café") == ("Een cafe", OF_PILLOW)


@pytest.mark.usefixtures("bare_machine")
def test_what_no_font_knows_is_left_out() -> None:
    assert readable("Zon \U0001f33b en maan") == ("Zon en maan", OF_PILLOW)
    assert readable("\U0001f33b") == ("", OF_PILLOW)
