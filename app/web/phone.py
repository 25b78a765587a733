"""What a phone may keep of a page, to show it without internet.

Every page says who reads it, so that the worker of the browser (static/js/worker.mjs) can empty
what it kept for somebody else. Only pages in a list say that they may be kept at all; staff keep
none, since their pages are about others.
"""

from collections.abc import Collection

from flask import Flask, Response, request
from flask_login import current_user

from app.core import tokens

READER = "Aanzet-Reader"  # a mark of the session, or ``NOBODY``
KEEP = "Aanzet-Keep"
NOBODY = "nobody"
LENGTH = 16  # of a mark: enough to tell readers apart


def open_phones(app: Flask, may_be_kept: Collection[str]) -> None:
    """Tell phones who reads a page of ``app``, and whether its endpoint ``may_be_kept``."""

    @app.after_request
    def mark(response: Response) -> Response:
        if response.mimetype != "text/html":
            return response
        response.headers[READER] = reader()
        is_whole = request.method == "GET" and response.status_code == 200
        if is_whole and request.endpoint in may_be_kept and not current_user.assignments:
            response.headers[KEEP] = "yes"
        return response


def reader() -> str:
    """Return a mark of who reads: the same for one session in one browser, and useless outside."""
    if not current_user.is_authenticated:
        return NOBODY
    return tokens.fingerprint(f"phone {current_user.get_id()}")[:LENGTH]
