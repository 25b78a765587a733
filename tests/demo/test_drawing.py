"""Drawings in the place of photos."""

import pytest

from app.core import pictures
from app.demo.chance import dice
from app.demo.drawing import SCENES, drawing


@pytest.mark.parametrize("theme", [*SCENES, "work"])
def test_a_drawing_is_a_picture_that_says_it_is_an_example(theme: str) -> None:
    content, words = drawing(theme, dice(1, theme))

    assert pictures.clean(content).width == 960
    assert words.endswith("(voorbeeld)")


def test_the_same_throws_draw_the_same() -> None:
    first, again, other = (drawing("together", dice(seed)) for seed in (1, 1, 2))

    assert first == again
    assert first != other
