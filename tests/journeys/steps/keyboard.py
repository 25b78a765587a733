"""A phone with a keyboard on it and no finger: Tab, Shift+Tab, Enter, Space and the arrows do everything."""

from typing import Any

from playwright.sync_api import Locator, Page, Response

from app.core.db import db
from journeys.steps.phone import Phone
from journeys.steps.tree import tree_of

MOST_STOPS = 150
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return { isPage: true, isFirst: false };
  const { left, top, width, height } = stop.getBoundingClientRect();
  const ring = stop.closest(".card:has(.card__link:focus-visible)") ?? stop;
  const { outlineStyle, outlineWidth } = getComputedStyle(ring);
  const middle = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight - top) / 2);
  const before = window.stopBefore;
  window.stopBefore = stop;
  return {
    words: (stop.innerText || stop.name || stop.outerHTML).slice(0, 80),
    hasRing: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    isInView: Boolean(middle) && (stop.contains(middle) || middle.contains(stop) || middle.closest("label")?.control === stop),
    isFirst: stop.matches(".nl-skip-link"),
    isAfter: !before?.isConnected || Boolean(before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING),
  };
}"""
IS_BEHIND = """(target) => Boolean(
  document.activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING
  && !target.contains(document.activeElement)
)"""
HAS_FOCUS = """(target) => target === document.activeElement || (
  target.type === "radio" && document.activeElement.name === target.name && document.activeElement.form === target.form
)"""


class Keyboard(Phone):
    """Comes everywhere with keys; where the focus comes, it has to be seen, in the order of reading.

    ``pages`` holds what a screen reader makes of every page that it opened.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page, runs_scripts=True)
        self.pages: list[str] = []
        self.listens = True  # to the pages that come; a screen reader takes its time

    def answer(self, label: str, text: str, *, part: str | None = None) -> None:
        self.reach(self._within(part).get_by_label(label))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def tick(self, *labels: str) -> None:
        for label in labels:
            option = self.page.get_by_label(label, exact=True)
            self.reach(option)
            for _option in range(MOST_STOPS):
                if option.is_checked():
                    break
                is_one_of_many = option.get_attribute("type") == "radio"
                has_focus = option.evaluate("(it) => it === document.activeElement")
                self.page.keyboard.press(
                    "ArrowDown" if is_one_of_many and not has_focus else "Space"
                )
            assert option.is_checked()

    def choose(self, label: str, option: str, *, part: str | None = None) -> None:
        box = self._within(part).get_by_label(label)
        self.reach(box)
        for _option in range(MOST_STOPS):
            if box.locator("option:checked").inner_text() == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not come to {option}")

    def go_round(self) -> None:
        """Press Tab from the top of the page to its end: nothing holds the focus."""
        assert self.step()["isFirst"]
        for _stop in range(MOST_STOPS):
            if "isPage" in self.step():
                return
        raise AssertionError(f"the focus never leaves {self.page.url}")

    def follow_to_field(self, message: str) -> None:
        """Go from a mistake in the summary to the field that it is about."""
        self.reach(self.page.locator(".error-summary").get_by_role("link", name=message))
        self.page.keyboard.press("Enter")
        described = self.page.evaluate("document.activeElement.getAttribute('aria-describedby')")
        assert "-error" in described, f"{message!r} does not lead to a field"

    def reach(self, target: Locator) -> None:
        """Press Tab (or Shift+Tab, for what is behind) until the focus is on the target."""
        assert target.count() == 1, target
        self._skip_the_header(target)
        key = "Shift+Tab" if target.evaluate(IS_BEHIND) else "Tab"
        for _stop in range(MOST_STOPS):
            if target.evaluate(HAS_FOCUS):
                return
            self.step(key)
        raise AssertionError(f"{key} never comes to {target}")

    def step(self, key: str = "Tab") -> dict[str, Any]:
        """Go to the next stop, and look whether it can be seen and follows what was read before."""
        self.page.keyboard.press(key)
        stop: dict[str, Any] = self.page.evaluate(STOP)
        if "isPage" in stop:
            return stop
        where = f"{stop['words']!r} on {self.page.url}"
        assert stop["hasRing"], f"nobody sees that the focus is at {where}"
        assert stop["isInView"], f"the focus is out of sight at {where}"
        assert stop["isFirst"] or stop["isAfter"] is (key == "Tab"), f"the focus jumps to {where}"
        return stop

    def _skip_the_header(self, target: Locator) -> None:
        if not target.evaluate("(it) => it.closest('main') !== null"):
            return
        if self.page.evaluate("document.activeElement === document.body && !location.hash"):
            assert self.step()["isFirst"]
        if self.page.evaluate("document.activeElement.hash === '#inhoud'"):
            self.page.keyboard.press("Enter")
            assert self.page.evaluate("document.activeElement.id") == "inhoud"

    def _tap(self, target: Locator) -> None:
        self.reach(target)
        db.session.commit()
        with self.page.expect_navigation() as coming:
            self.page.keyboard.press("Enter")
        self._arrive(coming.value)

    def _arrive(self, answer: Response | None) -> None:
        super()._arrive(answer)
        if self.listens:
            self.pages.append("\n".join([f"== {self.title}", *tree_of(self.page)]))
        if self.status == 422:
            focus = self.page.evaluate("document.activeElement.className")
            assert focus == "error-summary", f"after a mistake the focus is at {focus!r}"
