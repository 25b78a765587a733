"""Text as people type it: made tidy before it is kept, never changed in meaning."""

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
EMOJI = re.compile("[\U0001f000-\U000e01ef\ufe0e\ufe0f]\u200d?")
SPACES = re.compile(r"[ \t\u00a0]+")
BLANK_LINES = re.compile(r"\n{3,}")


def tidy(text: str | None) -> str:
    """Return ``text`` in one Unicode form, without invisible characters and stray blanks.

    Line ends become ``\\n``; more than one blank line in a row becomes one.
    """
    if not text:
        return ""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = SPACES.sub(" ", INVISIBLE.sub("", text))
    lines = (line.strip() for line in text.split("\n"))
    return BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str | None) -> str:
    """Return ``text`` tidied and on one line: for names, titles and mail headers."""
    return " ".join(tidy(text).split())


def slug(text: str) -> str:
    """Return ``text`` as a part of a web address: ``Poptahof-Noord`` -> ``poptahof-noord``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def direction(text: str) -> str:
    """Return ``rtl`` when the first letter of ``text`` is one of a script from right to left, else ``ltr``."""
    strong = (kind for one in text if (kind := unicodedata.bidirectional(one)) in {"L", "R", "AL"})
    return "ltr" if next(strong, "L") == "L" else "rtl"


def without_emoji(text: str) -> str:
    """Return ``text`` as it can be printed on any machine; one of nothing but emoji stays as it is."""
    return " ".join(EMOJI.sub("", text).split()) or text
