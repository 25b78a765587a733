"""The language of a page: Dutch, unless the reader chose English (``?taal=en``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from babel.support import NullTranslations, Translations
from flask import Flask, has_request_context, request, session
from flask_babel import Babel, refresh
from markupsafe import Markup

from app.core.speech import DEFAULT, spoken

CATALOGUES = Path(__file__).resolve().parent.parent / "translations"
NAMES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True)
class LanguageLink:
    """A link to this page in another language, named in that language itself."""

    code: str
    name: str
    url: str
    is_current: bool


def open_languages(app: Flask) -> None:
    """Let readers of ``app`` choose a language; remembered in their session."""
    Babel(app, locale_selector=_chosen)
    app.jinja_env.globals.update({"_": say, "gettext": say, "ngettext": say_number})

    @app.before_request
    def remember() -> None:
        wanted = request.args.get("taal")
        if wanted in NAMES and wanted != session.get("language", DEFAULT):
            session["language"] = wanted


def chosen() -> str:
    """Return the language that was chosen in this browser; empty when none was."""
    return str(session.get("language", ""))


def choose(language: str) -> None:
    """Go on in ``language``, from the next word."""
    session["language"] = language
    refresh()


def language_links() -> list[LanguageLink]:
    """Return this page in every language."""
    current = spoken()
    here = "/" + quote(request.path.lstrip("/"))  # "//evil.example" would be another site
    return [
        LanguageLink(code, name, f"{here}?taal={code}", code == current)
        for code, name in NAMES.items()
    ]


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
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(CATALOGUES, [language])


def _chosen() -> str:
    return str(session.get("language", DEFAULT)) if has_request_context() else DEFAULT
