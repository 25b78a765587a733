"""The picture that message programs show beside a link: a title and a place, 1200 by 630."""

from functools import cache, lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw

from app.core.text import direction
from app.web.fonts import Font, font, readable

SIZE = WIDTH, HEIGHT = 1200, 630
EDGE, SIDE = 72, 300  # around the words; the part at the right with the drawing
ROOM = WIDTH - SIDE - 2 * EDGE
BAND, PAPER, WORDS, SUN, MINT = "#0c4a51", "#fdeed8", "#ffffff", "#ffbe5c", "#7fc4bd"
TITLE_SIZES, MOST_LINES = (84, 74, 66, 58, 50, 44), 4
COLOURS = 64  # enough for flat colours with soft edges
TILES = ((14, 27, SUN), (28, 14, MINT), (40, 0, BAND))  # of the mark: middle, lean, colour
FINE = 3  # what leans is drawn so many times larger first


class SharePicture(NamedTuple):
    """What the picture says."""

    title: str
    place: str
    portal: str


@lru_cache(maxsize=512)
def png(picture: SharePicture) -> bytes:
    """Return the picture; the same words are drawn once and remembered.

    A title that does not fit, even in small letters, ends with "...". Takes about 20 ms of a processor.
    """
    image = _ground().copy()
    drawing = ImageDraw.Draw(image)
    title, name = readable(picture.title)
    lines, letters = _fitted(title, name)
    step = round(letters.size * 1.18)
    first = (HEIGHT - step * len(lines)) // 2 + round(letters.size * 0.95)
    for number, line in enumerate(lines):
        _write(drawing, line, first + number * step, WORDS, letters)
    for text, foot, colour in (
        (picture.place, EDGE + 30, SUN),
        (picture.portal, HEIGHT - EDGE, WORDS),
    ):
        shown, name = readable(text)
        _write(drawing, _shortened(shown, font(name, 36)), foot, colour, font(name, 36))
    kept = BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(kept, "PNG")
    return kept.getvalue()


def _write(drawing: ImageDraw.ImageDraw, line: str, foot: int, colour: str, letters: Font) -> None:
    """Write ``line`` on ``foot``, from the side at which its letters begin."""
    to_the_left = direction(line) == "rtl"
    place = (EDGE + ROOM if to_the_left else EDGE, foot)
    drawing.text(place, line, colour, letters, anchor="rs" if to_the_left else "ls")


def _fitted(title: str, name: str) -> tuple[list[str], Font]:
    """Return the lines of the title, in the largest letters in which it fits."""
    lines: list[str] = []
    for size in TITLE_SIZES:
        letters = font(name, size)
        lines = _lines(title, letters)
        if len(lines) <= MOST_LINES and all(letters.getlength(line) <= ROOM for line in lines):
            return lines, letters
    shown = [_shortened(line, letters) for line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        shown[-1] = _shortened(f"{shown[-1]} {lines[MOST_LINES]}", letters)
    return shown, letters


def _lines(text: str, letters: Font) -> list[str]:
    """Return ``text`` in lines that fit as far as whole words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.getlength(longer) <= ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(text: str, letters: Font) -> str:
    if letters.getlength(text) <= ROOM:
        return text
    while text and letters.getlength(f"{text}...") > ROOM:
        text = text[:-1].rstrip()
    return f"{text}..."


@cache
def _ground() -> Image.Image:
    """Return what is the same in every picture: the colours and the tiles of the mark."""
    image = Image.new("RGB", SIZE, BAND)
    side = Image.new("RGB", (SIDE * FINE, HEIGHT * FINE), PAPER)
    scale, floor = side.width / 51, side.height * 0.63
    for middle, lean, colour in TILES:
        tile = Image.new("L", side.size)
        corners = ((middle - 4) * scale, floor - 27 * scale, (middle + 4) * scale, floor)
        ImageDraw.Draw(tile).rounded_rectangle(corners, 3 * scale, 255)
        foot = (middle * scale, floor)
        side.paste(colour, mask=tile.rotate(-lean, Image.Resampling.BICUBIC, center=foot))
    under = (5 * scale, floor + scale, 46 * scale, floor + 3.4 * scale)
    ImageDraw.Draw(side).rounded_rectangle(under, 1.2 * scale, MINT)
    image.paste(side.resize((SIDE, HEIGHT), Image.Resampling.LANCZOS), (WIDTH - SIDE, 0))
    return image
