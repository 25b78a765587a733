"""Filters of one person: two browsers at once keep one of a name, and the log tells what was done."""

from flask import Flask

from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.filters import service
from app.filters.models import Queue, SavedFilter
from factories.accounts import a_coordinator
from factories.races import Deed, at_once


def test_two_browsers_at_once_keep_one_filter_of_a_name(app: Flask) -> None:
    carla_id = a_coordinator().id

    def keeping(chosen: str) -> Deed:
        return lambda: service.keep(
            Queue.SUPPORT, "Mijn werk", {"whose": chosen}, by=db.session.get_one(User, carla_id)
        )

    outcomes = at_once(app, [keeping("ik"), keeping("niemand")])

    assert outcomes == ["Refused", "done"]
    assert db.session.query(SavedFilter).count() == 1


def test_the_same_name_is_free_for_another_queue() -> None:
    carla = a_coordinator()

    for queue in Queue:
        service.keep(queue, "Te laat", {"wacht": "te-laat"}, by=carla)

    assert db.session.query(SavedFilter).count() == 2


def test_the_log_tells_what_was_done() -> None:
    carla = a_coordinator()

    saved = service.keep(Queue.SUPPORT, "Open", {"whose": "niemand"}, by=carla)
    service.rename(saved, "Vrij", by=carla)
    service.remove(saved, by=carla)

    lines = db.session.query(Entry).filter_by(subject_type="saved_filters").order_by(Entry.id)
    assert [(line.action, line.actor_id) for line in lines] == [
        (f"saved_filters.{deed}", carla.id) for deed in ("keep", "rename", "remove")
    ]
