"""What people can do with what is kept of them: take a copy, and delete the account."""

from app.privacy.service.copy import copy_of
from app.privacy.service.erase import erase, erase_again

__all__ = ["copy_of", "erase", "erase_again"]
