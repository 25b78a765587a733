"""A whole invented town to play in: the smallest that has everything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from app.core import clock
from app.core.db import db
from app.demo import service
from app.demo.service import Size

SMALLEST = Size(residents=30, initiatives=25, seed=3)


def fill(size: Size = SMALLEST, today: date | None = None) -> None:
    """Fill the portal, in the transaction of the test."""
    service.fill(size, today=today or clock.today(), watch=_nobody_watches)
    db.session.expire_all()


@contextmanager
def _nobody_watches(_label: str, _total: int) -> Iterator[Callable[[], None]]:
    yield lambda: None
