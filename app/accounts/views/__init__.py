"""The pages of accounts."""

from app.accounts.views import passwords, profile, roles, sign_in
from app.accounts.views.blueprint import bp

__all__ = ["bp", "passwords", "profile", "roles", "sign_in"]
