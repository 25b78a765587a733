"""Who handles many things in a row presses single keys: each can be done without, and all can be switched off."""

from collections.abc import Callable

import pytest

from app.core.db import db
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from factories.accounts import a_moderator
from factories.moderation import a_review
from journeys.axe import broken_rules
from journeys.steps.phone import Phone

pytestmark = pytest.mark.browser
WIDE = {"width": 1280, "height": 800}
QUEUE = "/moderatie?wijk=noord"


@pytest.fixture
def scripts() -> bool:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("keys do the same on every database: they are pressed on SQLite")
    return True


def test_texts_are_judged_with_four_keys_each_and_the_keys_can_be_switched_off(
    phone_of: Callable[..., Phone],
) -> None:
    for title in ("Een", "Twee", "Drie"):
        a_review(title=title)
    mo = phone_of(a_moderator(), viewport=WIDE)
    page = mo.page
    mo.go(QUEUE)

    def press(*keys: str) -> None:
        for key in keys:
            page.keyboard.press(key)

    def open_with(*keys: str) -> str:
        """Press keys of which the last leads to a page; return where that is."""
        db.session.commit()
        press(*keys[:-1])
        with page.expect_navigation():
            press(keys[-1])
        return page.url.removeprefix(page.url.split("/moderatie")[0])

    def focus() -> str:
        return str(page.evaluate("document.activeElement.innerText")).strip()

    press("j", "j", "j", "j", "k")
    assert focus() == "Twee"
    assert open_with("o").endswith("?wijk=noord")
    assert mo.heading == "Twee"
    open_with("k")
    assert mo.heading == "Een"
    assert open_with("u") == QUEUE

    open_with("o")
    assert open_with("e", "Space", "Enter") == QUEUE
    assert mo.all("tbody td:first-child a") == ["Twee", "Drie"]
    db.session.rollback()
    assert db.session.query(Review).filter_by(title="Een").one().state is ReviewState.PUBLISHED

    press("?")
    dialog = page.get_by_role("dialog", name="Sneltoetsen")
    assert dialog.is_visible()
    assert broken_rules(page) == []
    press("o")  # a key means nothing while the list of keys is open
    dialog.get_by_label("Gebruik sneltoetsen in deze browser").press("Space")
    press("Escape")
    assert not dialog.is_visible()
    mo.go(QUEUE)
    press("j", "o", "?")
    assert (focus() == "Twee", dialog.is_visible(), page.url.endswith(QUEUE)) == (
        False,
        False,
        True,
    )

    page.get_by_role("button", name="Sneltoetsen").click()
    dialog.get_by_label("Gebruik sneltoetsen in deze browser").press("Space")
    dialog.get_by_role("button", name="Sluiten").click()
    open_with("o")
    reason = page.get_by_label("Wat schrijf je aan de maker?")
    reason.focus()
    press("j", "u", "?")
    assert reason.input_value() == "ju?"
    press("Escape", "Control+u")
    assert mo.heading == "Twee"
    db.session.commit()
    press("g")
    with page.expect_navigation(url="**/mijn"):
        press("o")
