"""A tile is a whole PNG or JPEG of the usual size; whatever else comes is none."""

import pytest

from app.areas.tiles import kind_of
from app.areas.tiles.picture import LARGEST, is_tile
from factories.tile_server import a_picture


@pytest.mark.parametrize(
    ("kind", "side", "media"),
    [("PNG", 256, "image/png"), ("JPEG", 256, "image/jpeg"), ("PNG", 512, "image/png")],
)
def test_pictures_of_the_usual_sizes_are_tiles(kind: str, side: int, media: str) -> None:
    content = a_picture("7 1 2", kind, side)

    assert (is_tile(content), kind_of(content)) == (True, media)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg onload=alert(1)>",
        b"\x89PNG\r\n\x1a\n",
        a_picture(kind="GIF"),
        a_picture(kind="WEBP"),
        a_picture(side=300),
        a_picture()[:-100],
        a_picture(kind="JPEG")[:-100],
        a_picture() + bytes(LARGEST),
    ],
    ids=["nothing", "svg", "start", "gif", "webp", "odd", "half", "half-jpeg", "large"],
)
def test_anything_else_is_not(content: bytes) -> None:
    assert not is_tile(content)
