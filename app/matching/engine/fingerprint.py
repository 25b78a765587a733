"""One short code for one question: the same rows in any order give the same code."""

import json
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256

from app.matching.engine.problem import Problem, order_of


def fingerprint(problem: Problem) -> str:
    """Return the SHA-256 of the question, in hexadecimal.

    ``Context.today`` is part of it: to see whether the world changed since a stored run,
    ask the question again as on the day of that run.
    """
    return sha256(canonical(problem).encode()).hexdigest()


def canonical(problem: Problem) -> str:
    """Return the question as JSON in one fixed order, fit to keep beside the answer."""
    return json.dumps(_plain(problem), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(row) for row in sorted(value, key=lambda row: order_of(str(row.id)))]
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    return value.isoformat() if isinstance(value, date) else value
