"""A request is read whole before it takes a lock, and only some may bring much."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from app.core.db import db

PAGE = "/initiatieven/nieuw/wat"


class SlowBody(BytesIO):
    """What a phone sends; notes what the database was doing while it came."""

    seen: list[bool]

    def readinto(self, buffer: Any) -> int:
        self.seen.append(db.session().in_transaction())
        return super().readinto(buffer)


@pytest.fixture
def begun() -> Iterator[list[str]]:
    """Note the transactions that begin."""
    found: list[str] = []

    def note(_connection: object) -> None:
        found.append("begin")

    event.listen(db.engine, "begin", note)
    yield found
    event.remove(db.engine, "begin", note)


def test_nothing_is_locked_while_a_request_comes_in(app: Flask, begun: list[str]) -> None:
    body = SlowBody(b"title=Tuintjes&summary=Samen+tuintjes+maken")
    body.seen = []
    kind = "application/x-www-form-urlencoded"

    answer = app.test_client().post(
        PAGE, input_stream=body, content_length=len(body.getvalue()), content_type=kind
    )

    assert answer.status_code == 303
    assert body.seen
    assert not any(body.seen)
    assert begun, "it did write afterwards"
