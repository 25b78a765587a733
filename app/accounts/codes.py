"""Codes: those of an app that change every half minute, and those on paper for who lost the app."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import urlsafe_b64encode
from datetime import datetime

import pyotp
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app

from app.core.tokens import LETTERS

HALF_MINUTE = 30  # seconds that an app shows a code
DRIFT = 1  # codes before and after the one of now that are right as well: clocks differ
LETTERS_ON_PAPER = 12  # of 32 kinds: 60 bits
SEPARATORS = re.compile(r"[\s\-.]+")


def new_secret() -> str:
    """Return 160 random bits, as apps for codes read them."""
    return pyotp.random_base32()


def address_for_apps(secret: str, email: str) -> str:
    """Return the address from which an app learns ``secret``, and whose it is, where."""
    name = str(current_app.config["PORTAL_NAME"])
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=name)


def step_of(code: str, secret: str, at: datetime) -> int | None:
    """Return to which half minute since 1970 a code belongs; ``None`` when it is not right at ``at``."""
    now, app = int(at.timestamp()) // HALF_MINUTE, pyotp.HOTP(secret)
    steps = [step for step in range(now - DRIFT, now + DRIFT + 1) if app.verify(code, step)]
    return max(steps, default=None)


def digits(typed: str) -> str:
    """Return a code as it was meant: without blanks and dashes, in the digits of every script."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in SEPARATORS.sub("", typed))


def new_on_paper() -> str:
    """Return a new code for on paper, such as ``7K3M-QW2E-9TZB``."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LETTERS_ON_PAPER))
    return "-".join(letters[start : start + 4] for start in range(0, LETTERS_ON_PAPER, 4))


def fingerprint(on_paper: str) -> str:
    """Return what is kept of a code on paper: useless without the key of this portal.

    Blanks, dashes and small letters make no difference.
    """
    letters = SEPARATORS.sub("", on_paper).upper()
    return hmac.new(_key("codes on paper"), letters.encode(), hashlib.sha256).hexdigest()


def sealed(secret: str) -> str:
    """Return a secret as it is kept: only with the key of this portal it can be read."""
    return _safe().encrypt(secret.encode()).decode()


def opened(kept: str) -> str | None:
    """Return the secret behind what is kept; ``None`` when it was sealed with another key."""
    try:
        return _safe().decrypt(kept.encode()).decode()
    except InvalidToken:
        current_app.logger.error("the secret of a second factor was sealed with another key")
        return None


def _safe() -> Fernet:
    return Fernet(urlsafe_b64encode(_key("secrets of apps")))


def _key(purpose: str) -> bytes:
    """Return the key for one purpose, 256 bits, worked out from that of the portal (RFC 5869)."""
    known = current_app.config["SECOND_FACTOR_KEY"] or current_app.config["SECRET_KEY"]
    return HKDF(SHA256(), 32, None, f"second factor: {purpose}".encode()).derive(known.encode())
