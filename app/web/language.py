"""The language of a page: Dutch, unless the reader chose English (``?taal=en``)."""

from dataclasses import dataclass
from urllib.parse import quote

from flask import Flask, has_request_context, request, session
from flask_babel import Babel, get_locale

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

    @app.before_request
    def remember() -> None:
        wanted = request.args.get("taal")
        if wanted in NAMES and wanted != session.get("language", "nl"):
            session["language"] = wanted


def language_links() -> list[LanguageLink]:
    """Return this page in every language."""
    current = str(get_locale())
    here = "/" + quote(request.path.lstrip("/"))  # "//evil.example" would be another site
    return [
        LanguageLink(code, name, f"{here}?taal={code}", code == current)
        for code, name in NAMES.items()
    ]


def _chosen() -> str:
    return str(session.get("language", "nl")) if has_request_context() else "nl"
