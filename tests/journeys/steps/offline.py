"""Write a plan without internet, on a phone whose line can be cut at any moment."""

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from playwright.sync_api import Page

from app.core.db import db
from app.initiatives.models import Initiative
from factories.areas import a_town
from journeys.steps import registering
from journeys.steps.phone import APhone, Phone
from journeys.steps.registering import Idea

PATH = "/initiatieven/nieuw/offline"
IDEA = Idea()
KEPT = f"caches.match('{PATH}?taal=nl', {{ignoreVary: true}}).then((copy) => copy !== undefined)"


def phone_without_internet(a_phone: APhone) -> Phone:
    """Return a phone that was on the site once, and has no internet now."""
    a_town()
    phone = a_phone(service_workers="allow")
    phone.go("/over")
    phone.until(KEPT)
    phone.page.context.set_offline(True)
    return phone


@contextmanager
def losing_first_answer(app: Flask, path: str) -> Iterator[list[str]]:
    """Let what is first sent to ``path`` arrive and be kept, but cut the line before the phone hears so."""
    inner, lost = app.wsgi_app, list[str]()

    def cut(environ: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
        answer = inner(environ, begin)
        if environ["REQUEST_METHOD"] == "POST" and environ["PATH_INFO"] == path and not lost:
            lost.append(path)
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return answer

    app.wsgi_app = cut
    yield lost
    app.wsgi_app = inner


def write(phone: Phone) -> None:
    """Fill in the page as somebody does in a train."""
    phone.answer(registering.TITLE, IDEA.title)
    phone.answer(registering.SUMMARY, IDEA.summary)
    phone.page.get_by_label("In welke buurt is het?").select_option(label="Molenbuurt")
    phone.answer(registering.FOR_WHOM, IDEA.for_whom)
    phone.tick("Een groep bewoners")
    phone.answer(registering.NAME, IDEA.name)
    phone.answer(registering.EMAIL, IDEA.email)


def press_send(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Verstuur mijn plan").click()


def shown(phone: Phone, part: str) -> None:
    """Wait until the page shows a part."""
    phone.page.wait_for_selector(f"[data-shown={part}]:not([hidden])")


def arrived(page: Page) -> None:
    page.wait_for_url("**/nieuw/verder/*")


def plans() -> list[Initiative]:
    db.session.rollback()
    return db.session.query(Initiative).all()


def wait_for(page: Page, happened: Callable[[], object]) -> None:
    """Wait until something happened outside the browser."""
    for _moment in range(600):
        if happened():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never happened")
