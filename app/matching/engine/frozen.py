"""Read a question back from the JSON that ``fingerprint.canonical`` wrote: what a plan answers stays known."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.matching.engine.problem import Context, Line, Problem, Request, Supply

DAYS = {"starts_on", "ends_on", "submitted_on", "wanted_by", "today"}
ROWS: dict[str, type] = {"requests": Request, "supplies": Supply, "lines": Line}


def thaw(text: str) -> Problem:
    """Return the question; ``canonical`` of it is ``text`` again.

    Raises ``ValueError`` or ``TypeError`` for a text that ``canonical`` never wrote.
    """
    asked: Problem = _made(Problem, json.loads(text))
    return asked


def _made(kind: type, values: Mapping[str, object]) -> Any:
    return kind(**{name: _read(name, value) for name, value in values.items()})


def _read(name: str, value: Any) -> object:
    if name in DAYS:
        return value and date.fromisoformat(value)
    if name in ROWS:
        return tuple(_made(ROWS[name], row) for row in value)
    if name == "context":
        return _made(Context, value)
    return frozenset(value) if isinstance(value, list) else value
