"""What every template can use: rooms by name, built files, and Dutch dates and amounts."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, request, url_for
from flask_babel import format_decimal, get_locale
from flask_login import current_user
from jinja2 import FileSystemLoader, PrefixLoader, StrictUndefined

from app.core.dates import ago_words, date_words, moment_words
from app.core.money import euros
from app.core.permissions import Predicate
from app.web.language import language_links

APP = Path(__file__).resolve().parent.parent
BUILT = APP / "static" / "dist"
SURROUNDINGS = "aanzet.surroundings"  # where a request keeps them
MOST_MENUS = 1_024  # by language, page and rights
Rights = frozenset[str] | None  # of a person; ``None`` for a visitor


@dataclass(frozen=True)
class Portal:
    """Who runs this portal and how to reach them."""

    name: str
    contact_team: str
    contact_phone: str
    contact_hours: str
    contact_email: str


@dataclass(frozen=True)
class NavigationLink:
    """A link in the navigation; ``is_current`` when the reader is in that part of the site."""

    label: str
    url: str
    is_current: bool
    is_action: bool
    shows_unread: bool


@dataclass(frozen=True)
class Entry:
    """An entry of the navigation as ``wiring`` lists it: an endpoint and its (lazy) label.

    ``is_action`` makes it a button that posts; ``permission`` shows it to some roles only.
    """

    endpoint: str
    label: object
    is_action: bool = False
    shows_unread: bool = False
    permission: str | None = None


@dataclass(frozen=True)
class Navigation:
    """Where people can go: everybody, visitors, people who are signed in, and in the footer."""

    everybody: Sequence[Entry]
    visitors: Sequence[Entry]
    signed_in: Sequence[Entry]
    footer: Sequence[Entry]


def open_templates(app: Flask, navigation: Navigation, unread: Callable[[Any], int]) -> None:
    """Prepare the templates of ``app``; ``unread`` counts the unread messages of a person."""
    rooms = {room.name: room / "templates" for room in APP.iterdir() if room.is_dir()}
    rooms["ui"] = APP / "ui"
    app.jinja_loader = PrefixLoader(
        {name: FileSystemLoader(folder) for name, folder in rooms.items() if folder.is_dir()}
    )
    app.jinja_options = {**app.jinja_options, "undefined": StrictUndefined, "autoescape": True}
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        date=date_words, moment=moment_words, ago=ago_words, euros=euros, number=format_decimal
    )
    portal = Portal(
        *(app.config[f"{name}"] for name in ("PORTAL_NAME", "CONTACT_TEAM", "CONTACT_PHONE")),
        *(app.config[name] for name in ("CONTACT_HOURS", "CONTACT_EMAIL")),
    )
    app.jinja_env.globals.update(
        asset=asset, can=_can, portal=portal, language_links=language_links
    )

    @lru_cache(maxsize=MOST_MENUS)
    def menus(_language: str, endpoint: str, rights: Rights) -> dict[str, Sequence[NavigationLink]]:
        """Return the links of a page: the same for everybody with the same rights."""
        own = navigation.visitors if rights is None else navigation.signed_in
        return {
            "navigation": _links(navigation.everybody, endpoint, rights),
            "account_navigation": _links(own, endpoint, rights),
            "footer_links": _links(navigation.footer, endpoint, rights),
        }

    @app.context_processor
    def surroundings() -> dict[str, object]:
        """Give every template of a page the same surroundings, looked up once per request."""
        if SURROUNDINGS not in request.environ:
            request.environ[SURROUNDINGS] = look_up()
        found: dict[str, object] = request.environ[SURROUNDINGS]
        return found

    def look_up() -> dict[str, object]:
        known, locale = current_user.is_authenticated, get_locale()
        rights = current_user.permissions if known else None
        return {
            "locale": locale,
            "unread_count": unread(current_user) if known else 0,
            **menus(str(locale), request.endpoint or "", rights),
        }


def asset(name: str) -> str:
    """Return the address of a built file: ``app.css`` -> ``/static/app.3f2a9c.css``."""
    return f"/static/{_manifest().get(name, name)}"


@cache
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    names: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    return names


def _links(entries: Sequence[Entry], endpoint: str, rights: Rights) -> list[NavigationLink]:
    return [
        NavigationLink(
            label=str(entry.label),
            url=url_for(entry.endpoint),
            is_current=entry.endpoint == endpoint,
            is_action=entry.is_action,
            shows_unread=entry.shows_unread,
        )
        for entry in entries
        if entry.permission is None or (rights and entry.permission in rights)
    ]


def _can(rule: Predicate[Any, Any], thing: object = None) -> bool:
    return rule(current_user, thing)
