"""The pages of accounts."""

from app.accounts.views import again, passwords, profile, roles, sign_in
from app.accounts.views.blueprint import bp

__all__ = ["again", "bp", "passwords", "profile", "roles", "sign_in"]
