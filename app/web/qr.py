"""A QR code as a drawing inside a page."""

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=1024)
def qr_code(address: str, title: str) -> Markup:
    """Return ``address`` as an SVG without a border: the page keeps four modules white around it.

    Up to 15 % of it may be dirty or torn. ``title`` is for people who do not see it.
    """
    code = segno.make(address, error="m", micro=False)
    drawing = code.svg_inline(border=0, omitsize=True, title=title, svgclass="qr")
    return Markup(drawing)  # noqa: S704 -- segno escapes the title


def qr_once(address: str, title: str) -> Markup:
    """Return ``address``, which is a secret, as an SVG on white with its border; nothing remembers it.

    It has a size of its own, 5 units for a module, and is black on white in the dark as well.
    """
    code = segno.make(address, error="m", micro=False)
    drawing = code.svg_inline(scale=5, light="#fff", title=title, svgclass=None, lineclass=None)
    return Markup(drawing)  # noqa: S704 -- segno escapes the title
