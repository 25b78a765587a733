"""Find personal data in free text, so that its writer is warned and a moderator looks first.

It warns and never blocks: a number that looks like a phone number may be something else.
Every search takes time linear in the (capped) length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.spoken_numbers import digits_for_words

LONGEST = 20_000  # characters that are searched; forms allow less

DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
NOT_A_NUMBER = re.compile(  # dates, times and amounts
    r"(?<![\d-])(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})"
    r"(?!\d|[-.]\d)"
    r"|(?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?= ?(?:uur|u\b|tot|t/m|en\b|[-–]))"
    r"|€ ?\d[\d.,]*|(?<![\d.])\d[\d.]{0,12}(?:,\d\d)? ?(?:euro|eur)\b",
    re.IGNORECASE,
)
RUN = re.compile(r"\+?\(?\d(?:[ .,\-–/()]{0,3}\d)*")
GROUP = re.compile(r"\d+")

AT = re.compile(
    r"(?P<sign>@)|(?P<code>[\[({<]\s?(?:at|@|apenstaart(?:je)?)\s?[\])}>])"
    r"|(?P<word>(?<=\s)(?:at|apenstaart(?:je)?)(?=\s))",
    re.IGNORECASE,
)
BEFORE_AT = re.compile(r"[\w.+\-]\s?$")
DOT = r"(?:\.|\s?[\[({]\s?(?:punt|dot|\.)\s?[\])}]\s?|\s(?:punt|dot)\s)"
HOST = re.compile(
    rf"\s?[a-z0-9\-]{{1,63}}(?:{DOT}[a-z0-9\-]{{1,63}}){{0,3}}{DOT}[a-z]{{2,24}}\b", re.IGNORECASE
)
COMMON_HOST = re.compile(
    rf"\s?[a-z0-9\-]{{1,63}}(?:{DOT}[a-z0-9\-]{{1,63}}){{0,2}}?{DOT}(?:nl|com|net|org|eu|be|info|me)\b",
    re.IGNORECASE,
)

IBAN_START = re.compile(
    r"(?<![a-z0-9])[a-z]{2}[ .\-]?\d[ .\-]?\d(?=[ .\-]?[a-z0-9])", re.IGNORECASE
)
IBAN_LENGTHS = {  # of the countries people here have accounts in
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "NL DK FI",
        20: "LU AT LT",
        21: "CH HR",
        22: "DE GB IE BG",
        24: "ES SE RO CZ SK",
        25: "PT",
        26: "TR",
        27: "FR IT GR",
        28: "PL HU",
        29: "UA",
    }.items()
    for country in countries.split()
}

POSTCODE = re.compile(r"(?<![\w.,])[1-9]\d{3}( ?)([a-z]{2})(?![a-z])", re.IGNORECASE)
NEVER_POSTCODE = {"SA", "SD", "SS"}
SHORT_WORD = re.compile(
    "a[flst]|b[ev]|c[am]|d[aeor]|e[nru]|ga|h[aeo]|i[kns]|j[ae]|k[gm]|m[aem]|n[aoru]|o[fmp]|p[ac]|s[et]"
    "|t[ev]|uw|va|w[ec]|z[eo]"
)
COUNTED = (
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|uur|euro|mensen|bewoners|huizen|woningen"
)
NUMBER_AFTER = re.compile(
    r"[\s,;:\-]{0,3}(?:huisnummer|huisnr\.?|nummer|nr\.?|no\.?)?[\s:]{0,2}(?!(?:19|20)\d\d\b)"
    rf"\d{{1,5}}(?!\d|[.:,]\d|\s?(?:{COUNTED}))",
    re.IGNORECASE,
)
NUMBER_BEFORE = re.compile(
    r"(?<![\d.,:/\-])(?!(?:19|20)\d\d\b)\d{1,5}(?:[ \-]?(?:[a-z]|[0-9]{1,4}|bis|hs|huis|hoog))?"
    r"[\s,;:]{1,3}(?:postcode|pc)?[\s:]{0,2}$",
    re.IGNORECASE,
)

HEALTH = re.compile(
    r"\b(?:depressi\w*|psychos\w*|psychoti\w*|psychi\w*|psycholo\w*|therap\w*|verslaa\w*|verslav\w*"
    r"|alcoholis\w*|alcoholprobl\w*|drugsgebr\w*|dement\w*|alzheimer\w*|kanker\w*|tumor\w*"
    r"|chemokuur\w*|diabet\w*|suikerziekt\w*|autis\w*|asperger|adhd|add|borderline\w*|schizofre\w*"
    r"|burn-?outs?|overspannen|ziekte\w*|ziek|zieke|zieken|diagnose\w*|medicijn\w*|medicatie\w*"
    r"|antidepress\w*|zwanger\w*|miskra\w*|abortus\w*|hiv|aids|soa|epilep\w*|copd|astma\w*"
    r"|parkinson\w*|reuma\w*|beroerte\w*|hartinfarct\w*|hartpatiënt\w*|hartpatient\w*|patiënt\w*"
    r"|patient\w*|trauma\w*|ptss|angststoornis\w*|eetstoornis\w*|anorexi\w*|boulimi\w*|su[iï]cid\w*"
    r"|zelfmoord\w*|zelfbeschadig\w*|gehandicapt\w*|verstandelijk\w* beperk\w*|lvb|ggz\w*"
    r"|wmo-indicatie\w*|indicatiestelling\w*|opgenomen in|dialyse\w*|rolstoelafhankelijk\w*"
    r"|incontinent\w*|huiselijk geweld|mishandel\w*)\b",
    re.IGNORECASE,
)


def findings(text: str) -> list[str]:
    """Return what seems to be in ``text``: codes among bsn, phone, email, iban, address.

    In that order, each at most once. Only the first ``LONGEST`` characters are searched.
    """
    text = _plain(text)
    without_accounts, has_iban = _take_ibans(text)
    numbers = NOT_A_NUMBER.sub(" | ", without_accounts)
    spoken = digits_for_words(numbers)
    found = {
        "bsn": any(map(_is_bsn, _runs(numbers))),
        "phone": any(map(_is_phone, _runs(numbers))) or any(map(_is_phone, _runs(spoken))),
        "email": _has_email(text),
        "iban": has_iban,
        "address": _has_address(text),
    }
    return [code for code, there in found.items() if there]


def health_words(text: str) -> list[str]:
    """Return the words in ``text`` that say something about somebody's health, in order."""
    return list(dict.fromkeys(found[0].lower() for found in HEALTH.finditer(_plain(text))))


def words_for(code: str) -> str:
    """Return the sentence that warns the writer about a finding."""
    sentences: dict[str, str] = {
        "bsn": _("In je tekst staat misschien een burgerservicenummer (BSN)."),
        "phone": _("In je tekst staat misschien een telefoonnummer."),
        "email": _("In je tekst staat misschien een e-mailadres."),
        "iban": _("In je tekst staat misschien een rekeningnummer."),
        "address": _("In je tekst staat misschien het adres van iemand."),
        "health": _("In je tekst staat misschien iets over de gezondheid van iemand."),
    }
    return sentences[code]


def _plain(text: str) -> str:
    """Return the part that is searched, with one kind of digits, letters and spaces."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).translate(DASHES)
    return INVISIBLE.sub("", text[: 2 * LONGEST])


def _runs(text: str) -> Iterator[str]:
    """Yield the stretches of digits, with what stands between them."""
    return (found[0] for found in RUN.finditer(text))


def _is_bsn(run: str) -> bool:
    """Tell whether a run holds nine digits that pass the eleven test, alone or as a whole."""
    groups = GROUP.findall(run)
    separators = set(re.findall(r"\D+", run.lstrip("+(")))
    whole = len(separators) <= 1 and separators <= {" ", ".", "-"}
    even = all(len(group) > 1 for group in groups) or all(len(group) == 1 for group in groups)
    candidates = [group for group in groups if len(group) == 9]
    if whole and even:
        candidates.append("".join(groups))
    return any(map(_passes_eleven_test, candidates))


def _passes_eleven_test(digits: str) -> bool:
    if len(digits) != 9 or len(set(digits)) == 1:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0


def _is_phone(run: str) -> bool:
    """Tell whether a Dutch or foreign phone number begins at some group of a run."""
    groups = GROUP.findall(run)
    if run.startswith("+") and 9 <= sum(map(len, groups[:8])) <= 15:
        return True
    return any(_begins_phone(groups[first : first + 12]) for first in range(len(groups)))


def _begins_phone(groups: list[str]) -> bool:
    first, singles = groups[0], all(len(group) == 1 for group in groups[:10])
    if first in {"31", "0031"} or first.startswith(("316", "00316")):
        digits = "".join(groups).removeprefix("00")[2:].removeprefix("0")
        return len(digits) >= 9 and digits[0] != "0"
    if len(first) == 9 and first[0] == "6":
        return True
    known_start = first == "06" or 3 <= len(first) <= 10 or singles or groups[:2] == ["0", "6"]
    return known_start and first[0] == "0" and _has_ten_digits(groups)


def _has_ten_digits(groups: list[str]) -> bool:
    """Tell whether the first groups make ten digits that can be dialled in the Netherlands."""
    digits = ""
    for group in groups:
        digits += group
        if len(digits) >= 10:
            break
    return len(digits) == 10 and digits[1] != "0"


def _has_email(text: str) -> bool:
    return any(_is_email(text, found) for found in AT.finditer(text))


def _is_email(text: str, at: re.Match[str]) -> bool:
    before, after = text[max(0, at.start() - 2) : at.start()], text[at.end() : at.end() + 260]
    if not BEFORE_AT.search(before):
        return False
    if at["word"]:
        return COMMON_HOST.match(after) is not None
    if at["sign"] and before[-1:].isspace() and not after[:1].isspace():
        return False  # "volg ons op @wijkraad.nl" is a name, not an address
    return HOST.match(after) is not None


def _take_ibans(text: str) -> tuple[str, bool]:
    """Return ``text`` without account numbers, and whether there were any."""
    kept, end = "", 0
    for start in IBAN_START.finditer(text):
        length = _iban_length(text[start.start() : start.start() + 70])
        if length and start.start() >= end:
            kept += text[end : start.start()] + " | "
            end = start.start() + length
    return kept + text[end:], end > 0


def _iban_length(text: str) -> int:
    """Return how many characters of ``text`` are an account number (mod 97), else 0."""
    wanted = IBAN_LENGTHS.get(text[:2].upper(), 0)
    signs = ""
    for place, sign in enumerate(text):
        if sign.isascii() and sign.isalnum():
            signs += sign.upper()
        elif sign not in " .-":
            return 0
        if wanted and len(signs) == wanted:
            number = "".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])
            return place + 1 if int(number) % 97 == 1 else 0
    return 0


def _has_address(text: str) -> bool:
    return any(_is_address(text, found) for found in POSTCODE.finditer(text))


def _is_address(text: str, postcode: re.Match[str]) -> bool:
    space, letters = postcode.groups()
    if letters.upper() in NEVER_POSTCODE or (space and SHORT_WORD.fullmatch(letters)):
        return False  # "2026 en 12 mensen" is a year and a word
    before = text[max(0, postcode.start() - 30) : postcode.start()]
    after = text[postcode.end() : postcode.end() + 30]
    return bool(NUMBER_AFTER.match(after) or NUMBER_BEFORE.search(before))
