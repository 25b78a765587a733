"""Paths: numbers in them that exist, and pages of our own to send a reader on to."""

import re
from urllib.parse import unquote, urlsplit

from flask import current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map

from app.core.db import LARGEST_NUMBER

PLAIN = re.compile(r"/[A-Za-z0-9\-._~/%?=&+,:@!'()*]*(?:#[A-Za-z0-9\-_]*)?", re.ASCII)
TRICKS = re.compile(r"//|/\.{1,2}(?:/|$)|%(?:0|1|2f|2e|5c|7f|[c-f])", re.IGNORECASE)
LONGEST = 500


class RowNumber(IntegerConverter):
    """A number of a row: one that is too large for any database is a page that is not there."""

    def __init__(self, map: Map) -> None:  # noqa: A002 -- the name that werkzeug uses
        super().__init__(map, max=LARGEST_NUMBER)


def safe_path(wanted: str | None) -> str:
    """Return ``wanted`` when it is the path of a page of this portal, else nothing.

    Anything that a browser could read as another site is refused, and so is a path that
    only takes posts, such as the one to sign out.
    """
    if not wanted or len(wanted) > LONGEST or not PLAIN.fullmatch(wanted):
        return ""
    path = urlsplit(wanted).path
    if TRICKS.search(path):
        return ""
    try:
        current_app.url_map.bind("portal").match(unquote(path), method="GET")
    except HTTPException:
        return ""
    return wanted
