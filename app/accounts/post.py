"""Where a letter goes: an address on paper, as people type it and as it is kept."""

import re
from typing import NamedTuple

POST_HOST = "per-post.invalid"  # of people to whom we write on paper: no mail gets there (RFC 2606)
POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")


class Address(NamedTuple):
    """A street with a number, a postcode and a town; all empty for somebody with e-mail."""

    street: str = ""
    postcode: str = ""
    town: str = ""

    @property
    def lines(self) -> list[str]:
        """The lines under a name on an envelope."""
        return [self.street, f"{self.postcode}  {self.town}"] if self.street else []

    @property
    def is_whole(self) -> bool:
        """Tell whether a letter with this address arrives."""
        return all(self)


NOWHERE = Address()


def is_by_post(email: str) -> bool:
    """Tell whether this stands in the place of the e-mail address of somebody who has none."""
    return email.endswith(f"@{POST_HOST}")


def postcode(typed: str) -> str | None:
    """Return ``1234 AB`` for ``1234ab``; nothing for what is no Dutch postcode."""
    known = POSTCODE.fullmatch(typed.strip())
    return f"{known[1]} {known[2].upper()}" if known else None
