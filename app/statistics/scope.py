"""What is counted: in which areas, how far back, and for whom."""

from dataclasses import dataclass
from datetime import date

from app.statistics.spans import Span, months, quarters, weeks


@dataclass(frozen=True)
class Scope:
    """Where and when is counted. ``areas`` are ids, ``None`` is everywhere.

    For ``everybody`` only what everybody may know is counted: plans that are public, and numbers
    of people rounded, so that two tables that overlap do not tell what one of them hides.
    """

    areas: tuple[int, ...] | None
    last_months: int
    today: date
    everybody: bool = False

    @property
    def weeks(self) -> tuple[Span, ...]:
        return weeks(self.today, self.last_months)

    @property
    def months(self) -> tuple[Span, ...]:
        return months(self.today, self.last_months)

    @property
    def quarters(self) -> tuple[Span, ...]:
        return quarters(self.today, self.last_months)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the period touches."""
        return tuple(range(self.months[0].starts_on.year, self.today.year + 1))
