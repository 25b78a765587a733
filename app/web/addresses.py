"""Addresses that leave the portal: whole in a message, without the first part on paper."""

from flask import current_app, url_for


def whole(endpoint: str, **values: object) -> str:
    """Return ``https://aanzet.example/i/12``: what a phone or a mail program opens."""
    path = url_for(endpoint, _external=False, **values)  # type: ignore[arg-type]  # as Flask types it
    return f"{current_app.config['PUBLIC_URL'].rstrip('/')}{path}"


def written(endpoint: str, **values: object) -> str:
    """Return ``aanzet.example/i/12``: what somebody types from paper."""
    return whole(endpoint, **values).partition("://")[2]
