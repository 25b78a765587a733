"""Measure what the numbers of the portal cost to count, when nothing of them is kept.

    python -m tests.bench.counting sqlite:////tmp/portal.db

The database was filled before, with ``flask demo fill``. Prints the processor milliseconds of the
application for each table, the lowest of ``ROUNDS`` (SQLite works within the application).
"""

import sys
from collections.abc import Callable
from functools import partial
from time import process_time

from app import create_app
from app.areas import queries as areas
from app.core import clock
from app.core.inquiries import answer
from app.statistics.scope import Scope
from app.statistics.topics import Topic, topics_of

ROUNDS = 5


def main() -> None:
    """Count everything that can be asked, and print what it took."""
    app = create_app({"SQLALCHEMY_DATABASE_URI": sys.argv[1]})
    with app.app_context():
        today, district = clock.today(), (areas.districts()[0].id,)
        for name, scope in {
            "coordinators, 3 months": Scope(None, 3, today),
            "coordinators, a year": Scope(None, 12, today),
            "coordinators, one district": Scope(district, 3, today),
            "everybody, 3 months": Scope(None, 3, today, everybody=True),
            "everybody, one district": Scope(district, 3, today, everybody=True),
        }.items():
            costs = {
                topic.tell((), scope).code: _lowest(partial(_count, topic, scope))
                for topic in topics_of(scope)
            }
            parts = ", ".join(f"{code} {cost:.0f}" for code, cost in costs.items())
            print(f"| {name} | {sum(costs.values()):.0f} | {parts} |")


def _count(topic: Topic, scope: Scope) -> object:
    return answer(topic.ask(scope))


def _lowest(count: Callable[[], object]) -> float:
    """Return the milliseconds of the cheapest of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = process_time()
        count()
        took.append(process_time() - began)
    return min(took) * 1000


if __name__ == "__main__":
    main()
