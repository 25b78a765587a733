"""Smaller pages: HTML goes out compressed, except when another site sent the reader here.

Another site could learn a secret from the sizes of pages that it makes readers ask for
(docs/adr/0012-compression-and-secrets.md).
"""

from typing import Any

from flask import Flask, Response, request
from flask_compress import Compress

SETTINGS: dict[str, Any] = {
    "COMPRESS_REGISTER": False,
    "COMPRESS_MIMETYPES": ["text/html", "text/javascript"],  # pages, and the worker of a phone
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    "COMPRESS_BR_LEVEL": 3,  # half the work of level 4 for 5 % more bytes
    "COMPRESS_STREAMS": False,
}
BY_THE_READER = {"same-origin", "none"}  # a link or form of ours; an address typed or kept


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
    response = compress.after_request(response)
    if status >= 400:
        response.status_code = status
    return response
