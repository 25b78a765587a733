"""The drawings of the themes for a document that has to bring everything itself."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

ICONS = Path(__file__).resolve().parent.parent / "static" / "img" / "icons.svg"
SYMBOL = re.compile(r'<symbol id="theme-(\w+)" viewBox="([^"]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
SURFACE = re.compile(r"var\(--[\w-]+, *[^)]+\)")  # what shows through: doors, and between leaves
PICTURE = Markup('<svg viewBox="{}" preserveAspectRatio="xMaxYMax meet"><title>{}</title>{}</svg>')


def drawn(theme: str, title: str, *, colour: str, surface: str) -> Markup:
    """Return the drawing of a theme in shades of ``colour`` on ``surface`` (``#fff``)."""
    box, drawing = _symbols()[theme]
    painted = SURFACE.sub(surface, drawing.replace("currentColor", colour))
    return PICTURE.format(box, title, Markup(painted))  # noqa: S704 -- ours


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    return {name: (box, drawing) for name, box, drawing in SYMBOL.findall(ICONS.read_text())}
