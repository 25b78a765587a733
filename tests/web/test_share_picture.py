"""The picture beside a link: its size, its weight, and that every title fits."""

from io import BytesIO

import pytest
from PIL import Image

from app.web.fonts import readable
from app.web.share_picture import BAND, EDGE, MOST_LINES, ROOM, SharePicture, _fitted, png

TITLES = [
    "Geveltuintjes",
    "Samen koken voor de hele straat op zaterdag in het oude buurthuis aan de plas!!!",
    "W" * 80,
    "\U0001f33b Zonnebloemen & één café",
    "حديقة الحي للجميع",
    "\U0001f33b",
]
MOST_BYTES = 300_000


def picture_of(title: str) -> bytes:
    return png(SharePicture(title, "Molenbuurt, Noord", "Aanzet"))


@pytest.mark.parametrize("title", TITLES)
def test_it_is_a_light_picture_of_the_size_that_message_programs_want(title: str) -> None:
    content = picture_of(title)

    with Image.open(BytesIO(content)) as image:
        assert (image.size, image.format) == ((1200, 630), "PNG")
    assert len(content) <= MOST_BYTES


@pytest.mark.parametrize("title", TITLES)
def test_no_word_runs_out_of_the_picture(title: str) -> None:
    with Image.open(BytesIO(picture_of(title))) as image:
        shown = image.convert("RGB")
    edges = [(0, 0, EDGE - 8, 630), (EDGE + ROOM + 8, 0, EDGE + ROOM + EDGE - 8, 630)]

    colours = {colour for edge in edges for _, colour in shown.crop(edge).getcolors()}

    assert colours == {shown.getpixel((2, 2))}
    assert BAND == "#0c4a51"


def test_a_short_title_is_written_large_and_a_long_one_smaller_on_more_lines() -> None:
    short, large = _fitted(*readable(TITLES[0]))
    long, small = _fitted(*readable(TITLES[1]))

    assert (short, len(long) <= MOST_LINES) == (["Geveltuintjes"], True)
    assert " ".join(long) == TITLES[1]
    assert large.size > small.size


def test_the_same_words_give_the_same_bytes_and_others_do_not() -> None:
    first = picture_of("Geveltuintjes")
    png.cache_clear()

    assert picture_of("Geveltuintjes") == first
    assert picture_of("Geveltuinen") != first
