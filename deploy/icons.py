"""Draw the icons of the installed app from the mark: the same tiles, as pictures of points.

A mark is a square of ``rect`` elements; more than those it may not hold.
"""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

ROOT = Path(__file__).resolve().parent.parent
MARK = ROOT / "app" / "static" / "img" / "mark.svg"
MADE = ROOT / "app" / "static" / "icons"
FINER = 4  # drawn so many times larger, for smooth edges
SAFE = 0.8  # of a maskable icon: a phone may cut the rest off
ROTATION = re.compile(r"rotate\((\S+) (\S+) (\S+)\)")
ICONS = {  # name: size, and how large the mark is on a ground without round corners
    "icon-192": (192, None),
    "icon-512": (512, None),
    "maskable-512": (512, SAFE),
    "touch-180": (180, 0.85),
}


def main() -> None:
    """Write every icon into ``MADE``."""
    drawing = ET.fromstring(MARK.read_text())  # noqa: S314 -- our own file
    ground, *tiles = drawing.iter("{http://www.w3.org/2000/svg}rect")
    MADE.mkdir(exist_ok=True)
    for name, (size, share) in ICONS.items():
        picture = Image.new("RGBA", (size * FINER, size * FINER))
        if share is None:
            _lay(picture, ground, 1)
        else:
            picture.paste(ImageColor.getrgb(ground.attrib["fill"]), (0, 0, *picture.size))
        for tile in tiles:
            _lay(picture, tile, share or 1)
        small = picture.resize((size, size), Image.Resampling.LANCZOS)
        small.quantize(64, Image.Quantize.FASTOCTREE).save(MADE / f"{name}.png", optimize=True)


def _lay(picture: Image.Image, tile: ET.Element, share: float) -> None:
    """Put one rectangle on ``picture``, with the mark in the middle at ``share`` of its size."""
    side = picture.width
    scale, edge = side * share / 48, side * (1 - share) / 2
    read = {name: float(tile.get(name, 0)) for name in ("x", "y", "width", "height", "rx")}
    left, top = edge + read["x"] * scale, edge + read["y"] * scale
    colour = (*ImageColor.getrgb(tile.attrib["fill"]), round(255 * float(tile.get("opacity", 1))))
    layer = Image.new("RGBA", picture.size, (*colour[:3], 0))
    ImageDraw.Draw(layer).rounded_rectangle(
        (left, top, left + read["width"] * scale, top + read["height"] * scale),
        radius=read["rx"] * scale,
        fill=colour,
    )
    if turned := ROTATION.match(tile.get("transform", "")):
        angle, x, y = map(float, turned.groups())
        layer = layer.rotate(
            -angle, Image.Resampling.BICUBIC, center=(edge + x * scale, edge + y * scale)
        )
    picture.alpha_composite(layer)


if __name__ == "__main__":
    sys.exit(main())
