"""How large things are in a drawing: its width, its letters, and round numbers along an axis."""

from math import ceil, floor, log10

WIDTH = 320  # units, about the pixels of a small phone
LETTER = 7.5  # units that a letter takes, at most
DIGIT = 9.5  # that a bold one of a number takes, in the widest letter types
HEIGHT = 15  # of a letter
STEPS = 4  # at most, along an axis


def room_for(*texts: str) -> int:
    """Return the units that the longest of ``texts``, numbers in bold, takes."""
    return ceil(max(map(len, texts), default=0) * DIGIT)


def shortened(text: str, units: float) -> str:
    """Return ``text``, cut where it would not fit in ``units``."""
    most = max(1, floor(units / LETTER))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def ticks(highest: float, *, whole: bool) -> list[float]:
    """Return round numbers from 0 to ``highest`` or just above it; ``whole`` has no fractions."""
    if highest <= 0:
        return [0, 1]
    step = _round(highest / STEPS)
    if whole:
        step = max(1, step)
    return [number * step for number in range(ceil(highest / step) + 1)]


def _round(step: float) -> float:
    """Return the first of 1, 2, 5, 10, 20, 50 ... (and 0.1, 0.2 ...) that is not below ``step``."""
    power = 10.0 ** floor(log10(step))
    nice = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step * 0.999999)
    return round(nice) if nice >= 1 else round(nice, 6)
