"""Dutch number words: people write a phone number in words to get it past a filter."""

import re

ONES = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
TEENS = [
    *("tien", "elf", "twaalf", "dertien", "veertien"),
    *("vijftien", "zestien", "zeventien", "achttien", "negentien"),
]
TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _values() -> dict[str, str]:
    values = {word: str(number) for number, word in enumerate([*ONES, *TEENS])}
    for number, ten in enumerate(TENS, start=2):
        values[ten] = f"{number}0"
        for one, word in enumerate(ONES[1:], start=1):
            link = "ën" if word.endswith("e") else "en"
            values[f"{word}{link}{ten}"] = f"{number}{one}"
    values |= {"één": "1", "nulzes": "06", "o6": "06"}
    return values | {word.replace("ë", "e"): value for word, value in values.items()}


VALUES = _values()
WORD = re.compile(r"[^\W\d_]+\d?")


def digits_for_word(word: str) -> str:
    """Return a number word as digits (``zes`` -> ``6``), and any other word as it is."""
    return VALUES.get(word.lower(), word)
