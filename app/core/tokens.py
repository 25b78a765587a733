"""Secrets for links and cookies, and references that can be read over the phone."""

import hashlib
import secrets

from flask import current_app

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I: they sound or look alike
SHORTEST = 4  # characters in a reference
MULTIPLIER = 0x9E3779B1  # odd, so that it shuffles every range of a power of two


def secret() -> str:
    """Return 256 random bits as text that fits in a web address."""
    return secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """Return what is kept of a secret: enough to recognise it, useless to a thief."""
    return hashlib.sha256(token.encode()).hexdigest()


def signing_keys() -> list[str]:
    """Return the keys that a signature of this portal may have; the last one signs.

    Those of before still open what they signed (``AANZET_OLD_SECRET_KEYS``).
    """
    config = current_app.config
    return [*config["SECRET_KEY_FALLBACKS"], config["SECRET_KEY"]]


def reference(prefix: str, year: int, number: int) -> str:
    """Return a reference such as ``BUURT-2026-7K3M`` for the ``number``-th thing (from 0).

    Two numbers never share a code: within one length the numbers are shuffled by a
    bijection, and codes grow a character when all shorter ones are used.
    """
    length, first = SHORTEST, 0
    while number - first >= len(LETTERS) ** length:
        first += len(LETTERS) ** length
        length += 1
    size = len(LETTERS) ** length
    code = ((number - first) * MULTIPLIER + size // 3) % size
    letters = ""
    for _ in range(length):
        code, digit = divmod(code, len(LETTERS))
        letters = LETTERS[digit] + letters
    return f"{prefix}-{year}-{letters}"
