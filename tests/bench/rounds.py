"""What a round of the portal costs: 300 requests and 30 offers, half of the hours that are asked.

``python -m tests.bench.rounds`` prints a JSON line for each seed: lines served, how far the plan is
below its bound at most, and seconds of the processor, the check by the second program among them.
"""

import json
import sys
from datetime import date
from random import Random
from time import process_time

from app.matching.engine.choices import Choices
from app.matching.engine.planning.rounds import plan_round
from app.matching.engine.planning.verify_round import verify_round
from app.matching.engine.problem import Context, Line, Problem, Request, Supply

TODAY = date(2026, 10, 1)
TOPICS = ["loneliness", "sport", "money"]
REQUESTS, OFFERS, DISTRICTS, NEIGHBOURHOODS = 300, 30, 3, 12


def a_round(seed: int) -> Problem:
    """Return an invented round; the same one for the same seed."""
    random = Random(seed)
    requests = tuple(_request(random, number) for number in range(1, REQUESTS + 1))
    supplies = tuple(_supply(random, number) for number in range(1, OFFERS + 1))
    return Problem(requests, supplies, Context(today=TODAY))


def _request(random: Random, number: int) -> Request:
    place = number % NEIGHBOURHOODS
    line = Line(
        id=number,
        kind="team_hours",
        hours=random.randrange(2, 13),
        expertise=random.choice(TOPICS),
    )
    return Request(
        id=number,
        initiative_id=number,
        neighbourhood=f"BU{place}",
        district=f"WK{place % DISTRICTS}",
        submitted_on=TODAY,
        wanted_by=random.choice([None, TODAY]),
        lines=(line,),
    )


def _supply(random: Random, number: int) -> Supply:
    return Supply(
        id=f"offer:{number}",
        kinds=frozenset({"team_hours"}),
        provider_id=f"team:{number}",
        areas=frozenset({f"WK{number % DISTRICTS}"}) if number % 4 else None,
        expertise=frozenset(random.sample(TOPICS, 2)),
        total_hours=60,
        free_hours=random.randrange(20, 60),
    )


def main() -> None:
    """Print what each seed costs."""
    for seed in range(3):
        question, begin = a_round(seed), process_time()
        made = plan_round(question, Choices())
        faults = verify_round(made, question, Choices())
        found = {
            "seed": seed,
            "served": sum(line.supply_id is not None for line in made.lines),
            "value": made.value,
            "gap_pct": round(100 * (made.bound - made.value) / made.bound, 2),
            "cpu_s": round(process_time() - begin, 1),
            "faults": len(faults),
        }
        sys.stdout.write(f"{json.dumps(found)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
