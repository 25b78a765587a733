"""Passwords of staff: how they are kept, and which are too easy to guess."""

import re
from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import gettext as _

SHORTEST, LONGEST = 12, 200  # characters
OWN_CHARACTERS = 6  # that must be left when the words anybody would guess are taken out
HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

# What people really choose, also with a capital, a year or an exclamation mark to it.
COMMON = (
    *("wachtwoord", "password", "passwort", "paswoord", "welkom", "welcome"),
    *("geheim", "secret", "toegang", "inloggen", "login", "letmein", "gemeente", "portaal"),
    *("aanzet", "administrator", "beheerder", "admin", "gebruiker", "username", "medewerker"),
    *("qwertyuiop", "qwerty", "azerty", "asdfghjkl", "asdfgh", "zxcvbnm", "qazwsxedc", "qazwsx"),
    *("1q2w3e4r5t6y", "1q2w3e4r", "1qaz2wsx3edc", "1qaz2wsx", "abcdefghijkl", "abcdef", "abc"),
    *("iloveyou", "ikhouvanjou", "liefje", "schatje", "sunshine", "princess", "dragon", "monkey"),
    *("football", "voetbal", "feyenoord", "ajax", "amsterdam", "rotterdam", "nederland", "holland"),
    *("superman", "batman", "pokemon", "starwars", "trustno1", "whatever", "changeme", "testtest"),
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december", "lente", "zomer", "herfst", "winter"),
)
LOOKALIKES = str.maketrans("@40$513!7", "aaossieit")
ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")


def hashed(password: str) -> str:
    """Return what is kept of a password: Argon2id, salted, slow to guess."""
    return HASHER.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Tell whether ``password`` is the one of ``kept``; as slow when nothing is kept."""
    try:
        return HASHER.verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def weakness(password: str, *, known: Iterable[str]) -> str:
    """Return why a new password is not good enough, or nothing.

    ``known`` are words that others know: the name and address of the person, of the portal.
    """
    if len(password) < SHORTEST:
        why = _("Kies een wachtwoord van 12 tekens of meer. Drie of vier woorden werkt goed.")
    elif len(password) > LONGEST:
        why = _("Kies een wachtwoord van hoogstens 200 tekens.")
    elif any(len(set(_rest(way, known))) < OWN_CHARACTERS for way in _ways_to_read(password)):
        why = _("Dit wachtwoord is makkelijk te raden. Kies drie of vier losse woorden.")
    else:
        why = ""
    return str(why)


def _ways_to_read(password: str) -> tuple[str, str]:
    """Return a password as it is, and with letters for the signs that look like them."""
    plain = password.casefold()
    return plain, plain.translate(LOOKALIKES)


def _rest(text: str, known: Iterable[str]) -> str:
    """Return what is left of a password without the parts that anybody would try first."""
    rest = text
    words = {part for word in known for part in re.split(r"[\W_]+", word.casefold())}
    for word in sorted((word for word in {*COMMON, *words} if len(word) > 2), key=len)[::-1]:
        rest = rest.replace(word, "")
    rest = re.sub(r"(?:19|20)\d\d", "", rest)
    for row in (*ROWS, *(row[::-1] for row in ROWS)):
        rest = _without_runs(rest, row)
    return rest


def _without_runs(text: str, row: str) -> str:
    """Take out parts of four characters or more that stand in ``row`` one after the other."""
    kept, start = "", 0
    while start < len(text):
        end = start + 1
        while end < len(text) and text[start : end + 1] in row:
            end += 1
        kept += "" if end - start >= 4 else text[start:end]
        start = end
    return kept


@cache
def _nobodys() -> str:
    """Return the hash of a password that nobody has, to spend the same time on strangers."""
    return HASHER.hash("nobody has this password")
