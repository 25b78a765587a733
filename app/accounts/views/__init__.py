"""The pages of accounts."""

from app.accounts.views import (
    again,
    doorstep,
    log_file,
    passkey_door,
    passkeys,
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
    "log_file",
    "passkey_door",
    "passkeys",
    "passwords",
    "profile",
    "roles",
    "second_factor",
    "sign_in",
]
