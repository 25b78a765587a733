"""Pieces of pages that are made once for the same values, and remembered.

A piece shows what it is given and nothing else: the same values in the same language give the
same words. That is why a remembered piece is never out of date, and nothing has to clear it.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache

from flask import current_app, get_template_attribute
from markupsafe import Markup

from app.core.speech import spoken

MOST = 8_192  # pieces of one to five kilobytes in each process


def piece(template: str, name: str, *values: Hashable) -> Markup:
    """Return the macro ``name`` of ``template`` for ``values``."""
    return pieces(template, name, [values])[0]


def pieces(template: str, name: str, things: Iterable[tuple[Hashable, ...]]) -> list[Markup]:
    """Return the macro ``name`` of ``template`` for the values of each thing."""
    make = _make if current_app.debug else _remembered
    language = spoken()
    return [make(language, template, name, values) for values in things]


def _make(_language: str, template: str, name: str, values: tuple[Hashable, ...]) -> Markup:
    return Markup(get_template_attribute(template, name)(*values))  # noqa: S704 -- a macro escapes


_remembered = lru_cache(maxsize=MOST)(_make)
