"""Refusals: what a person did cannot be done, and the sentence that says why."""


class DomainError(Exception):
    """A refusal with a sentence that a resident understands.

    ``status`` is the HTTP status, ``field`` the name of the form field it belongs to.
    Anything that is not a ``DomainError`` is a bug.
    """

    status = 422

    def __init__(self, message: str = "", *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Refused(DomainError):
    """The input does not fit the rules of the portal."""


class NotAllowed(DomainError):
    """The person may know that it exists, but may not do this."""

    status = 403


class NotFound(DomainError):
    """It does not exist, or the person may not know that it does."""

    status = 404


class OutOfDate(DomainError):
    """The world changed since the person looked: somebody was first, or it is full."""

    status = 409


class StepNotPossible(OutOfDate):
    """The state of the thing does not allow this step (any more)."""
