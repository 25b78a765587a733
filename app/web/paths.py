"""Where may a reader be sent on to? Only to a page of our own that can be looked at."""

import re
from urllib.parse import unquote, urlsplit

from flask import current_app
from werkzeug.exceptions import HTTPException

PLAIN = re.compile(r"/[A-Za-z0-9\-._~/%?=&+,:@!'()*]*(?:#[A-Za-z0-9\-_]*)?", re.ASCII)
TRICKS = re.compile(r"//|/\.{1,2}(?:/|$)|%(?:0|1|2f|2e|5c|7f|[c-f])", re.IGNORECASE)
LONGEST = 500


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
