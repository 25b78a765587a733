"""Do something as a job or a command does: in the portal, but not in a request."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from flask import Flask

from app.core.db import db
from app.core.transaction import transaction

T = TypeVar("T")


def outside_a_request(app: Flask, act: Callable[[], T]) -> T:
    """Return what ``act`` gives, from a transaction of its own."""
    db.session.commit()

    def do() -> T:
        with app.app_context(), transaction():
            return act()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()
