"""E-mail addresses, also with the signs in words: ``apenstaartje``, ``[at]``, ``punt nl``."""

import re
from collections.abc import Iterator

from app.core.personal_data.plain import Plain
from app.core.personal_data.spans import Certainty

AT = re.compile(
    r"(?P<sign>@)|(?P<code>[\[({<]\s?(?:at|@|ap(?:en)?e?staart(?:je)?)\s?[\])}>])"
    r"|(?P<word>(?<=\s)(?:at|ap(?:en)?e?staart(?:je)?)(?=\s))",
    re.IGNORECASE,
)
NAME = re.compile(r"[\w.+'\-]{1,64}\s?$")
DOT = r"(?:\.|\s?[\[({]\s?(?:punt|dot|\.)\s?[\])}]\s?|\s(?:punt|dot)\s)"
KNOWN = "gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|planet|casema|xs4all"
HOST = re.compile(
    rf"\s?(?:[a-z0-9\-]{{1,63}}(?:{DOT}[a-z0-9\-]{{1,63}}){{0,3}}{DOT}[a-z]{{2,24}}|{KNOWN})\b",
    re.IGNORECASE,
)
COMMON_HOST = re.compile(
    rf"\s?[a-z0-9\-]{{1,63}}(?:{DOT}[a-z0-9\-]{{1,63}}){{0,2}}?{DOT}(?:nl|com|net|org|eu|be|info|me)\b",
    re.IGNORECASE,
)
LONGEST_NAME, LONGEST_HOST = 66, 260


def places(plain: Plain) -> Iterator[tuple[int, int, Certainty]]:
    """Yield where addresses stand, in order and apart; certain when they have the sign itself."""
    end = 0
    for at in AT.finditer(plain.text):
        found = _around(plain.text, at)
        if found and found[0] >= end:
            end = found[1]
            yield *found, Certainty.MAYBE if at["word"] else Certainty.SURE


def _around(text: str, at: re.Match[str]) -> tuple[int, int] | None:
    """Return from where to where the address stands that ``at`` is the sign of."""
    begin = max(0, at.start() - LONGEST_NAME)
    name = NAME.search(text[begin : at.start()])
    after = text[at.end() : at.end() + LONGEST_HOST]
    if name is None:
        return None
    if at["sign"] and name[0][-1:].isspace() and not after[:1].isspace():
        return None  # "volg ons op @wijkraad.nl" is a name, not an address
    host = (COMMON_HOST if at["word"] else HOST).match(after)
    return (begin + name.start(), at.end() + host.end()) if host else None
