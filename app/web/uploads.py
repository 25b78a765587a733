"""What a request may bring, and when it is read: whole, before anybody has to wait for it.

A phone on a slow network sends for a minute. Its request takes no lock while that lasts. Only
the views that say so get more than the usual number of bytes.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request

View = TypeVar("View", bound=Callable[..., Any])
MOST = "most_bytes"  # where a view keeps how much it takes


def takes_files(most: int) -> Callable[[View], View]:
    """Let a view take requests of at most ``most`` bytes; written right under its route."""

    def mark(view: View) -> View:
        setattr(view, MOST, most)
        return view

    return mark


def open_uploads(app: Flask) -> None:
    """Read what every request to ``app`` brings, before anything else is done with it."""

    @app.before_request
    def read() -> None:
        view = app.view_functions.get(request.endpoint or "")
        most = getattr(view, MOST, None)
        if most is not None:
            request.max_content_length = most
        _ = request.form
