"""The names of codes, as they stand inside a sentence."""

from collections.abc import Iterable

from flask_babel import get_locale

from app.core.choices import Choice
from app.initiatives.models import Theme
from app.support.models import Expertise, SupportKind


def expertise(codes: Iterable[str]) -> str:
    """Return ``eenzaamheid, jongeren``."""
    return _names(Expertise, codes)


def themes(codes: Iterable[str]) -> str:
    """Return ``samenleven, veiligheid``."""
    return _names(Theme, codes)


def kinds(codes: Iterable[str]) -> str:
    """Return ``geld, ruimte``."""
    return _names(SupportKind, codes)


def language(code: str) -> str:
    """Return ``Pools``."""
    locale = get_locale()
    return str(locale.languages.get(code, code)) if locale else code


def _names(choices: type[Choice], codes: Iterable[str]) -> str:
    return ", ".join(choices.of(code).label.lower() for code in codes)
