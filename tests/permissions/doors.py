"""Knock on every door of the portal, and put everything back after each knock."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, g
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.core.db import db
from app.policy import POLICY
from app.web.guard import PUBLIC
from permissions.scenes import Scene
from permissions.secrets import Secret

KEYS = {"token", "secret", "key"}  # who has such an address may: their rooms test what it opens
TILES = {"zoom", "column", "row"}
NOTHING = {"csrf_token": "-"}  # a form of which nothing is filled in
EVERYBODY = Scene("", frozenset(), {})
MARKS = {403: "x", 404: ".", 409: "~", 410: "~", 422: "+", 503: "~"}


@dataclass(frozen=True)
class Door:
    """An address, how it is asked, and the state of what it is about."""

    rule: Rule
    method: str
    scene: Scene

    @property
    def path(self) -> str:
        built = self.rule.build(dict(self.scene.ids), append_unknown=False)
        assert built is not None
        return built[1]

    @property
    def is_for_everybody(self) -> bool:
        """Whether nobody can be refused: the policy says public, and it is about no thing."""
        return POLICY[self.rule.endpoint] == PUBLIC and not self.rule.arguments


@dataclass(frozen=True)
class Answer:
    """What came of a knock: a mark, the tables that changed, and the secrets that were told.

    The mark is ``+`` for who gets in (also with a form to fill in again), ``~`` when it is not
    possible now, ``x`` for who is refused, ``.`` for who is told that there is nothing, ``?`` for
    who has to sign in, and ``!`` for a page that broke.
    """

    mark: str
    changed: tuple[str, ...]
    told: tuple[Secret, ...]


def doors(app: Flask, scenes: Sequence[Scene]) -> Iterator[Door]:
    """Give every address in every scene that has what it names; the keys of a mail are not tried."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: one.rule):
        if rule.endpoint == "static" or rule.arguments & (KEYS | TILES):
            continue
        room = rule.endpoint.split(".")[0]
        here = [one for one in scenes if room in one.rooms and rule.arguments <= one.ids.keys()]
        for scene in here if rule.arguments else [EVERYBODY]:
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield Door(rule, method, scene)


class Knocker:
    """Knocks on doors of a portal on SQLite; ``kept`` is where its tables are kept meanwhile."""

    def __init__(self, app: Flask, kept: Path) -> None:
        self._app = app
        self._kept = sqlite3.connect(kept)
        self._live = sqlite3.connect(str(db.engine.url.database))
        db.session.remove()
        self._live.backup(self._kept)
        self._seen = self._version()

    def close(self) -> None:
        self._kept.close()
        self._live.close()

    def knock(self, door: Door, cookie: str) -> Answer:
        """Ask with the cookie of somebody, and put everything back."""
        g.pop("_login_user", None)
        db.session.remove()
        browser = self._app.test_client(use_cookies=False)
        data = NOTHING if door.method == "POST" else None
        answer = browser.open(door.path, method=door.method, data=data, headers={"Cookie": cookie})
        text = answer.get_data()
        answer.close()
        db.session.remove()
        told = tuple(secret for secret in Secret if secret.value.encode() in text)
        return Answer(_mark_of(answer), self._put_back(), told)

    def _put_back(self) -> tuple[str, ...]:
        if self._version() == self._seen:
            return ()
        changed = tuple(name for name in self._tables() if self._differs(name))
        self._kept.backup(self._live)
        self._seen = self._version()
        return changed

    def _version(self) -> int:
        """Return a number that another connection changes by writing."""
        return int(self._live.execute("pragma data_version").fetchone()[0])

    def _tables(self) -> list[str]:
        names = self._kept.execute("select name from sqlite_master where type = 'table'")
        return [name for (name,) in names]

    def _differs(self, table: str) -> bool:
        rows = f'select * from "{table}"'
        with closing(self._kept.execute(rows)) as before, closing(self._live.execute(rows)) as now:
            return sorted(before, key=repr) != sorted(now, key=repr)


def _mark_of(answer: TestResponse) -> str:
    if answer.status_code in {302, 303}:
        goes_to = (answer.location or "").partition("?")[0]
        return "?" if goes_to in {"/inloggen", "/inloggen/opnieuw"} else "+"
    return "+" if answer.status_code < 300 else MARKS.get(answer.status_code, "!")
