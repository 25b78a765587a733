"""A phone that counts what somebody has to do, beside typing: fields to fill in, and taps."""

from playwright.sync_api import Locator, Page, Response, Route

from journeys.steps.phone import Phone


class Bare(Phone):
    """Loses every style sheet. The pages themselves are checked in the other journeys."""

    def __init__(self, page: Page, *, runs_scripts: bool = False) -> None:
        super().__init__(page, runs_scripts=runs_scripts)
        self.fields = self.taps = self.lost = 0
        page.route("**/*.css", self._lose)

    def open_mail(self, link: str) -> None:
        """Tap on the link in a mail."""
        self.taps += 1
        self.go(link)

    def answer(self, label: str, text: str, *, part: str | None = None) -> None:
        self.fields += 1
        super().answer(label, text, part=part)

    def tick(self, *labels: str) -> None:
        self.fields += 1
        self.taps += len(labels)
        super().tick(*labels)

    def choose(self, label: str, option: str, *, part: str | None = None) -> None:
        self.fields += 1
        super().choose(label, option, part=part)

    def _tap(self, target: Locator) -> None:
        self.taps += 1
        super()._tap(target)

    def _arrive(self, answer: Response | None) -> None:
        assert answer is not None
        self.status = answer.status
        assert self.status < 500, f"{self.page.url} answered {self.status}"

    def _lose(self, route: Route) -> None:
        self.lost += 1
        route.abort()
