"""Web push: with which key we sign, which push services we talk to, and how a text goes to one.

A push service belongs to the maker of a browser. It brings what we send to the device, and cannot
read it (RFC 8030, 8291 and 8292). What a browser says its address is, comes from outside: we only
talk to hosts on a list, and follow nobody to another.
"""

import json
import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _

from app.core.errors import Refused

KEPT = timedelta(days=1)  # so long a service tries to reach a device, and so do we
TIMEOUT = 20  # seconds
LONGEST_ADDRESS = 1000
GONE = {404, 410}
PLAIN = re.compile(r"[A-Za-z0-9_-]+=*")
POINT, SECRET = 65, 16  # bytes: a point on the curve P-256, and what only the browser and we know


class Gone(Exception):
    """The push service does not know this device any more."""


class NotTaken(Exception):
    """The push service did not take it this time; says which service, never whose device."""


class NeverTaken(Exception):
    """The push service will not take this, however often it is tried."""


@dataclass(frozen=True)
class Subscription:
    """What a browser tells about where and how it can be reached."""

    address: str
    public_key: str
    secret: str


@dataclass(frozen=True)
class Announcement:
    """What a device shows: the name of the portal, one line, and what a tap opens."""

    title: str
    text: str
    path: str
    language: str


def is_on() -> bool:
    """Tell whether this portal has a key to send with."""
    return bool(current_app.config["PUSH_KEY"])


def new_key() -> str:
    """Return a new private key; the public one follows from it."""
    vapid = _engine("py_vapid").Vapid02()
    vapid.generate_keys()
    number = vapid.private_key.private_numbers().private_value
    return str(_engine("py_vapid.utils").b64urlencode(number.to_bytes(32, "big")))


def public_key() -> str:
    """Return the public key as browsers want it."""
    return _public_key_of(current_app.config["PUSH_KEY"])


def check(subscription: Subscription) -> None:
    """Raise ``Refused`` for a device that we will not send anything to."""
    parts = [(subscription.public_key, POINT), (subscription.secret, SECRET)]
    is_whole = all(_size(text) == size for text, size in parts)
    if not is_whole or not is_known(subscription.address):
        raise Refused(_("We kennen de dienst niet waarmee je browser meldingen krijgt."))


def is_known(address: str) -> bool:
    """Tell whether ``address`` is at a push service on the list, over a safe line."""
    if len(address) > LONGEST_ADDRESS or not address.isascii() or not address.isprintable():
        return False
    try:
        where = urlsplit(address)
        host = (where.hostname or "") + (f":{where.port}" if where.port else "")
    except ValueError:
        return False
    if where.scheme != "https" or host != where.netloc:
        return False
    return any(_fits(host, known) for known in current_app.config["PUSH_HOSTS"])


def send(announcement: Announcement, subscription: Subscription) -> None:
    """Hand ``announcement`` to the push service of a device, encrypted for that device alone.

    Raises ``Gone``, ``NotTaken`` or ``NeverTaken``. The first time takes a second, to load what it
    needs: only the worker pays for that.
    """
    host = urlsplit(subscription.address).netloc
    engine, requests = _engine("pywebpush"), _engine("requests")
    with requests.Session() as line:
        line.max_redirects = 0
        try:
            engine.webpush(
                _told(subscription),
                data=json.dumps(_shown(announcement)),
                vapid_private_key=current_app.config["PUSH_KEY"],
                vapid_claims={"sub": f"mailto:{current_app.config['CONTACT_EMAIL']}"},
                timeout=TIMEOUT,
                ttl=int(KEPT.total_seconds()),
                requests_session=line,
            )
        except engine.WebPushException as refused:
            raise _refusal(host, refused.status_code) from None
        except requests.RequestException as broken:
            raise NotTaken(f"{host}: {type(broken).__name__}") from None
        except ValueError as wrong:  # no point on the curve
            raise NeverTaken(f"{host}: {type(wrong).__name__}") from None


def _refusal(host: str, status: int | None) -> Exception:
    if status in GONE:
        return Gone(f"{host}: {status}")
    is_for_good = status is not None and 400 <= status < 500 and status != 429
    return (NeverTaken if is_for_good else NotTaken)(f"{host}: {status}")


def _told(subscription: Subscription) -> dict[str, Any]:
    keys = {"p256dh": subscription.public_key, "auth": subscription.secret}
    return {"endpoint": subscription.address, "keys": keys}


def _shown(announcement: Announcement) -> dict[str, str]:
    return {
        "title": announcement.title,
        "body": announcement.text,
        "path": announcement.path,
        "lang": announcement.language,
    }


def _fits(host: str, known: str) -> bool:
    return host.endswith(known[1:]) if known.startswith("*.") else host == known


def _size(text: str) -> int:
    """Return how many bytes a text of the browser stands for; 0 when it is no such text."""
    if not PLAIN.fullmatch(text):
        return 0
    bare = text.rstrip("=")
    try:
        return len(urlsafe_b64decode(bare + "=" * (-len(bare) % 4)))
    except ValueError:
        return 0


@cache
def _public_key_of(private: str) -> str:
    point = _engine("py_vapid").Vapid02.from_raw(private.encode()).public_key
    form = _engine("cryptography.hazmat.primitives.serialization")
    uncompressed = point.public_bytes(form.Encoding.X962, form.PublicFormat.UncompressedPoint)
    return str(_engine("py_vapid.utils").b64urlencode(uncompressed))


def _engine(name: str) -> Any:
    """Load a library when it is needed: it is large, and most portals and processes never do."""
    return import_module(name)
