"""Search a text for every kind of personal data, each place counted once."""

from collections.abc import Iterable

from app.core.personal_data import address, bsn, email, iban, phone, plate
from app.core.personal_data.digits import NOT_A_NUMBER
from app.core.personal_data.plain import Plain
from app.core.personal_data.spans import Certainty, Kind, Span

LONGEST = 100_000  # characters that are searched; forms allow less
NEVER = {Kind.BSN, Kind.IBAN}  # of no use to any reader, and of much to a thief


def find(text: str) -> list[Span]:
    """Return where personal data seem to be in ``text``, in the order of the text.

    Places do not overlap. Only the first ``LONGEST`` characters are searched; the time is linear.
    """
    plain = Plain.of(text[:LONGEST])
    accounts = list(iban.places(plain))
    rest = plain.without(accounts)
    mails = list(email.places(rest))
    numbers = rest.without((start, end) for start, end, _certainty in mails)
    numbers = numbers.without(found.span() for found in NOT_A_NUMBER.finditer(numbers.text))
    return _apart(
        [
            *(plain.span(Kind.IBAN, start, end, Certainty.SURE) for start, end in accounts),
            *(plain.span(Kind.EMAIL, *mail) for mail in mails),
            *bsn.find(numbers),
            *phone.find(numbers),
            *address.find(rest),
            *plate.find(rest),
        ]
    )


def findings(text: str) -> list[str]:
    """Return the codes of the kinds that are in ``text``, each at most once, in a fixed order."""
    found = {span.kind for span in find(text)}
    return [kind.value for kind in Kind if kind in found]


def is_refused(span: Span) -> bool:
    """Tell whether a find cannot be placed at all: see docs/adr/0020-personal-data-in-texts.md."""
    return span.kind in NEVER and span.certainty is Certainty.SURE


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in the order of the text; of two in one place the first that was given stays."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
