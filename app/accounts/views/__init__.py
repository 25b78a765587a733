"""The pages of accounts."""

from app.accounts.views import (
    again,
    doorstep,
    passwords,
    profile,
    roles,
    second_factor,
    sign_in,
)
from app.accounts.views.blueprint import bp

__all__ = [
    "again",
    "bp",
    "doorstep",
    "passwords",
    "profile",
    "roles",
    "second_factor",
    "sign_in",
]
