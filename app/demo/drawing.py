"""Drawings in the place of photos: nobody's face and nobody's house is in the demo."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from app.demo.chance import pick

WIDTH, HEIGHT = 1920, 1440  # made half as large at the end: that smooths the edges
GROUND = 1000  # how far from the top the ground begins
SKIES = (("#bfe3f2", "#fdf3dc"), ("#a9d3ea", "#f6e7d8"), ("#f4c9a0", "#fdeccf"))
WALLS = ("#b5523b", "#d98b4a", "#8c4a3a", "#c9a46b", "#7d8f86", "#e3c08d")
LEAVES = ("#3f7d4f", "#5b9a57", "#2f6b4a")
FLOWERS = ("#d9435b", "#f2b134", "#8e5bb5", "#ffffff", "#e87ba0")
Pen = ImageDraw.ImageDraw


def drawing(theme: str, throws: Random) -> tuple[bytes, str]:
    """Return a drawing that suits a theme, as PNG, and what is on it in words."""
    scene, words = SCENES.get(theme, SCENES[""])
    picture = _sky(*pick(throws, SKIES))
    scene(ImageDraw.Draw(picture), throws)
    file = BytesIO()
    picture.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS).save(file, "PNG")
    return file.getvalue(), words


def _sky(above: str, below: str) -> Image.Image:
    """Return a picture that goes from one colour to another."""
    colours = Image.new("RGB", (1, 2), below)
    colours.paste(above, (0, 0, 1, 1))
    return colours.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)


def _street(pen: Pen, throws: Random) -> None:
    left = -throws.randint(0, 120)
    while left < WIDTH:
        left += _house(pen, throws, left)
    pen.rectangle((0, GROUND, WIDTH, GROUND + 90), fill="#cfc4b4")
    pen.rectangle((0, GROUND + 90, WIDTH, HEIGHT), fill="#8f8a86")
    for place in range(throws.randint(100, 300), WIDTH, 560):
        _tree(pen, throws, place, GROUND + 60)


def _house(pen: Pen, throws: Random, left: int) -> int:
    """Draw one house and return how wide it is."""
    width, top = throws.randint(270, 360), throws.randint(430, 560)
    right, wall = left + width, pick(throws, WALLS)
    pen.polygon(
        [
            (left, top),
            (left + width // 2, top - 170),
            (right, top),
            (right, GROUND),
            (left, GROUND),
        ],
        fill=wall,
    )
    for floor in range(top + 50, GROUND - 200, 190):
        for window in (left + 40, right - 120):
            pen.rectangle((window, floor, window + 80, floor + 110), fill="#fdf6e3")
    pen.rectangle((left + 40, GROUND - 180, left + 130, GROUND), fill="#2f4f56")
    pen.rectangle((right - 130, GROUND - 170, right - 40, GROUND - 60), fill="#fdf6e3")
    return width


def _garden(pen: Pen, throws: Random) -> None:
    pen.ellipse((-600, 620, 1300, 1900), fill="#9cc48a")
    pen.ellipse((700, 680, 2600, 2000), fill="#86b577")
    for place in range(120, WIDTH, 620):
        _tree(pen, throws, place, 860)
    pen.rectangle((0, GROUND - 60, WIDTH, HEIGHT), fill="#6f5a43")
    for row in range(GROUND, HEIGHT, 110):
        for place in range(throws.randint(20, 80), WIDTH, 90):
            size = throws.randint(26, 44)
            pen.line((place, row + 60, place, row), fill="#3f7d4f", width=10)
            pen.ellipse(
                (place - size, row - size, place + size, row + size), fill=pick(throws, FLOWERS)
            )


def _square(pen: Pen, throws: Random) -> None:
    _street(pen, throws)
    pen.rectangle((0, GROUND, WIDTH, HEIGHT), fill="#d9cbb6")
    for line in range(GROUND, HEIGHT, 80):
        pen.line((0, line, WIDTH, line), fill="#c9b99f", width=6)
    for place in range(0, WIDTH, 120):
        pen.polygon(
            [(place, 300), (place + 90, 300), (place + 45, 390)], fill=pick(throws, FLOWERS)
        )
    pen.rectangle((260, 1120, WIDTH - 260, 1160), fill="#8c5a33")
    for leg in (330, WIDTH - 370):
        pen.rectangle((leg, 1160, leg + 40, 1330), fill="#734826")
    for place in range(380, WIDTH - 340, 170):
        colour = pick(throws, FLOWERS)
        pen.rectangle((place, 1060, place + 70, 1120), fill=colour)


def _tree(pen: Pen, throws: Random, place: int, foot: int) -> None:
    size, leaves = throws.randint(110, 170), pick(throws, LEAVES)
    pen.rectangle((place - 18, foot - 260, place + 18, foot), fill="#6b4a33")
    pen.ellipse((place - size, foot - 260 - 2 * size, place + size, foot - 200), fill=leaves)


SCENES: dict[str, tuple[Callable[[Pen, Random], None], str]] = {
    "": (_street, "Een getekende straat met huizen en bomen (voorbeeld)"),
    "surroundings": (_garden, "Een getekende tuin met bloemen en bomen (voorbeeld)"),
    "sustainability": (_garden, "Een getekende tuin met bloemen en bomen (voorbeeld)"),
    "together": (_square, "Een getekend plein met slingers en een lange tafel (voorbeeld)"),
}
