"""Addresses: a postcode with a house number before or after it points at one home."""

import re
from collections.abc import Iterator

from app.core.personal_data.plain import Plain
from app.core.personal_data.spans import Certainty, Kind, Span

POSTCODE = re.compile(
    r"(?<![\w.,\-])[1-9]\d{3}([ \-]?)([a-z]{2}|(?-i:[A-Z] [A-Z]))(?![a-z])", re.IGNORECASE
)
NEVER_POSTCODE = {"SA", "SD", "SS"}
SHORT_WORD = re.compile(
    "a[flst]|b[ev]|c[am]|d[aeor]|e[nru]|ga|h[aeo]|i[kns]|j[ae]|k[gm]|m[aem]|n[aoru]|o[fmp]|p[ac]|s[et]"
    "|t[ev]|uw|va|w[ec]|z[eo]"
)
COUNTED = (
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|uur|euro|mensen|bewoners|huizen|woningen"
)
NUMBER_WORD = r"(?:huisnummer|huisnr\.?|nummer|nr\.?|no\.?)"
NUMBER_AFTER = re.compile(
    rf"(?:[\s,;:(\-]{{0,3}}|(?:\s(?:te|in))?\s[a-z]{{2,20}}[\s,(]{{1,3}}(?={NUMBER_WORD}))"
    rf"(?:{NUMBER_WORD})?[\s:]{{0,2}}(?!(?:19|20)\d\d\b)"
    rf"\d{{1,5}}(?!\d|[.:,]\d|\s?(?:{COUNTED}))",
    re.IGNORECASE,
)
NUMBER_BEFORE = re.compile(
    r"(?<![\d.,:/\-])(?!(?:19|20)\d\d\b)\d{1,5}(?:[ \-]?(?:[a-z]|[0-9]{1,4}|bis|hs|huis|hoog))?"
    r"[\s,;:]{1,3}(?:postcode|pc|(?:te|in)\s|(?-i:[A-Z][a-z]{2,20})[\s,]{1,3})?[\s:]{0,2}$",
    re.IGNORECASE,
)
AROUND = 30  # characters beside a postcode in which a house number counts


def find(plain: Plain) -> Iterator[Span]:
    """Yield each postcode with its house number; without a house number it is no address."""
    for postcode in POSTCODE.finditer(plain.text):
        space, letters = postcode.groups()
        if letters.upper() in NEVER_POSTCODE or (space == " " and SHORT_WORD.fullmatch(letters)):
            continue  # "2026 en 12 mensen" is a year and a word
        begin = max(0, postcode.start() - AROUND)
        before = NUMBER_BEFORE.search(plain.text[begin : postcode.start()])
        after = NUMBER_AFTER.match(plain.text[postcode.end() : postcode.end() + AROUND])
        if before:
            start = begin + before.start()
            yield plain.span(Kind.ADDRESS, start, postcode.end(), Certainty.SURE)
        elif after:
            end = postcode.end() + after.end()
            yield plain.span(Kind.ADDRESS, postcode.start(), end, Certainty.SURE)
