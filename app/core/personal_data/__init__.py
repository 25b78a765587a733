"""Find personal data in what somebody wrote: values in, places out, whatever way it was typed.

It knows nothing of forms or of the database. A find is a place with how certain it is; what has to
happen then (warn, refuse, let a moderator look) is decided where it is used. Every search takes
time linear in the length of the text.
"""

from app.core.personal_data.find import LONGEST, find, findings, is_refused
from app.core.personal_data.health import health_words
from app.core.personal_data.spans import Certainty, Kind, Span
from app.core.personal_data.words import label_for, why_refused, why_unwise, words_for

__all__ = [
    "LONGEST",
    "Certainty",
    "Kind",
    "Span",
    "find",
    "findings",
    "health_words",
    "is_refused",
    "label_for",
    "why_refused",
    "why_unwise",
    "words_for",
]
