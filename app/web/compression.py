"""Smaller pages: HTML, the worker of a phone and outlines go out compressed, except when another site sent the reader here.

Another site could learn a secret from the sizes of pages that it makes readers ask for
(docs/adr/0012-compression-and-secrets.md).
"""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import brotli
from flask import Flask, Response, current_app, request
from flask_compress import Compress

SETTINGS: dict[str, Any] = {
    "COMPRESS_REGISTER": False,
    "COMPRESS_MIMETYPES": ["text/html", "text/javascript", "application/geo+json"],
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    "COMPRESS_BR_LEVEL": 3,  # half the work of level 4 for 5 % more bytes
    "COMPRESS_STREAMS": False,
}
WELL = 8  # the level for a long page that is asked for seldom
INDENT = re.compile(rb"\n\s+<")  # typed text has no "<": there it is written as "&lt;"
MARK = "is_squeezed_well"  # where a view keeps that its pages are such pages
View = TypeVar("View", bound=Callable[..., Any])
BY_THE_READER = {"same-origin", "none"}  # a link or form of ours; an address typed or kept


def squeezed_well(view: View) -> View:
    """Let the pages of a view be made smaller than others; written right under its route."""
    setattr(view, MARK, True)
    return view


def open_compression(app: Flask) -> None:
    """Compress the pages of ``app`` for browsers that ask for it."""
    app.config.update(SETTINGS)
    compress = Compress(app)

    @app.after_request
    def squeeze(response: Response) -> Response:
        if response.mimetype not in SETTINGS["COMPRESS_MIMETYPES"]:
            return response
        response.vary.add("Accept-Encoding")
        return _squeezed(response, compress) if _is_safe() else response


def _is_safe() -> bool:
    """Tell whether no other site chose this page for somebody whose cookie opens secrets."""
    return not request.cookies or request.headers.get("Sec-Fetch-Site") in BY_THE_READER


def _squeezed(response: Response, compress: Compress) -> Response:
    status = response.status_code
    if status >= 400:
        response.status_code = 200  # a form with a mistake is as long as one without
    if _is_worth_more():
        page = INDENT.sub(b"\n<", response.get_data())
        response.set_data(brotli.compress(page, quality=WELL))
        response.content_encoding = "br"
    response = compress.after_request(response)
    if status >= 400:
        response.status_code = status
    return response


def _is_worth_more() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    likes = request.accept_encodings.best_match(SETTINGS["COMPRESS_ALGORITHM"])
    return likes == "br" and getattr(view, MARK, False)
