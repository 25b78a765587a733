"""A new message is announced on the phone, from the button to the line on the screen; a tap opens it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from app.core.db import db
from app.core.jobs import work_off
from app.notifications import push
from app.notifications.models import PushDevice
from app.notifications.service import tell
from factories.accounts import a_person
from factories.push_service import PushService, a_push_service
from journeys.steps.checks import check
from journeys.steps.phone import Phone

pytestmark = pytest.mark.browser
with_scripts = pytest.mark.parametrize("scripts", [True], ids=["scripts"])
SWITCH_ON = "Krijg een melding op deze telefoon"
SHOWN = """navigator.serviceWorker.ready.then(async (worker) =>
    (await worker.getNotifications()).map(({ title, body, lang, data }) => [title, body, lang, data]))"""
# No test has a thumb that a browser believes, so where it would go is noted.
TAP = """async () => {
    self.clients.openWindow = async (address) => { self.opened = address; };
    const [notification] = await self.registration.getNotifications();
    self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
}"""
# A browser in a test has no push service of its own maker: this one is ours.
SUBSCRIBE = """(told) => {
    PushManager.prototype.subscribe = async (options) => {
        window.asked = options;
        return { toJSON: () => told };
    };
}"""


@pytest.fixture
def service(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PushService]:
    with a_push_service(tmp_path) as running:
        monkeypatch.setitem(app.config, "PUSH_KEY", push.new_key())
        monkeypatch.setitem(app.config, "PUSH_HOSTS", [running.host])
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "cert.pem"))
        yield running


def deliver(page: Page, content: dict[str, str]) -> None:
    """Let the worker of the browser get what the push service brings."""
    line = page.context.new_cdp_session(page)
    workers: list[str] = []
    line.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: workers.extend(one["registrationId"] for one in event["registrations"]),
    )
    line.send("ServiceWorker.enable")
    for _moment in range(100):
        if workers:
            break
        page.wait_for_timeout(50)
    origin = page.evaluate("location.origin")
    line.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": workers[-1], "data": json.dumps(content)},
    )


@with_scripts
def test_a_message_reaches_the_phone_and_a_tap_opens_it(
    phone_of: Callable[..., Phone], service: PushService
) -> None:
    sanne = a_person("Sanne")
    phone = phone_of(sanne, service_workers="allow", permissions=["notifications"])
    page = phone.page
    phone.go("/berichten")
    phone.follow("Krijg een melding op je telefoon")
    known = service.a_browser()
    keys = {"p256dh": known.public_key, "auth": known.secret}
    page.evaluate(SUBSCRIBE, {"endpoint": known.address, "keys": keys})

    phone.press(SWITCH_ON)
    assert "Dit apparaat krijgt meldingen." in phone.text
    db.session.rollback()
    assert [device.address for device in db.session.query(PushDevice)] == [known.address]

    message = tell(sanne, "Je plan staat op de site", "Beste Sanne,\n\nGefeliciteerd.")
    db.session.commit()
    work_off()
    [told] = service.shown()
    deliver(page, told)
    phone.until(f"{SHOWN}.then((shown) => shown.length === 1)")
    path = f"/berichten/{message.id}"
    assert page.evaluate(SHOWN) == [["Aanzet", "Je plan staat op de site", "nl", path]]
    [worker] = page.context.service_workers
    worker.evaluate(TAP)
    phone.until(f"{SHOWN}.then((shown) => shown.length === 0)")
    assert worker.evaluate("self.opened").endswith(path)
    phone.go(path)
    assert "Gefeliciteerd." in phone.text

    phone.go("/berichten/meldingen")
    phone.press("Zet meldingen uit op dit apparaat")
    assert page.get_by_role("button", name=SWITCH_ON).is_visible()
    db.session.rollback()
    assert db.session.query(PushDevice).count() == 0


@with_scripts
def test_who_says_no_to_the_browser_reads_what_to_do(
    phone_of: Callable[..., Phone], service: PushService
) -> None:
    phone = phone_of(a_person("Sanne"), service_workers="allow")
    phone.go("/berichten/meldingen")

    phone.page.get_by_role("button", name=SWITCH_ON).click()

    phone.page.get_by_role("alert").get_by_text("Je browser houdt meldingen").wait_for()
    check(phone.page, phone.page.content(), with_axe=True)


@pytest.mark.parametrize("scripts", [False], ids=["no-scripts"])
def test_without_scripts_the_page_says_that_it_cannot(
    phone_of: Callable[..., Phone], service: PushService
) -> None:
    phone = phone_of(a_person("Sanne"))
    phone.go("/berichten/meldingen")

    assert "Deze browser kan geen meldingen laten zien." in phone.text
    assert not phone.page.get_by_role("button", name=SWITCH_ON).is_visible()
