"""Addresses: whole in a message, without the first part on paper, and that of this page itself."""

from urllib.parse import quote

from flask import current_app, request, url_for


def whole(endpoint: str, **values: object) -> str:
    """Return ``https://aanzet.example/i/12``: what a phone or a mail program opens."""
    path = url_for(endpoint, _external=False, **values)  # type: ignore[arg-type]  # as Flask types it
    return f"{current_app.config['PUBLIC_URL'].rstrip('/')}{path}"


def written(endpoint: str, **values: object) -> str:
    """Return ``aanzet.example/i/12``: what somebody types from paper."""
    return whole(endpoint, **values).partition("://")[2]


def this_page() -> str:
    """Return the address of this page with what was asked of it, for a form that posts to it.

    Without the place in the page (``#inhoud``): a browser that goes to a place leaves the
    mistakes, which ask for the focus, aside.
    """
    query = request.query_string.decode("latin-1")
    address = f"/{quote(request.path.lstrip('/'))}"  # "//evil.example" would be another site
    return f"{address}?{query}" if query else address
