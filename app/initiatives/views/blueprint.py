"""The blueprint of initiatives, and what every page of a plan needs first."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, make_response
from flask_login import current_user

from app.core.permissions import Predicate, authorize
from app.initiatives import queries
from app.initiatives.models import Initiative
from app.initiatives.queries import Shown
from app.initiatives.queries.visible import or_not_found

WRITES = "300 per hour"  # pages of answers from one network
bp = Blueprint("initiatives", __name__, url_prefix="/initiatieven")
short = Blueprint("short", __name__)  # what somebody types from paper
PIECES = "initiatives/pieces.html"  # the template with what is remembered


@dataclass(frozen=True)
class Row:
    """A fact or an answer as a page shows it, with the way to change it."""

    label: str
    value: str
    change_url: str | None = None


def found(initiative_id: int, rule: Predicate[Any, Any] | None = None) -> Initiative:
    """Return a plan that the reader may see; with ``rule``, only if it allows them."""
    initiative = queries.found(current_user, initiative_id)
    if rule is not None:
        authorize(current_user, rule, initiative)
    return initiative


def public(initiative_id: int) -> Shown:
    """Return a plan that everybody may see; others are not found, also by their own team."""
    initiative = queries.shown(current_user, initiative_id)
    return or_not_found(initiative if initiative.is_public else None)


def unshared(page: str, status: int = 200) -> Response:
    """Answer with a page that no cache keeps: its address is a secret."""
    answer = make_response(page, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
