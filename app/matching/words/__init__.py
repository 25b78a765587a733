"""The sentences that people read about a ranked list: one for every code of the engine."""

from app.matching.words.comparison import above, differences, part_name
from app.matching.words.gaps import nobody
from app.matching.words.parts import because
from app.matching.words.rules import obstacle

__all__ = ["above", "because", "differences", "nobody", "obstacle", "part_name"]
