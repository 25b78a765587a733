"""Work for later: forget what is past its term, and write down who was erased."""

from app.core import journal
from app.core.jobs import job
from app.privacy import erasures, retention


@job("privacy.forget", talks_outside=True, nightly=True)
def forget() -> None:
    """Forget what is past its term; a second run finds nothing to do."""
    for term in retention.TERMS:
        retention.forget(term)
    journal.forget_old()


@job("privacy.note_erasure")
def note_erasure(person_id: int, since: str) -> None:
    """Write in the journal that an account was erased; a second line says the same."""
    erasures.note(person_id, since)
