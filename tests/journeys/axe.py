"""axe-core, the newest of npm: it reads a page in the browser as a screen reader would, and measures contrast."""

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from journeys.chromium import IS_NEEDED

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OF_COLOURS = (
    "color-contrast",
    "link-in-text-block",
)  # the rules that a change of colours can break
RUN = """async (rules) => {
  const only = rules.length ? { runOnly: rules } : {};
  const found = await axe.run({ ...only, resultTypes: ["violations"] });
  return found.violations.map(
    (rule) => `${rule.id} (${rule.impact}): ${rule.nodes.map((node) => node.html).join(" ")}`
  );
}"""


def broken_rules(page: Page, *only: str) -> list[str]:
    """Return a line for each rule that the page breaks: the rule, and the places."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_script())
    lines: list[str] = page.evaluate(RUN, only)
    return lines


@cache
def _script() -> str:
    if not SCRIPT.exists():
        (pytest.fail if IS_NEEDED else pytest.skip)("axe is not installed: make tools")
    return SCRIPT.read_text()
