"""Who may change areas."""

from typing import Protocol

from app.core.permissions import predicate


class Person(Protocol):
    """Somebody who acts. The room of accounts, which knows more of people, lies above this one."""

    @property
    def id(self) -> int | None: ...

    def may(self, permission: str) -> bool:
        """Tell whether the person holds a permission anywhere."""


@predicate
def is_administrator(actor: Person | None, _thing: object) -> bool:
    """An administrator, or the portal itself: a command on the server."""
    return actor is None or actor.may("administer")


define = is_administrator
