"""A copy of everything that is kept of a person."""

import json

from flask import current_app

from app.accounts import rules
from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.keeping import everything_kept
from app.core.permissions import authorize
from app.privacy import queries


def copy_of(person: User, *, by: User) -> str:
    """Return everything that is kept of ``person``, as one JSON document in their language.

    All rows of a kind stand together, with what it is and how long it is kept. The log remembers
    that a copy was taken.
    """
    authorize(by, rules.change_profile, person)
    record(by, "users.copy", person)
    kinds = [
        {
            "kind": kept.code,
            "what": str(kept.name),
            "kept": str(kept.term),
            "rows": queries.rows_of(person, kept),
        }
        for kept in everything_kept()
    ]
    whole = {
        "portal": current_app.config["PORTAL_NAME"],
        "made_at": clock.now().isoformat(),
        "kinds": kinds,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
