"""Work for the night: forget what is past its term."""

from app.core.jobs import job
from app.privacy import retention


@job("privacy.forget", talks_outside=True, nightly=True)
def forget() -> None:
    """Forget what is past its term; a second run finds nothing to do."""
    for term in retention.TERMS:
        retention.forget(term)
