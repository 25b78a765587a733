"""People with a browser at a real web server that can be killed."""

import http.client
import os
import random
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask

from app.accounts.lasting import RESIDENT_DAYS
from app.accounts.models import LoginSession, User
from app.core import clock, tokens
from app.core.db import db
from bench.processes import Server, gunicorn
from faults.stage import SEED, until

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
PATIENCE = 60  # seconds that somebody keeps trying
BROKEN = (OSError, http.client.HTTPException)


class Browser:
    """Somebody who is signed in, has a form open, and presses its button."""

    def __init__(self, server: Server, cookie: str) -> None:
        self.port, self.cookie, self.token = server.port, cookie, ""

    def open(self, path: str) -> None:
        """Open the page with the form."""
        page = self._ask("GET", path)[1]
        found = TOKEN.search(page)
        assert found is not None, page
        self.token = found.group(1)

    def press(self, path: str, **fields: str) -> int:
        """Send the form; return the status. Raises one of ``BROKEN`` when nothing comes back."""
        return self._ask("POST", path, urlencode({**fields, "csrf_token": self.token}))[0]

    def insist(self, path: str, **fields: str) -> int:
        """Send the same form until there is an answer; return its status."""
        end = time.monotonic() + PATIENCE
        while True:
            with suppress(*BROKEN):
                if (status := self.press(path, **fields)) < 500:
                    return status
            assert time.monotonic() < end, "nobody answers"
            time.sleep(0.05)

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            if given := answer.getheader("Set-Cookie"):
                self.cookie = given.partition(";")[0]
            return answer.status, answer.read().decode()
        finally:
            connection.close()


@contextmanager
def a_web_server(portal: Flask) -> Iterator[Server]:
    """Serve the portal with gunicorn: one process of four threads, and one that keeps it alive."""
    settings = {
        "AANZET_DATABASE_URL": portal.config["SQLALCHEMY_DATABASE_URI"],
        "AANZET_JOURNAL": portal.config["JOURNAL_FOLDER"],
        "AANZET_PHOTOS": portal.config["PHOTOS_FOLDER"],
        "AANZET_TILES": "",
    }
    with gunicorn("wsgi:app", settings) as server:
        yield server


def browser_of(portal: Flask, server: Server, person: User) -> Browser:
    """Return the browser of somebody who signed in before."""
    token = tokens.secret()
    later = clock.now() + RESIDENT_DAYS
    db.session.add(
        LoginSession(fingerprint=tokens.fingerprint(token), user_id=person.id, expires_at=later)
    )
    db.session.commit()
    client = portal.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = token, True
    cookie = client.get_cookie(str(portal.config["SESSION_COOKIE_NAME"]), domain="127.0.0.1")
    assert cookie is not None
    return Browser(server, f"{cookie.key}={cookie.value}")


@contextmanager
def deaths(server: Server, times: int) -> Iterator[list[int]]:
    """Kill the process that answers ``times`` times, at random moments while the block lasts."""
    killed: list[int] = []
    chance = random.Random(SEED)

    def reap() -> None:
        for _time in range(times):
            time.sleep(chance.uniform(0.05, 0.5))
            until(lambda: answering(server) not in {None, *killed})
            number = answering(server)
            assert number is not None
            os.kill(number, signal.SIGKILL)
            killed.append(number)

    reaper = threading.Thread(target=reap)
    reaper.start()
    yield killed
    reaper.join()


def answering(server: Server) -> int | None:
    """Return the number of the process that answers, if there is one."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return int(children[0]) if children else None
