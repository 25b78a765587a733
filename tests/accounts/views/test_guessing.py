"""Guessing codes and giving one twice, one after the other and at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import MOST_TRIES, LoginSession, SecondFactor
from app.accounts.queries import recovery_codes_left
from app.core.db import db
from factories.clocks import a_clock
from factories.notifications import mails_to
from factories.second_factor import (
    CODE,
    MO,
    PAPER,
    an_app,
    gives_password,
    is_in,
    mo_with_password,
    on_paper,
    shown,
)


def at_once(app: Flask, posts: list[Callable[[], int]]) -> list[int]:
    """Send requests at the same moment; return their statuses."""
    db.session.commit()
    ready, answers = Barrier(len(posts)), list[int]()

    def send(post: Callable[[], int]) -> None:
        with app.app_context():
            ready.wait(timeout=30)
            answers.append(post())

    threads = [Thread(target=send, args=(post,)) for post in posts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.rollback()
    return sorted(answers)


def test_two_sign_ins_with_one_code_at_the_same_moment_are_one(app: Flask) -> None:
    secret = an_app(mo_with_password())
    browsers = [app.test_client(), app.test_client()]
    for browser in browsers:
        gives_password(browser)
    code = shown(secret)

    statuses = at_once(
        app,
        [
            lambda browser=browser: browser.post(CODE, data={"code": code}).status_code
            for browser in browsers
        ],
    )

    assert statuses == [303, 422]
    assert sorted(map(is_in, browsers)) == [False, True]
    assert db.session.query(LoginSession).count() == 1


def test_one_code_on_paper_twice_at_the_same_moment_works_once(app: Flask) -> None:
    mo = mo_with_password()
    an_app(mo)
    (paper,) = on_paper(mo, 1)
    browsers = [app.test_client(), app.test_client()]
    for browser in browsers:
        gives_password(browser)

    statuses = at_once(
        app,
        [
            lambda browser=browser: browser.post(PAPER, data={"code": paper}).status_code
            for browser in browsers
        ],
    )

    assert (statuses, sorted(map(is_in, browsers))) == ([303, 422], [False, True])


def test_guessing_at_the_same_moment_counts_every_try(app: Flask) -> None:
    mo = mo_with_password()
    an_app(mo)
    browsers = [app.test_client() for _ in range(6)]
    for browser in browsers:
        gives_password(browser)

    at_once(
        app,
        [
            lambda browser=browser: browser.post(CODE, data={"code": "000000"}).status_code
            for browser in browsers
        ],
    )

    assert db.session.query(SecondFactor).one().tries == 6


def test_guessing_ends_after_ten_also_for_who_gives_the_password_again(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = a_clock(monkeypatch)
    put("2026-11-22 12:00")
    mo = mo_with_password()
    secret = an_app(mo)
    wrong = f"{(int(shown(secret)) + 1) % 10**6:06}"
    for _ in range(MOST_TRIES):
        gives_password(client)
        assert client.post(CODE, data={"code": wrong}).status_code == 422
    warned = [mail.subject for mail in mails_to(MO)]

    gives_password(client)
    refused = client.post(CODE, data={"code": shown(secret)})

    assert (refused.status_code, "Wacht een uur" in refused.text) == (422, True)
    assert client.post(PAPER, data={"code": on_paper(mo, 1)[0]}).status_code == 422
    assert (is_in(client), warned) == (False, ["Iemand probeert bij je in te loggen"])
    put("2026-11-22 13:01")
    gives_password(client)
    assert client.post(CODE, data={"code": shown(secret)}).status_code == 303


def test_a_typing_mistake_is_no_try(client: FlaskClient) -> None:
    an_app(mo_with_password())
    gives_password(client)

    client.post(CODE, data={"code": "12345"})

    assert db.session.query(SecondFactor).one().tries == 0


def test_a_nervous_thumb_uses_one_code_on_paper(app: Flask) -> None:
    mo = mo_with_password()
    an_app(mo)
    papers = on_paper(mo, 2)
    browsers = [app.test_client(), app.test_client()]
    gives_password(browsers[0])
    with browsers[0].session_transaction() as first, browsers[1].session_transaction() as second:
        second.update(first)  # one browser, two requests

    at_once(
        app,
        [
            lambda browser=browser, paper=paper: (
                browser.post(PAPER, data={"code": paper}).status_code
            )
            for browser, paper in zip(browsers, papers, strict=True)
        ],
    )

    assert sorted(map(is_in, browsers)) == [False, True]
    assert (recovery_codes_left(mo), db.session.query(LoginSession).count()) == (1, 1)
