"""Let people do things at the same moment, each in a transaction of their own."""

from collections.abc import Callable
from threading import Barrier, Thread

from flask import Flask

from app.core.db import db
from app.core.errors import DomainError
from app.core.transaction import transaction

Deed = Callable[[], object]


def at_once(app: Flask, deeds: list[Deed]) -> list[str]:
    """Do all ``deeds`` at the same moment; return what came of them: done, or the refusal."""
    db.session.commit()
    ready, outcomes = Barrier(len(deeds)), list[str]()

    def do(deed: Deed) -> None:
        with app.app_context():
            ready.wait(timeout=30)
            try:
                with transaction():
                    deed()
            except DomainError as refusal:
                outcomes.append(type(refusal).__name__)
            else:
                outcomes.append("done")
            finally:
                db.session.remove()

    threads = [Thread(target=do, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.rollback()
    db.session.expire_all()
    assert len(outcomes) == len(deeds), "somebody got an error instead of an answer"
    return sorted(outcomes)
