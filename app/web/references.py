"""References in a text: a number such as ``BUURT-2026-7K3M`` is never broken off at the end of a line."""

import re

from markupsafe import Markup, escape

REFERENCE = re.compile(r"\b[A-Z]{3,12}-\d{4}-[2-9A-Z]{4,}\b")


def references(text: object) -> Markup:
    """Return ``text``, escaped, with every reference in it kept together."""
    whole = REFERENCE.sub(r'<span class="unbroken">\g<0></span>', str(escape(text)))
    return Markup(whole)  # noqa: S704 -- escaped above; a reference holds no markup
