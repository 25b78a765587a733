"""Refuse a value that could not be true, naming its field, before anything is computed with it."""

from collections.abc import Hashable, Iterable
from datetime import date


def whole(name: str, value: object) -> None:
    """Raise ``ValueError`` unless ``value`` is a whole number of at least 0; ``True`` and NaN are not."""
    if type(value) is not int or value < 0:
        raise ValueError(f"{name} must be a whole number of at least 0, not {value!r}")


def whole_or_uncounted(name: str, value: object) -> None:
    """Raise ``ValueError`` unless ``value`` is a whole number of at least 0, or ``None``."""
    if value is not None:
        whole(name, value)


def period(name: str, starts_on: date | None, ends_on: date | None) -> None:
    """Raise ``ValueError`` unless both are days (``None`` is open) and the first is not the later."""
    day(f"{name}.starts_on", starts_on)
    day(f"{name}.ends_on", ends_on)
    if starts_on and ends_on and ends_on < starts_on:
        raise ValueError(f"{name}.ends_on ({ends_on}) is before {name}.starts_on ({starts_on})")


def day(name: str, value: date | None) -> None:
    """Raise ``ValueError`` unless ``value`` is a day without a time, or ``None``."""
    if value is not None and type(value) is not date:
        raise ValueError(f"{name} must be a date without a time, not {value!r}")


def unique(name: str, values: Iterable[Hashable]) -> None:
    """Raise ``ValueError`` when one of ``values`` occurs twice."""
    seen: set[Hashable] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{name} {value!r} occurs twice")
        seen.add(value)
