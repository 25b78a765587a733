"""Measure what a step for many requests costs whoever waits for it, on SQLite and on PostgreSQL.

    make bench-together, or: python -m tests.bench.together 100

Each request has a plan of its own with a team of two people, who hear of it. A coordinator opens the page with all of them, takes
them on, looks at what came of it, and turns it back. Prints for each page its seconds on the clock, those of the processor (of the
application and the database together), and its SQL statements.
"""

import logging
import re
import sys
import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

from flask.testing import FlaskClient
from sqlalchemy import text

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "deploy"), str(ROOT / "tests")]

import postgresql

from app import create_app
from app.accounts.models import LoginSession
from app.core import clock, tokens
from app.core.db import db
from app.support.batches import MOST
from factories.accounts import a_coordinator, a_person
from factories.counting import counted
from factories.initiatives import an_initiative
from factories.support import a_request
from tests.bench.processes import cpu_seconds, used_since

TOGETHER = "/ondersteuning/samen"


def main() -> None:
    """Measure on each database that there is."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else MOST
    logging.disable()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        addresses = {"SQLite": f"sqlite:///{folder}/bench.db"}
        if (programs := postgresql.programs()) is not None:
            addresses["PostgreSQL"] = stack.enter_context(postgresql.server(programs))
        print(
            "| database | page | seconds | of the processor | SQL statements |\n|---|---|---|---|---|"
        )
        for name, address in addresses.items():
            _measure(name, address, folder, number)


def _measure(name: str, address: str, folder: str, number: int) -> None:
    app = create_app(
        {
            "TESTING": True,
            "SQLALCHEMY_DATABASE_URI": address,
            "JOURNAL_FOLDER": f"{folder}/journal",
            "WTF_CSRF_ENABLED": False,
            "RATELIMIT_ENABLED": False,
        }
    )
    with app.app_context():
        db.create_all()
        browser = _filled(app.test_client(), number)
    began = f"| {name} |"
    browser.get("/ondersteuning")  # opens the connections
    page = _timed(browser, "GET", f"{TOGETHER}?alles=ja", f"{began} {number} requests to confirm")
    [key] = re.findall(r'name="key"[^>]*value="([^"]+)"', page)
    sent = {"key": key, "deed": "take_on", "vraag": re.findall(r'name="vraag" value="(\d+)"', page)}
    _timed(browser, "POST", TOGETHER, f"{began} take on {len(sent['vraag'])}", sent)
    told = _timed(browser, "GET", f"{TOGETHER}/1", f"{began} what came of it")
    assert told.count("Gedaan") == number, "not all of them were done"
    _timed(browser, "POST", f"{TOGETHER}/1/terug", f"{began} turn back", {})
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def _filled(browser: FlaskClient, number: int) -> FlaskClient:
    """Make the requests, and return ``browser`` with their coordinator signed in."""
    carla, token = a_coordinator(), tokens.secret()
    for one in range(number):
        owner, helper = a_person(f"Owner {one}"), a_person(f"Helper {one}")
        a_request(an_initiative(owner, title=f"Plan {one}", team=(helper,)))
    tomorrow = clock.now() + timedelta(days=1)
    fingerprint = tokens.fingerprint(token)
    db.session.add(LoginSession(fingerprint=fingerprint, user_id=carla.id, expires_at=tomorrow))
    db.session.commit()
    with browser.session_transaction() as session:
        session.update(_user_id=token, _fresh=True)
    return browser


def _timed(
    browser: FlaskClient, method: str, path: str, words: str, sent: dict[str, object] | None = None
) -> str:
    servers = _servers(browser)
    with counted() as statements:
        before, began, worked = cpu_seconds(servers), perf_counter(), process_time()
        answer = browser.open(path, method=method, data=sent)
        took, work = perf_counter() - began, process_time() - worked + used_since(before, servers)
    assert answer.status_code in {200, 303}, answer.text
    print(f"{words} | {took:.2f} | {work:.2f} | {len(statements)} |", flush=True)
    return answer.text


def _servers(browser: FlaskClient) -> list[int]:
    """Return the processes of PostgreSQL that work for this one; SQLite has none."""
    with browser.application.app_context():
        if db.engine.dialect.name == "sqlite":
            return []
        return list(
            db.session.scalars(text("select pid from pg_stat_activity where usename = user"))
        )


if __name__ == "__main__":
    main()
