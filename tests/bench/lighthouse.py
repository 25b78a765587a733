"""Ask Lighthouse what it thinks of the main pages on a slow phone.

    python -m tests.bench.lighthouse

Starts the portal with the small demo and prints a Markdown table: the scores of the mobile preset
(100 is the best) and how soon the largest part of the page is there. The exit code is 1 when a
page is below a bar.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.main_pages import Page
from tests.bench.portal import small_portal
from tests.bench.processes import ROOT
from tests.journeys.chromium import CHROMIUM, FLAGS, IS_NEEDED, MISSING

PROGRAM = ROOT / "node_modules" / ".bin" / "lighthouse"
PAGES = {
    "home",
    "list",
    "detail",
    "register: what",
    "register: confirmation",
    "task",
    "desk of a resident",
}
CATEGORIES = ("performance", "accessibility", "best-practices")
Report = dict[str, Any]  # as Lighthouse writes it
BEST, LATEST = 100, 1.5  # the score of each category; seconds
TRIES = 5  # a machine that does other things as well makes a page slower, never faster


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says about a page; ``remarks`` are what cost points."""

    page: Page
    scores: dict[str, int]
    largest_paint: float
    remarks: list[str]

    @property
    def is_fine(self) -> bool:
        """Tell whether the page is below no bar."""
        return min(self.scores.values()) == BEST and self.largest_paint <= LATEST


def main() -> int:
    """Ask, print, and return the exit code."""
    if CHROMIUM is None or not PROGRAM.exists():
        print(MISSING if CHROMIUM is None else "Run make tools first", file=sys.stderr)
        return 1 if IS_NEEDED else 0
    print(f"| page | {' | '.join(CATEGORIES)} | largest paint (s) |")
    print("|---|---|---|---|---|")
    with small_portal() as portal:
        pages = [page for page in portal.pages if page.name in PAGES]
        complaints = [line for page in pages for line in _asked(portal.address, page)]
    if complaints:
        print(*complaints, sep="\n", file=sys.stderr)
    return 1 if complaints else 0


def _asked(address: str, page: Page) -> Iterator[str]:
    """Print the verdict on a page; give a line for each bar that it is below."""
    verdict = _best_verdict(address, page)
    scores = " | ".join(str(score) for score in verdict.scores.values())
    print(f"| {page.name} | {scores} | {verdict.largest_paint:.2f} |", flush=True)
    for category, score in verdict.scores.items():
        if score < BEST:
            yield f"{page.name}: {category} is {score}: {'; '.join(verdict.remarks)}"
    if verdict.largest_paint > LATEST:
        yield f"{page.name}: the largest part comes after {verdict.largest_paint:.2f} s"


def _best_verdict(address: str, page: Page) -> Verdict:
    """Ask again when the page is below a bar; return the best answer."""
    verdicts: list[Verdict] = []
    while len(verdicts) < TRIES and not (verdicts and verdicts[-1].is_fine):
        verdicts.append(_verdict(address, page))
    return max(verdicts, key=lambda one: (sum(one.scores.values()), -one.largest_paint))


def _verdict(address: str, page: Page) -> Verdict:
    with tempfile.TemporaryDirectory() as folder:
        found = _report(Path(folder), address, page)
    return Verdict(
        page,
        {name: round(found["categories"][name]["score"] * 100) for name in CATEGORIES},
        found["audits"]["largest-contentful-paint"]["numericValue"] / 1000,
        list(_remarks(found)),
    )


def _report(folder: Path, address: str, page: Page) -> Report:
    """Return what Lighthouse writes; on a busy machine it can lose its browser and need a new one."""
    report, headers = folder / "report.json", folder / "headers.json"
    headers.write_text(json.dumps({"Cookie": page.cookie} if page.cookie else {}))
    command = [
        *(PROGRAM, address + page.path, "--quiet", "--output=json"),
        *(f"--output-path={report}", f"--extra-headers={headers}"),
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
    ]
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    for _ in range(TRIES):
        if subprocess.run(command, cwd=folder, env=environment, check=False).returncode == 0:
            return json.loads(report.read_text())
    raise RuntimeError(f"Lighthouse cannot read {page.path}")


def _remarks(report: Report) -> Iterator[str]:
    """Give what cost points: the audits that count and are not perfect."""
    for category in report["categories"].values():
        for ref in category["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{audit['title']} ({audit.get('displayValue', '')})"


if __name__ == "__main__":
    sys.exit(main())
