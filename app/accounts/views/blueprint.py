"""The blueprint of accounts, and where people go after signing in."""

from flask import Blueprint, url_for

from app.accounts import ceremonies
from app.web.paths import safe_path

bp = Blueprint("accounts", __name__)
DESK = "desk.show"  # the page of somebody who came for nothing in particular
HOME = "pages.home"  # the page of somebody who left


def way_on(wanted: str | None) -> str:
    """Return the page that a person wanted before signing in, or their desk."""
    return safe_path(wanted) or url_for(DESK)


@bp.context_processor
def where_passkeys_work() -> dict[str, str]:
    """Let every page of this room know at which address passkeys work; empty for nowhere."""
    return {"passkey_origin": ceremonies.origin()}
