"""What people read in the log: a line keeps codes, which last; here they become words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Flask, current_app
from flask_babel import LazyString
from flask_babel import gettext as _

from app.audit.models import PORTAL, Entry
from app.core.choices import Choice

EXTENSION = "logbook"


@dataclass(frozen=True)
class Kind:
    """What the things in one table are called, what their old and new are codes of, and what is done.

    ``deeds`` are those beside the steps of a state: a step says from which state to which.
    """

    name: LazyString | str
    choices: type[Choice] | None = None
    deeds: Mapping[str, LazyString] = field(default_factory=dict)
    told: Mapping[str, LazyString] = field(
        default_factory=dict
    )  # codes, where a label speaks to "you"


def open_logbook(app: Flask, logbook: Mapping[str, Kind]) -> None:
    """Let the log of ``app`` speak the words of ``logbook``, by table."""
    app.extensions[EXTENSION] = logbook


def kinds() -> list[tuple[str, str]]:
    """Return table and name of every kind of thing, by name."""
    named = [(table, str(kind.name)) for table, kind in _logbook().items()]
    return sorted(named, key=lambda pair: pair[1])


def subject(entry: Entry) -> str:
    """Return what a line is about: ``initiatief 12``."""
    return f"{_kind(entry).name} {entry.subject_id}"


def deed(entry: Entry) -> str:
    """Return what happened: ``Veranderde de tekst``, ``Ingestuurd → Geplaatst``."""
    kind = _kind(entry)
    words = kind.deeds.get(entry.action.partition(".")[2])
    change = " → ".join(_label(kind, code) for code in (entry.old, entry.new) if code)
    return ": ".join(str(part) for part in (words, change) if part) or entry.action


def origin(entry: Entry) -> str:
    """Return from where it was done: a network address, or the portal itself."""
    return _("Het portaal") if entry.origin == PORTAL else entry.origin


def _kind(entry: Entry) -> Kind:
    """Return the kind of thing; one that is no longer known keeps the name of its table."""
    return _logbook().get(entry.subject_type, Kind(entry.subject_type))


def _label(kind: Kind, code: str) -> str:
    """Return what a code is called; what is no code, such as a year, is what it is."""
    if code in kind.told:
        return str(kind.told[code])
    try:
        return kind.choices.of(code).label if kind.choices else code
    except ValueError:
        return code


def _logbook() -> Mapping[str, Kind]:
    known: Mapping[str, Kind] = current_app.extensions[EXTENSION]
    return known
