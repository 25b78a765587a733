"""Weigh the main pages as a phone gets them, and say which are heavier than they may be.

    python -m tests.bench.weigh

Starts the portal with the small demo, opens each page in a Chromium that has nothing yet, and
prints a Markdown table of the bytes that were sent. The exit code is 1 when a page is above a bar.
"""

import sys
from collections.abc import Iterator

from tests.bench.portal import small_portal
from tests.bench.weights import Weight, weigh
from tests.journeys.chromium import CHROMIUM, IS_NEEDED, MISSING, chromium

MOST_FIRST_VIEW, MOST_SCRIPTS, MOST_TOTAL = 14_000, 9_000, 35_000  # bytes
MOST_AFTER_A_TAP = 80_000  # bytes of a page whose heavy part came when somebody asked for it


def main() -> int:
    """Weigh, print, and return the exit code."""
    if CHROMIUM is None:
        print(MISSING, file=sys.stderr)
        return 1 if IS_NEEDED else 0
    with small_portal() as portal, chromium() as browser:
        weights = weigh(browser, portal.address, portal.pages)
    _print(weights)
    too_much = [line for weight in weights for line in _too_much(weight)]
    if too_much:
        print(*too_much, sep="\n", file=sys.stderr)
    return 1 if too_much else 0


def _too_much(weight: Weight) -> Iterator[str]:
    """Give a line for each bar that a page is above."""
    name, sizes = weight.page.name, {"scripts are": (weight.scripts, MOST_SCRIPTS)}
    if weight.page.tap:
        sizes = {"with everything it is": (weight.total, MOST_AFTER_A_TAP)}
    elif weight.page.is_for_residents:
        sizes["HTML and CSS are"] = weight.first_view, MOST_FIRST_VIEW
        sizes["without photos it is"] = weight.total, MOST_TOTAL
    for what, (size, most) in sizes.items():
        if size > most:
            yield f"{name}: {what} {size:,} bytes, not {most:,}"
    for url in weight.elsewhere:
        yield f"{name}: asks somebody else for {url}, or got no answer"
    for part in weight.inline:
        yield f"{name}: has {part} in the page itself"


def _print(weights: list[Weight]) -> None:
    print("| page | HTML | CSS | scripts | pictures | total | requests | third party | inline |")
    print("|---|---|---|---|---|---|---|---|---|")
    for weight in weights:
        sizes = (weight.html, weight.style, weight.scripts, weight.pictures, weight.total)
        counts = (weight.requests, len(weight.elsewhere), len(weight.inline))
        print(f"| {weight.page.name} |", " | ".join(f"{n:,}" for n in (*sizes, *counts)), "|")


if __name__ == "__main__":
    sys.exit(main())
