"""A real browser of the size of a phone, a real server, and a real mail server to catch the mail."""

import os
import re
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from app.accounts.models import User
from app.core.db import db
from app.core.jobs import work_off
from factories.portals import IS_POSTGRESQL
from journeys.chromium import CHROMIUM, IS_NEEDED, MISSING, PHONE, chromium
from journeys.steps.phone import APhone, Phone

LINK = re.compile(r"https?://\S+")
PATIENCE = 30_000  # milliseconds; a phone that could not send tries again after ten seconds


@dataclass
class Mailbox:
    """Every mail that arrived, oldest first."""

    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd calls it so
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """Send what waits, then return the mails to ``address``."""
        db.session.rollback()
        work_off()
        return [message for message in self.messages if message["To"] == address]

    def last_text(self, address: str) -> str:
        """Return the plain text of the newest mail to ``address``."""
        body = self.to(address)[-1].get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    def last_link(self, address: str) -> str:
        """Return the (first) web address in the plain text of the newest mail to ``address``."""
        found = LINK.search(self.last_text(address))
        assert found is not None
        return found.group(0)


@pytest.fixture(scope="session")
def sink() -> Iterator[tuple[Mailbox, str]]:
    mailbox = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield mailbox, f"smtp://127.0.0.1:{port}"
    controller.stop()


@pytest.fixture
def mailbox(sink: tuple[Mailbox, str]) -> Mailbox:
    sink[0].messages.clear()
    return sink[0]


@pytest.fixture(scope="module")
def address(app: Flask, sink: tuple[Mailbox, str]) -> Iterator[str]:
    """Serve the portal and return its address; afterwards the settings are those of other tests."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    before = dict(app.config)
    app.config.update(
        MAIL_URL=sink[1], PUBLIC_URL=f"http://127.0.0.1:{server.port}", WTF_CSRF_ENABLED=True
    )
    yield app.config["PUBLIC_URL"]
    app.config.update(before)
    server.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        (pytest.fail if IS_NEEDED else pytest.skip)(MISSING)
    with chromium() as browser:
        yield browser


@pytest.fixture
def phones(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Return a function that hands out phones, each with its own cookies; ``scripts=False`` without JavaScript."""
    contexts: list[BrowserContext] = []

    def a_phone(*, scripts: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            **{
                "base_url": address,
                "viewport": PHONE,
                "has_touch": True,
                "locale": "nl-NL",
                "timezone_id": "Europe/Amsterdam",
                "reduced_motion": "reduce",
                "java_script_enabled": scripts,
                "service_workers": "block",  # but where a story is about them
                **options,
            }
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        return page

    yield a_phone
    for context in contexts:
        context.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Walk every story twice: with scripts, and on a phone that runs none.

    In CI each database has one of the two: scripts know nothing of databases.
    """
    if "CI" in os.environ and request.param is not IS_POSTGRESQL:
        pytest.skip("the half of the other database walks this")
    return bool(request.param)


@pytest.fixture
def a_phone(phones: Callable[..., Page], scripts: bool) -> APhone:
    """Return a function that hands out phones whose pages are all checked."""
    return lambda **options: Phone(phones(scripts=scripts, **options), runs_scripts=scripts)


@pytest.fixture
def phone_of(
    app: Flask, a_phone: APhone, signed_in: Callable[[User], FlaskClient], address: str
) -> Callable[..., Phone]:
    """Return a function that hands out the phone of somebody who signed in before."""

    def phone_of(person: User, **options: Any) -> Phone:
        phone, name = a_phone(**options), str(app.config["SESSION_COOKIE_NAME"])
        cookie = signed_in(person).get_cookie(name, domain=urlsplit(address).hostname or "")
        assert cookie is not None
        phone.page.context.add_cookies([{"name": name, "value": cookie.value, "url": address}])
        return phone

    return phone_of
