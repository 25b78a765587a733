"""Some deeds ask for more than an open browser: signing in anew, a few minutes ago at most."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import ParamSpec

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts import sessions
from app.core import clock

P = ParamSpec("P")
RECENT = timedelta(minutes=10)


def just_signed_in(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Let somebody in who signed in less than ``RECENT`` ago; others sign in first, and come back.

    They come back with a GET to the same address and what was asked of it, so a view that changes something has its page
    there. For endpoints that are ``SIGNED_IN``; costs one statement.
    """

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if has_just_signed_in():
            return view(*args, **kwargs)
        return redirect(sign_in_again(request.full_path.rstrip("?")), 303)

    return guarded


def has_just_signed_in() -> bool:
    """Tell whether this browser was signed in less than ``RECENT`` ago; one statement."""
    return sessions.current().created_at > clock.now() - RECENT


def sign_in_again(after: str) -> str:
    """Return where somebody signs in once more, and goes on to the page at ``after``."""
    return url_for("accounts.sign_in_again", verder=after)
