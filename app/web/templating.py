"""What every template can use: rooms by name, built files, and Dutch dates and amounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, get_template_attribute, request, url_for
from flask_babel import format_decimal
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from jinja2 import FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from app.core.dates import ago_words, date_words, moment_words
from app.core.money import euros
from app.core.permissions import Predicate
from app.core.speech import spoken
from app.core.text import direction
from app.web.addresses import this_page, whole, written
from app.web.face import asset, face
from app.web.language import DIRECTIONS, here, languages
from app.web.references import references

APP = Path(__file__).resolve().parent.parent
HERE, TOKEN = "\ue000", "\ue001"  # letters that no text has
SURROUNDINGS = "aanzet.surroundings"  # where a request keeps them
MOST_FRAMES = 1_024  # by language, page, rights and news, of a few kilobytes
Rights = frozenset[str] | None  # of a person; ``None`` for a visitor


@dataclass(frozen=True)
class Portal:
    """Who runs this portal, how it looks, and how to reach them."""

    name: str
    municipality: str
    stylesheet: str
    logo: str
    contact_team: str
    contact_phone: str
    contact_hours: str
    contact_email: str


@dataclass(frozen=True)
class NavigationLink:
    """A link in the navigation; ``is_current`` when the reader is in that part of the site."""

    label: str
    url: str
    is_current: bool = False
    shows_unread: bool = False
    form: str = ""  # of a button: the form that it sends


@dataclass(frozen=True)
class Frame:
    """What stands around every page: its looks, the header and the foot.

    In the headers, ``HERE`` and ``TOKEN`` stand for what differs from page to page.
    """

    head: Markup
    header: Markup
    header_in_form: Markup  # around a form, which has the languages in it
    footer: Markup


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
class Shortcut:
    """Keys that lead to a page from every page for staff; ``permissions``: for who has one of them."""

    keys: str
    endpoint: str
    label: object
    permissions: frozenset[str] = frozenset()  # none: for everybody who sees shortcuts

    def is_for(self, rights: frozenset[str]) -> bool:
        """Tell whether it is for who has ``rights``."""
        return not self.permissions or not self.permissions.isdisjoint(rights)


@dataclass(frozen=True)
class Navigation:
    """Where people can go: everybody, visitors, people who are signed in, in the footer, and by keys."""

    everybody: Sequence[Entry]
    visitors: Sequence[Entry]
    signed_in: Sequence[Entry]
    footer: Sequence[Entry]
    shortcuts: Sequence[Shortcut]


def open_templates(app: Flask, navigation: Navigation) -> None:
    """Prepare the templates of ``app``."""
    rooms = {room.name: room / "templates" for room in APP.iterdir() if room.is_dir()}
    rooms["ui"] = APP / "ui"
    app.jinja_loader = PrefixLoader(
        {name: FileSystemLoader(folder) for name, folder in rooms.items() if folder.is_dir()}
    )
    app.jinja_options = {**app.jinja_options, "undefined": StrictUndefined, "autoescape": True}
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        date=date_words,
        moment=moment_words,
        ago=ago_words,
        euros=euros,
        number=format_decimal,
        references=references,
        direction=direction,
    )
    own = face(app.config["THEME"], app.config["LOGO"])
    portal = Portal(
        *(app.config["PORTAL_NAME"], app.config["MUNICIPALITY"], own.stylesheet, own.logo),
        *(app.config[f"CONTACT_{name}"] for name in ("TEAM", "PHONE", "HOURS", "EMAIL")),
    )
    app.jinja_env.globals.update(
        asset=asset,
        can=_can,
        portal=portal,
        shortcuts=navigation.shortcuts,
        this_page=this_page,
        whole=whole,
        written=written,
    )

    @lru_cache(maxsize=MOST_FRAMES)
    def remembered(_language: str, endpoint: str, rights: Rights, unread_count: int) -> Frame:
        return make(endpoint, rights, unread_count)

    def make(endpoint: str, rights: Rights, unread_count: int) -> Frame:
        """Return the frame of a page: the same for everybody with the same rights and news."""
        own = navigation.visitors if rights is None else navigation.signed_in
        links = [_links(part, endpoint, rights) for part in (navigation.everybody, own)]
        foot, known = _links(navigation.footer, endpoint, rights), rights is not None
        around = (*links, unread_count, languages(), known, HERE, TOKEN)
        return Frame(
            head=_part("head"),
            header=_part("header", *around, False),
            header_in_form=_part("header", *around, True),
            footer=_part("footer", foot),
        )

    @app.context_processor
    def surroundings() -> dict[str, object]:
        """Give every template of a page the same surroundings, looked up once per request."""
        if SURROUNDINGS not in request.environ:
            request.environ[SURROUNDINGS] = look_up()
        found: dict[str, object] = request.environ[SURROUNDINGS]
        return found

    def look_up() -> dict[str, object]:
        known, language = current_user.is_authenticated, spoken()
        rights = current_user.permissions if known else None
        news = request.endpoint or "", rights, current_user.unread_count
        frame = make(*news) if app.debug else remembered(language, *news)
        return {
            "locale": language,
            "direction": DIRECTIONS[language],
            "unread_count": news[-1],
            "frame": frame,
            "header": lambda in_form: _completed(
                frame.header_in_form if in_form else frame.header, known=known
            ),
        }


def _completed(header: Markup, *, known: bool) -> Markup:
    """Return the header of one page; visitors have no form in it, so they need no token."""
    own = header.replace(HERE, here())
    return own.replace(TOKEN, generate_csrf()) if known else own


def _part(name: str, *values: object) -> Markup:
    """Return a macro of the frame."""
    return Markup(get_template_attribute("ui/frame.html", name)(*values))  # noqa: S704 -- a macro escapes


def _links(entries: Sequence[Entry], endpoint: str, rights: Rights) -> list[NavigationLink]:
    return [
        NavigationLink(
            label=str(entry.label),
            url=url_for(entry.endpoint),
            is_current=entry.endpoint == endpoint,
            shows_unread=entry.shows_unread,
            form=entry.endpoint.replace(".", "-") if entry.is_action else "",
        )
        for entry in entries
        if entry.permission is None or (rights and entry.permission in rights)
    ]


def _can(rule: Predicate[Any, Any], thing: object = None) -> bool:
    return rule(current_user, thing)
