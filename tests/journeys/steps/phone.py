"""A phone in somebody's hand. Whatever it opens is checked; nothing that goes wrong stays unseen."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, Response

from app.core.db import db
from journeys.steps.checks import check


class Phone:
    """Opens pages, fills in forms and presses buttons, by the words that are on them."""

    def __init__(self, page: Page, *, runs_scripts: bool) -> None:
        self.page = page
        self.runs_scripts = runs_scripts
        self.status = 0  # of the page that is on the screen

    def go(self, path: str) -> None:
        """Open an address."""
        db.session.commit()  # what the test made is there before the server looks
        self._arrive(self.page.goto(path))

    def follow(self, link: str, *, part: str | None = None) -> None:
        """Go where a link goes."""
        self._tap(self._within(part).get_by_role("link", name=link, exact=True))

    def press(self, button: str, *, part: str | None = None) -> None:
        """Press a button, in the ``part`` of the page with that heading."""
        self._tap(self._within(part).get_by_role("button", name=button, exact=True))

    def press_twice(self, button: str) -> None:
        """Press a button with a nervous thumb, and wait for the page that comes of it."""
        db.session.commit()
        before = self.page.url
        self.page.get_by_role("button", name=button, exact=True).dblclick(no_wait_after=True)
        for _moment in range(100):  # the browser drops the first answer for the second
            if self.page.url != before:
                break
            self.page.wait_for_timeout(100)
        assert self.page.url != before, "the page that came of it is the form again"
        self._arrive(self.page.reload())

    def answer(self, label: str, text: str, *, part: str | None = None) -> None:
        """Type an answer in the field with a label."""
        self._within(part).get_by_label(label).fill(text)

    def tick(self, *labels: str) -> None:
        """Put a thumb on options until they are chosen."""
        for label in labels:
            if not self.is_ticked(label):
                self.page.locator(".option__label").get_by_text(label, exact=True).or_(
                    self.page.locator(".option__label", has_text=label)
                ).first.click()
            assert self.is_ticked(label)

    def choose(self, label: str, option: str, *, part: str | None = None) -> None:
        """Choose from a list."""
        self._within(part).get_by_label(label).select_option(label=option)

    def typed(self, label: str, *, part: str | None = None) -> str:
        """Return what stands in a field."""
        return self._within(part).get_by_label(label).input_value()

    def is_ticked(self, label: str) -> bool:
        return self.page.get_by_label(label, exact=True).is_checked()

    @property
    def path(self) -> str:
        """The address without the name of the site."""
        return "/" + self.page.url.split("/", 3)[3]

    @property
    def title(self) -> str:
        return self.page.title()

    @property
    def heading(self) -> str:
        return one_line(self.page.locator("h1").inner_text())

    @property
    def text(self) -> str:
        """What there is to read, also what is folded away."""
        return one_line(self.page.locator("main").text_content() or "")

    def part(self, heading: str) -> str:
        """Return what there is to read in the part of the page with that heading."""
        return one_line(self._within(heading).text_content() or "")

    @property
    def errors(self) -> list[str]:
        """What the summary on top says that is wrong."""
        items = self.page.locator("main .error-summary li")
        return [one_line(item) for item in items.all_inner_texts()]

    def all(self, selector: str) -> list[str]:
        """Return the texts of all these parts, in the order of the page."""
        return [one_line(text) for text in self.page.locator(selector).all_text_contents()]

    def cookies_that_stay(self) -> dict[str, Any]:
        """Return what a browser keeps when it is closed: cookies without an end are gone."""
        kept: dict[str, Any] = {**self.page.context.storage_state()}
        kept["cookies"] = [cookie for cookie in kept["cookies"] if cookie["expires"] != -1]
        return kept

    def until(self, claim: str) -> None:
        """Wait until a claim in the browser is true."""
        for _moment in range(600):
            if self.page.evaluate(claim):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {claim}")

    def _within(self, part: str | None) -> Locator:
        if part is None:
            return self.page.locator("body")
        return (
            self.page.get_by_role("group", name=part, exact=True)
            .or_(self.page.get_by_role("region", name=part, exact=True))
            .or_(self.page.locator("article", has=self.page.get_by_role("heading", name=part)))
        )

    def _tap(self, target: Locator) -> None:
        db.session.commit()
        with self.page.expect_navigation() as coming:
            target.click()
        self._arrive(coming.value)

    def _arrive(self, answer: Response | None) -> None:
        assert answer is not None
        self.status = answer.status
        assert self.status < 500, f"{self.page.url} answered {self.status}"
        check(self.page, answer.text(), with_axe=self.runs_scripts)


APhone = Callable[..., Phone]


def one_line(text: str) -> str:
    """Return a text with single blanks, as a reader sees it."""
    return " ".join(text.split())
