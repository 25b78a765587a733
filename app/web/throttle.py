"""Limits on how often one network may do something that costs us or bothers others."""

from ipaddress import IPv6Address, ip_address

from flask import Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address


def network() -> str:
    """Return the network of the visitor: the address, or for IPv6 the part of one household."""
    text = get_remote_address()
    try:
        found = ip_address(text)
    except ValueError:
        return text
    if not isinstance(found, IPv6Address):
        return text
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return found.exploded[:19] + "::/64"


def was_refused(response: Response) -> bool:
    """Count only what failed: ``@limiter.limit("10 per hour", deduct_when=was_refused)``."""
    return response.status_code >= 400


class LimiterOfViews(Limiter):
    """Looks at the limits of a view when it is called, and not at others before each request.

    There are no others, and looking cost every page 0.1 milliseconds.
    """

    def _check_request_limit(
        self, callable_name: str | None = None, in_middleware: bool = True
    ) -> None:
        if not in_middleware:
            super()._check_request_limit(callable_name, in_middleware)


limiter = LimiterOfViews(key_func=network, default_limits=[], headers_enabled=False)
