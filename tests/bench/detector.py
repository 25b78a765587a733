"""Measure how well personal data are found, and how long the worst text takes.

    python -m tests.bench.detector

Prints a Markdown table: for each kind how many of the test lines hold it, how many of those are
found, and how many lines give a false alarm; then the slowest of the hostile texts.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests import from

from app.core.personal_data import LONGEST, find
from core.personal_data.lines import lines, scores
from core.personal_data.test_find import HOSTILE


def main() -> None:
    """Measure and print."""
    measured = lines()
    ordinary = [line for line in measured if not line.codes]
    alarms = [line for line in ordinary if find(line.text)]
    print("| kind | lines that hold it | found | false alarms |\n|---|---|---|---|")
    for score in scores(measured):
        share = f"{score.found} ({100 * score.found / score.there:.1f} %)"
        print(f"| {score.kind} | {score.there} | {share} | {score.false} |")
    share_of_alarms = f"{len(alarms)} ({100 * len(alarms) / len(ordinary):.1f} %)"
    print(
        f"\n{len(measured)} lines, {len(ordinary)} without personal data: {share_of_alarms} alarm."
    )
    seconds, piece = max((_seconds(piece), piece) for piece in HOSTILE)
    print(
        f"Slowest of {len(HOSTILE)} hostile texts of {LONGEST} signs: {seconds:.2f} s, {piece!r}."
    )


def _seconds(piece: str) -> float:
    start = time.process_time()
    find((piece * LONGEST)[:LONGEST])
    return time.process_time() - start


if __name__ == "__main__":
    main()
