"""The language of a page: Dutch, unless the reader chose another (``?taal=en``).

A language is offered as soon as its catalogue is there: see ``docs/languages.md``.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from babel import Locale
from babel.support import NullTranslations, Translations
from flask import Flask, has_request_context, request, session
from flask_babel import Babel, refresh
from markupsafe import Markup

from app.core.speech import DEFAULT, spoken

IN_FORM = "taal"  # the button of a form that sends it only to go on in another language
CATALOGUES = Path(__file__).resolve().parent.parent / "translations"


def _own_name(code: str) -> str:
    name = Locale.parse(code).get_display_name() or code
    return name[:1].upper() + name[1:]


def _names() -> dict[str, str]:
    """Return the languages that have a catalogue, Dutch first, each called as in itself."""
    codes = (path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/messages.po"))
    others = sorted((_own_name(code), code) for code in codes)
    return {DEFAULT: _own_name(DEFAULT), **{code: name for name, code in others}}


NAMES = _names()
DIRECTIONS = {code: Locale.parse(code).text_direction for code in NAMES}


class Language(NamedTuple):
    """A language that readers can choose, named in that language itself."""

    code: str
    name: str
    is_current: bool


def open_languages(app: Flask) -> None:
    """Let readers of ``app`` choose a language; remembered in their session."""
    Babel(app, locale_selector=_chosen)
    app.jinja_env.globals.update(
        {
            "_": say,
            "gettext": say,
            "ngettext": say_number,
            "as_written": as_written,
            "languages": languages,
        }
    )

    @app.before_request
    def remember() -> None:
        wanted = request.form.get(IN_FORM) or request.args.get("taal")
        if wanted in NAMES and wanted != session.get("language", DEFAULT):
            session["language"] = wanted


def chosen() -> str:
    """Return the language that was chosen in this browser; empty when none was."""
    return str(session.get("language", ""))


def switched() -> bool:
    """Tell whether a form was sent only to go on in another language, with what is typed in it."""
    return request.form.get(IN_FORM) in NAMES


def choose(language: str) -> None:
    """Go on in ``language``, from the next word."""
    session["language"] = language
    refresh()


def languages() -> list[Language]:
    """Return every language."""
    return [Language(code, name, code == spoken()) for code, name in NAMES.items()]


def here() -> str:
    """Return the address of this page with what was asked of it, up to where the language comes.

    A page that only takes posts cannot be asked for again: then it is the page before.
    """
    rule, path = request.url_rule, request.path
    if rule is not None and "GET" not in (rule.methods or ()):
        path = urlsplit(request.referrer or "/").path
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != "taal"]
    query = f"{urlencode(asked)}&" if asked else ""
    return f"/{quote(path.lstrip('/'))}?{query}"  # "//evil.example" would be another site


def as_written(language: str = "") -> Markup:
    """Return how to mark a text in ``language`` (Dutch, as a rule) on a page in another."""
    return Markup() if spoken() == (language or DEFAULT) else _marked(language or DEFAULT)


def say(text: str, **values: object) -> Markup:
    """Return ``text`` in the language of the reader, with ``values`` filled in and escaped.

    Templates ask this dozens of times a page, so it looks the language up once where Flask-Babel
    asks several times who is reading.
    """
    words = Markup(_catalogue(spoken()).gettext(text))  # noqa: S704 -- from a template
    return words % values if values else words


def say_number(one: str, more: str, num: int, **values: object) -> Markup:
    """Return ``one`` or ``more`` of something, in words that go with the number ``num``."""
    words = Markup(_catalogue(spoken()).ngettext(one, more, num))  # noqa: S704 -- from a template
    return words % {"num": num, **values}


@cache
def _marked(language: str) -> Markup:
    return Markup(' lang="{}" dir="auto"').format(language)


@cache
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(CATALOGUES, [language])


def _chosen() -> str:
    language = session.get("language", DEFAULT) if has_request_context() else DEFAULT
    return language if language in NAMES else DEFAULT
