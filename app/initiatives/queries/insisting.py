"""Which personal data stay in a text on purpose: its writer was warned, and chose so."""

from collections.abc import Collection

from app.audit import queries as log

KEEP = "keep_found"  # the deed, as the log knows it


def kept_in(texts: Collection[tuple[str, int]]) -> dict[tuple[str, int], set[str]]:
    """Return, for texts by table and number, the kinds that stay on purpose; one statement."""
    return log.told_before(KEEP, texts)
