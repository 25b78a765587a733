"""What an area is called on a page and in a web address."""

import re
from collections.abc import Collection, Iterator

from app.areas.models import AreaKind
from app.core.text import slug

# Numbers have letters too: "Wijk AK Werfkwartier" has the code WK9999AK.
NUMBERED = re.compile(r"(?:[Ww]ijk|[Bb]uurt)\s+(?:\d{1,2}|[0-9A-Z]{2})[\s:.-]+(?=\S)")
KIND_WORDS = {
    AreaKind.MUNICIPALITY: "gemeente",
    AreaKind.DISTRICT: "wijk",
    AreaKind.NEIGHBOURHOOD: "buurt",
    AreaKind.OWN: "gebied",
}


def display_name(official_name: str) -> str:
    """Return the name without a number in front: ``Wijk 11 Binnenstad`` is ``Binnenstad``."""
    return (
        NUMBERED.sub("", official_name, count=1) if NUMBERED.match(official_name) else official_name
    )


def free_slug(name: str, kind: AreaKind, parent: str, code: str, taken: Collection[str]) -> str:
    """Return a part of a web address that is not ``taken``: the name, or a bit more than that.

    A neighbourhood that is called as its district becomes ``voorhof-buurt``; a second one of
    that name in another district ``centrum-buurt-vrijenban``.
    """
    return next(option for option in _slugs(name, kind, parent, code) if option not in taken)


def _slugs(name: str, kind: AreaKind, parent: str, code: str) -> Iterator[str]:
    short, kind_word = slug(name), KIND_WORDS[kind]
    if short:
        yield short
        yield f"{short}-{kind_word}"
        yield f"{short}-{kind_word}-{slug(parent)}"
    yield slug(f"{short} {code}")
