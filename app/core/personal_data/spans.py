"""What the detector finds: a kind of personal data, its place in the text, and how certain it is."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data that can be found, in the order in which they are told."""

    BSN = "bsn"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    ADDRESS = "address"
    PLATE = "plate"


class Certainty(StrEnum):
    """How certain a find is: ``SURE`` passed a check of its own, ``MAYBE`` only looks like it."""

    SURE = "sure"
    MAYBE = "maybe"


@dataclass(frozen=True)
class Span:
    """Personal data at ``text[start:end]`` of the text that was searched."""

    kind: Kind
    start: int
    end: int
    certainty: Certainty = Certainty.SURE
