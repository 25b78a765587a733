"""Settings of the portal: read from the environment, with defaults that suit a laptop."""

import os
import re
from pathlib import Path

from flask import Config

ROOT = Path(__file__).resolve().parent
DEVELOPMENT_KEY = "only-for-development-never-for-real-residents"
TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png"
ONE_HOST = re.compile(r"https?://[^\s/{}@]+/[^\s{}]*(?:\{[zxy]\}[^\s{}]*){3}")
# The push services of Chrome, Edge, Samsung and Opera; of Firefox; of Safari; of Edge on Windows.
PUSH_HOSTS = "fcm.googleapis.com *.push.services.mozilla.com *.push.apple.com *.notify.windows.com"
PUSH_KEY = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits
OBLIGATORY, OPTIONAL = "obligatory", "optional"  # a second factor for staff


class MissingSettings(RuntimeError):
    """Production was started without a setting that it cannot do without."""


class WrongSettings(RuntimeError):
    """A setting has a value that the portal cannot work with."""


def read(instance: Path) -> dict[str, object]:
    """Return the settings, taken from ``AANZET_...`` variables where those are set.

    ``instance`` is the folder for local files: the SQLite database and, in development,
    the mails that would have been sent.
    """
    get = os.environ.get
    production = get("AANZET_ENV", "development") == "production"
    return {
        "PRODUCTION": production,
        "SECRET_KEY": get("AANZET_SECRET_KEY", "" if production else DEVELOPMENT_KEY),
        "SECRET_KEY_FALLBACKS": _words(get("AANZET_OLD_SECRET_KEYS", "")),
        "SQLALCHEMY_DATABASE_URI": get(
            "AANZET_DATABASE_URL", f"sqlite:///{instance / 'aanzet.db'}"
        ),
        "STAFF_SECOND_FACTOR": get(
            "AANZET_STAFF_SECOND_FACTOR", OBLIGATORY if production else OPTIONAL
        ),
        "SECOND_FACTOR_KEY": get("AANZET_SECOND_FACTOR_KEY", ""),  # empty: the secret key
        "STAFF_IDLE_MINUTES": int(get("AANZET_STAFF_IDLE_MINUTES", "60")),
        "RESIDENT_IDLE_DAYS": int(get("AANZET_RESIDENT_IDLE_DAYS", "14")),
        "TRUSTED_HOSTS": _words(get("AANZET_HOSTS", "" if production else "127.0.0.1 localhost")),
        "PUBLIC_URL": get("AANZET_PUBLIC_URL", "" if production else "http://127.0.0.1:5000"),
        "PROXIES": int(get("AANZET_PROXIES", "0")),
        "MAIL_URL": get("AANZET_MAIL_URL", "" if production else (instance / "mail").as_uri()),
        "PHOTOS_FOLDER": get("AANZET_PHOTOS", str(instance / "photos")),
        "JOURNAL_FOLDER": get("AANZET_JOURNAL", str(instance / "journal")),
        "TILES": get("AANZET_TILES", TILES),
        "TILES_CREDIT": get("AANZET_TILES_CREDIT", "Kadaster, PDOK (CC BY 4.0)"),
        "TILES_FOLDER": get("AANZET_TILES_FOLDER", str(instance / "tiles")),
        "TILES_SPACE": int(get("AANZET_TILES_SPACE", "200")),  # megabytes
        "PUSH_KEY": get("AANZET_PUSH_KEY", ""),
        "PUSH_HOSTS": _words(get("AANZET_PUSH_HOSTS", PUSH_HOSTS)),
        "MAIL_FROM": get("AANZET_MAIL_FROM", "Aanzet <noreply@example.nl>"),
        "PORTAL_NAME": get("AANZET_NAME", "Aanzet"),
        "MUNICIPALITY": get("AANZET_MUNICIPALITY", ""),
        "THEME": get("AANZET_THEME", ""),
        "LOGO": get("AANZET_LOGO", ""),
        "CONTACT_TEAM": get("AANZET_CONTACT_TEAM", "Team Buurtinitiatieven"),
        "CONTACT_PHONE": get("AANZET_CONTACT_PHONE", "14 000"),
        "CONTACT_HOURS": get(
            "AANZET_CONTACT_HOURS", "maandag tot en met vrijdag, 9.00 tot 17.00 uur"
        ),
        "CONTACT_EMAIL": get("AANZET_CONTACT_EMAIL", "initiatieven@example.nl"),
        "CONTACT_ADDRESS": get("AANZET_CONTACT_ADDRESS", "Postbus 1, 1000 AA Voorbeeldstad"),
        "REFERENCE_PREFIX": get("AANZET_REFERENCE_PREFIX", "BUURT"),
        "BABEL_DEFAULT_LOCALE": "nl",
        "BABEL_DEFAULT_TIMEZONE": "Europe/Amsterdam",
        "MAX_CONTENT_LENGTH": 2 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 500_000,
        "MAX_FORM_PARTS": 1_000,
        "SESSION_COOKIE_NAME": "__Host-aanzet" if production else "aanzet",
        "SESSION_COOKIE_SECURE": production,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": 30 * 24 * 3600,
        "SESSION_REFRESH_EACH_REQUEST": False,  # the cookie is sent when something in it changes
        "WTF_CSRF_TIME_LIMIT": None,  # a slow writer's text is never thrown away
        "RATELIMIT_STORAGE_URI": get("AANZET_RATE_LIMITS", "memory://"),
    }


def check(config: Config) -> None:
    """Refuse to start with an address of tiles that could lead anywhere, with a key that is
    none, with a word for the second factor that is none, or with no time to do anything; in production also without a secret, host
    names, an address and a mail server.
    """
    if config["TILES"] and not _leads_to_one_host(config["TILES"]):
        raise WrongSettings("AANZET_TILES: https://one.host/path with {z}, {x} and {y} in the path")
    if config["PUSH_KEY"] and not PUSH_KEY.fullmatch(config["PUSH_KEY"]):
        raise WrongSettings("AANZET_PUSH_KEY: `flask push key` makes one")
    if config["STAFF_SECOND_FACTOR"] not in {OBLIGATORY, OPTIONAL}:
        raise WrongSettings(f"AANZET_STAFF_SECOND_FACTOR: {OBLIGATORY} or {OPTIONAL}")
    if config["STAFF_IDLE_MINUTES"] < 1 or config["RESIDENT_IDLE_DAYS"] < 1:
        raise WrongSettings("AANZET_STAFF_IDLE_MINUTES, AANZET_RESIDENT_IDLE_DAYS: 1 or more")
    if not config["PRODUCTION"]:
        return
    needed = {
        "AANZET_SECRET_KEY": config["SECRET_KEY"],
        "AANZET_HOSTS": config["TRUSTED_HOSTS"],
        "AANZET_PUBLIC_URL": config["PUBLIC_URL"],
        "AANZET_MAIL_URL": config["MAIL_URL"],
    }
    missing = [name for name, value in needed.items() if not value]
    if DEVELOPMENT_KEY in {config["SECRET_KEY"], *config["SECRET_KEY_FALLBACKS"]}:
        missing.append("AANZET_SECRET_KEY (not the one for development)")
    if missing:
        raise MissingSettings("Set in the environment: " + ", ".join(missing))


def _leads_to_one_host(template: str) -> bool:
    """Tell whether only the path of an address is left open, once for each number of a tile."""
    named = set(re.findall(r"\{(.)\}", template))
    return bool(ONE_HOST.fullmatch(template)) and named == {"z", "x", "y"}


def _words(text: str) -> list[str]:
    return text.split()
