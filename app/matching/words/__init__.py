"""The sentences that people read about a ranked list: one for every code of the engine."""

from app.matching.words.changes import what_changed
from app.matching.words.comparison import above, differences, part_name
from app.matching.words.faults import cannot_be_kept, hours_of
from app.matching.words.fitting import fits_because
from app.matching.words.gaps import nobody
from app.matching.words.parts import because
from app.matching.words.plans import proof, served, steps
from app.matching.words.published import counted, demanded
from app.matching.words.reasons import helps, why_not
from app.matching.words.residents import Told, told
from app.matching.words.rules import obstacle
from app.matching.words.volunteers import counted_for_volunteers, demanded_for_volunteers

__all__ = [
    "Told",
    "above",
    "because",
    "cannot_be_kept",
    "counted",
    "counted_for_volunteers",
    "demanded",
    "demanded_for_volunteers",
    "differences",
    "fits_because",
    "helps",
    "hours_of",
    "nobody",
    "obstacle",
    "part_name",
    "proof",
    "served",
    "steps",
    "told",
    "what_changed",
    "why_not",
]
