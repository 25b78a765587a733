"""Charts: one table of figures, drawn as lines or bars, without a script."""

from app.ui.charts.bars import bars
from app.ui.charts.figures import FEW, Column, Few, Figures, Look, Row, Value, about, few
from app.ui.charts.lines import lines
from app.ui.charts.words import in_words, told, words

__all__ = [
    "FEW",
    "Column",
    "Few",
    "Figures",
    "Look",
    "Row",
    "Value",
    "about",
    "bars",
    "few",
    "in_words",
    "lines",
    "told",
    "words",
]
