"""The door: every endpoint needs a signed-in person with a permission, unless the policy says else."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotAllowed
from app.web import again


@dataclass(frozen=True)
class Access:
    """Who may reach an endpoint at all; ``permission`` is the code of one of a role."""

    public: bool = False
    permission: str | None = None


PUBLIC = Access(public=True)
SIGNED_IN = Access()


def needs(permission: str) -> Access:
    """Only people who hold ``permission`` somewhere; the room asks about the object itself."""
    return Access(permission=permission)


class PolicyGap(RuntimeError):
    """The policy and the endpoints of the application differ."""


def open_door(app: Flask, policy: Mapping[str, Access], *, sign_in: str) -> None:
    """Guard ``app`` with ``policy`` (endpoint -> access); ``sign_in`` is the sign-in endpoint."""

    @app.before_request
    def guard() -> ResponseReturnValue | None:
        if request.endpoint is None:
            return None
        if not all(name.isascii() for name in request.form):
            abort(400)  # no form of ours has such a field, and form lists read "²" as a number
        access = policy[request.endpoint]
        if access.public:
            return None
        if not current_user.is_authenticated:
            if again.can_give_back():
                return again.page(403, sign_in=url_for(sign_in))
            is_page = request.method == "GET"
            wanted = request.full_path.rstrip("?") if is_page else again.where_it_stood()
            return redirect(url_for(sign_in, verder=wanted), 303)
        if access.permission and not current_user.may(access.permission):
            raise NotAllowed(_("Deze pagina is voor mensen met een andere rol."))
        return None


def check_policy(app: Flask, policy: Mapping[str, Access]) -> None:
    """Refuse to start when an endpoint has no policy, or the policy names no endpoint."""
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    missing, extra = endpoints - policy.keys(), policy.keys() - endpoints
    if missing or extra:
        raise PolicyGap(
            f"without a policy: {sorted(missing)}; without an endpoint: {sorted(extra)}"
        )
