"""What we write to the team of an initiative: the same in the mail, on the page and on paper."""

from app.support.letters.asked import copy_of, need_words, receipt
from app.support.letters.decided import decided, in_short
from app.support.letters.delays import (
    answer_came,
    answer_until,
    extension,
    going_on,
    question,
    why_left_out,
)
from app.support.letters.intention import intention, view_came, view_until
from app.support.letters.objection import (
    found,
    objection_came,
    objection_decided,
    objection_postponed,
)

__all__ = [
    "answer_came",
    "answer_until",
    "copy_of",
    "decided",
    "extension",
    "found",
    "going_on",
    "in_short",
    "intention",
    "need_words",
    "objection_came",
    "objection_decided",
    "objection_postponed",
    "question",
    "receipt",
    "view_came",
    "view_until",
    "why_left_out",
]
