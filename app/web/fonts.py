"""A font for words in a picture: one of this machine that has every letter, else the one of Pillow.

We ship no fonts. Debian brings DejaVu along with Pango, and that one knows many scripts.
"""

import unicodedata
from functools import cache, lru_cache

from PIL import ImageFont

FILES = ("NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf")
OF_PILLOW = ""
MISSING = "\U0010ffff"  # no font has this one: it gives the box for an unknown letter
Font = ImageFont.FreeTypeFont


def readable(text: str) -> tuple[str, str]:
    """Return what a picture can show of ``text``, and the name of the best font for it.

    A letter that the font does not have is shown without its accent, or else left out, as an
    emoji is.
    """
    name = min(_there(), key=lambda one: sum(not _has(one, letter) for letter in text))
    shown = "".join(_plain(name, letter) for letter in text)
    return " ".join(shown.split()), name


@lru_cache(maxsize=64)
def font(name: str, size: int) -> Font:
    """Return the font that ``readable`` named; ``size`` in pixels."""
    found = ImageFont.truetype(name, size) if name else ImageFont.load_default(size)
    if not isinstance(found, Font):
        raise TypeError("Pillow was built without FreeType")
    return found


def _plain(name: str, letter: str) -> str:
    if _has(name, letter):
        return letter
    bare = unicodedata.normalize("NFKD", letter)[0]
    return bare if _has(name, bare) else " "


@cache
def _there() -> list[str]:
    """Return the fonts of this machine, the nicest first; the last one is always there."""
    found = []
    for name in FILES:
        try:
            font(name, 20)
        except OSError:
            continue
        found.append(name)
    return [*found, OF_PILLOW]


@lru_cache(maxsize=4096)
def _has(name: str, letter: str) -> bool:
    drawn = font(name, 20)
    return letter.isspace() or bytes(drawn.getmask(letter)) != bytes(drawn.getmask(MISSING))
