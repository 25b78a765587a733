"""The drawings of the themes, for a document that has to bring everything itself."""

import pytest

from app.initiatives.models import Theme
from app.web.theme_drawings import drawn


@pytest.mark.parametrize("theme", list(Theme))
def test_every_theme_has_one_in_the_colours_that_were_asked(theme: Theme) -> None:
    drawing = drawn(theme.value, "Wonen & zo", colour="#fed", surface="#123")

    assert drawing.startswith('<svg viewBox="0 0 320 96"')
    assert "<title>Wonen &amp; zo</title>" in drawing
    assert "#fed" in drawing
    assert ("currentColor" in drawing, "var(" in drawing) == (False, False)
