"""Phone numbers, Dutch and foreign, in digits and in words: ``06``, ``+31``, ``(0)6``, ``nul zes``."""

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from app.core.personal_data.digits import BEFORE, Group, Run, is_another_number, runs
from app.core.personal_data.plain import Plain
from app.core.personal_data.spans import Certainty, Kind, Span
from app.core.spoken_numbers import WORD, digits_for_word

MOST_GROUPS = 12
FEWEST_ABROAD, MOST_DIGITS = 9, 15  # of a number with its country
NATIONAL = 9  # digits of a Dutch number, without the zero or the country
SAID = re.compile(
    r"\b(?:tel|telefoon\w*|bel|belt|bellen|gebeld|app|appen|mobiel\w*|whatsapp\w*|sms|06|nummer|nr)\b"
    r"(?:[^\w\n]{1,3}\w{1,12}){0,3}[^\w\n]{0,3}$",
    re.IGNORECASE,
)


def find(plain: Plain) -> Iterator[Span]:
    """Yield the numbers; certain when such a number can be dialled (phonenumbers)."""
    yield from _in_digits(plain)
    spoken = plain.rewritten(WORD, digits_for_word)
    if spoken.text.casefold() != plain.text.casefold():
        yield from _in_digits(spoken)


def _in_digits(plain: Plain) -> Iterator[Span]:
    for run in runs(plain.text):
        first = 0
        while first < len(run.groups):
            taken, digits = _number_at(run, first)
            start = run.start if first == 0 else run.groups[first].start
            if taken and _is_one(plain.text, start, digits, taken):
                end = run.groups[first + taken - 1].end
                yield plain.span(Kind.PHONE, start, end, _certainty(digits))
            first += taken or 1


def _number_at(run: Run, first: int) -> tuple[int, str]:
    """Return how many groups make a number that begins at group ``first``, and how it is dialled."""
    groups = run.groups[first : first + MOST_GROUPS]
    if first == 0 and run.text.startswith("+"):
        return _abroad(groups)
    code = groups[0].digits
    if code in {"31", "0031"} or code.startswith(("316", "00316")):
        return _with_country(groups)
    if len(code) == NATIONAL and code[0] == "6":
        return 1, "0" + code
    return _with_zero(groups)


def _abroad(groups: Sequence[Group]) -> tuple[int, str]:
    """Return the longest number that can be dialled, else all that could be one."""
    digits, best, could = "+", (0, ""), (0, "")
    for taken, group in enumerate(groups, start=1):
        digits += group.digits
        if len(digits) - 1 > MOST_DIGITS + 1:  # one more for the zero of +31 (0)6
            break
        if len(digits) > FEWEST_ABROAD:
            could = could if could[0] else (taken, digits)
            best = (taken, digits) if _certainty(digits) is Certainty.SURE else best
    return best if best[0] else could


def _with_country(groups: Sequence[Group]) -> tuple[int, str]:
    digits = ""
    for taken, group in enumerate(groups, start=1):
        digits += group.digits
        national = digits.removeprefix("00")[2:].removeprefix("0")
        if len(national) >= NATIONAL:
            whole = len(national) == NATIONAL and _certainty("0" + national) is Certainty.SURE
            return (taken, "0" + national) if whole else (0, "")
    return 0, ""


def _with_zero(groups: Sequence[Group]) -> tuple[int, str]:
    code = groups[0].digits
    singles = all(len(group.digits) == 1 for group in groups[:10])
    apart = [group.digits for group in groups[:2]] == ["0", "6"]
    if code[0] != "0" or not (code == "06" or 3 <= len(code) <= 10 or singles or apart):
        return 0, ""
    digits = ""
    for taken, group in enumerate(groups, start=1):
        digits += group.digits
        if len(digits) > NATIONAL:
            fits = len(digits) == NATIONAL + 1 and digits[1] != "0"
            return (taken, digits) if fits else (0, "")
    return 0, ""


def _is_one(text: str, start: int, digits: str, taken: int) -> bool:
    """Tell whether it is a phone number, and not the number of something else."""
    if is_another_number(text, start):
        return False
    if taken > 1 or digits.startswith(("+", "06")) or _certainty(digits) is Certainty.SURE:
        return True
    return SAID.search(text[max(0, start - BEFORE) : start]) is not None


def _certainty(digits: str) -> Certainty:
    try:
        can_be_dialled = phonenumbers.is_valid_number(phonenumbers.parse(digits, "NL"))
    except phonenumbers.NumberParseException:
        return Certainty.MAYBE
    return Certainty.SURE if can_be_dialled else Certainty.MAYBE
