"""How much reports of one text weigh together. It orders the list of a moderator, and hides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.reports.models import FULL_WEIGHT, ContentReport, Topic

YOUNG = timedelta(days=7)
HOUR, MANY = timedelta(hours=1), 10  # so many in an hour is a burst


@dataclass(frozen=True)
class Pile:
    """The open reports of one text, the first one first."""

    reports: Sequence[ContentReport]

    @property
    def first(self) -> ContentReport:
        return self.reports[0]

    @property
    def weight(self) -> int:
        """The weight of all; that of new accounts and visitors together is at most one account."""
        counted = [one for one in self.reports if one.counts]
        young = sum(one.weight for one in counted if one.is_young)
        return min(young, FULL_WEIGHT) + sum(one.weight for one in counted if not one.is_young)

    @property
    def topics(self) -> dict[Topic, int]:
        """How often each topic was chosen, the most chosen first."""
        chosen = [one.topic for one in self.reports]
        return {
            topic: chosen.count(topic)
            for topic in sorted(Topic, key=chosen.count)[::-1]
            if topic in chosen
        }

    @property
    def young(self) -> int:
        """How many come from accounts that were younger than seven days."""
        return sum(one.is_young and one.user_id is not None for one in self.reports)

    @property
    def visitors(self) -> int:
        return sum(one.user_id is None for one in self.reports)

    @property
    def burst(self) -> int:
        """How many came in the busiest hour, when that is many; else 0."""
        moments = [one.created_at for one in self.reports]
        most = max(_within_an_hour(moments, since) for since in moments)
        return most if most >= MANY else 0

    @property
    def pleas(self) -> list[str]:
        """What reporters wrote who asked for the look of another moderator."""
        return [one.plea for one in self.reports if one.asked_again_at]

    @property
    def looked_before(self) -> set[int | None]:
        """The numbers of who said before that nothing is wrong."""
        return {one.earlier_decider_id for one in self.reports} - {None}


def weight_of(right: int, checked: int) -> int:
    """Return the weight of a reporter of whose ``checked`` reports so many were ``right``.

    100 as long as nothing is known, and always between 0 and 200: the share that was right, with
    one of each added (the rule of succession of Laplace), doubled.
    """
    return 2 * FULL_WEIGHT * (right + 1) // (checked + 2)


def piles_of(reports: Sequence[ContentReport]) -> list[Pile]:
    """Put reports of the same text together, the heaviest pile first, then who waits longest."""
    piles: dict[tuple[str, int], list[ContentReport]] = {}
    for one in sorted(reports, key=lambda one: (one.created_at, one.id)):
        piles.setdefault((one.subject_type, one.subject_id), []).append(one)
    found = [Pile(pile) for pile in piles.values()]
    return sorted(found, key=lambda pile: (-pile.weight, pile.first.created_at, pile.first.id))


def _within_an_hour(moments: Sequence[datetime], since: datetime) -> int:
    return sum(since <= moment < since + HOUR for moment in moments)
