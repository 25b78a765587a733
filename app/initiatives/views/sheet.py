"""What stands on a poster: the plan in a few words, and the way to its page."""

from textwrap import shorten, wrap
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup

from app.areas import queries as areas
from app.core.dates import date_words
from app.core.text import without_emoji
from app.initiatives.queries import Shown
from app.initiatives.queries.words import need_labels
from app.web.addresses import whole, written
from app.web.qr import qr_code
from app.web.theme_drawings import drawn

MOST_NEEDS, LONGEST_PLACE = 4, 110
WHITE, BAND = "#fff", "#0c4a51"  # of the drawing on the band at the top
TITLE_SIZES, SUMMARY_SIZES, FACT_SIZES = (18, 34, 56), (90, 180), (70, 140)  # up to so many letters
WORD_SIZES = (11, 14, 18)  # letters of one word that fit on a line of the title, in wide type
TAB_LINE, TAB_LINES, LONGEST_ON_A_TAB = 24, 2, 26  # on a strip to tear off


class Tab(NamedTuple):
    """What stands on each strip to tear off."""

    title: tuple[str, ...]
    address: tuple[str, ...]


class Sheet(NamedTuple):
    """A poster as it is read: texts of the plan, and how large there is room for them (0: largest)."""

    title: str
    title_size: int
    summary: str
    summary_size: int
    place: str
    exactly: str
    begins: str
    needs: tuple[str, ...]
    facts_size: int
    address: str
    code: Markup
    drawing: Markup
    tab: Tab


def sheet_of(initiative: Shown) -> Sheet:
    """Return what a poster says about a public plan, without emoji: few printers know them."""
    title, summary = without_emoji(initiative.title), without_emoji(initiative.summary)
    address = written("short.plan", initiative_id=initiative.id)
    theme = initiative.themes[0] if initiative.themes else None
    place = areas.by_id(initiative.neighbourhood_id or 0)
    exactly = shorten(without_emoji(initiative.place), LONGEST_PLACE, placeholder="...")
    needs = _needs(initiative)
    return Sheet(
        title=title,
        title_size=max(_size(title, TITLE_SIZES), _size(_longest_word(title), WORD_SIZES)),
        summary=summary,
        summary_size=_size(summary, SUMMARY_SIZES),
        place=place.name if place else "",
        exactly=exactly,
        begins=date_words(initiative.starts_on),
        needs=needs,
        facts_size=_size("".join([*needs, exactly]), FACT_SIZES),
        address=address,
        code=qr_code(
            whole("short.plan", initiative_id=initiative.id),
            _("QR-code voor %(address)s", address=address),
        ),
        drawing=drawn(theme.value, theme.label, colour=WHITE, surface=BAND) if theme else Markup(),
        tab=Tab(_tab_title(title), _tab_address(address)),
    )


def _size(text: str, sizes: tuple[int, ...]) -> int:
    return sum(len(text) > most for most in sizes)


def _longest_word(text: str) -> str:
    return max(text.split(), key=len, default="")


def _needs(initiative: Shown) -> tuple[str, ...]:
    labels = need_labels(initiative.needs)
    more = [_("En meer")] if len(labels) > MOST_NEEDS else []
    return (*labels[: MOST_NEEDS - len(more)], *more)


def _tab_title(title: str) -> tuple[str, ...]:
    return tuple(wrap(title, TAB_LINE, max_lines=TAB_LINES, placeholder="..."))


def _tab_address(address: str) -> tuple[str, ...]:
    """Return the address, on two lines when one would be too small to read."""
    if len(address) <= LONGEST_ON_A_TAB:
        return (address,)
    host, slash, path = address.partition("/")
    return host, slash + path
