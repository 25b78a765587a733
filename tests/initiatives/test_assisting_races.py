"""Two workers, or a worker and the resident, answer for the same plan at the same moment."""

from flask import Flask

from app.accounts.models import PostalAddress
from app.core.db import db
from app.initiatives import queries, service
from app.initiatives.assisted import AssistedEntry, How
from app.initiatives.lifecycle import AssistedState
from app.initiatives.models import Initiative
from app.moderation.models import Review
from factories.accounts import a_person
from factories.assisting import EMAIL, a_plan_for_greet, a_plan_that_waits, a_worker, secret_in_mail
from factories.races import at_once


def test_two_workers_note_the_same_yes_and_the_plan_is_sent_in_once(app: Flask) -> None:
    wil, _wim = a_worker(), a_worker("Wim")
    entry, _registration = a_plan_that_waits(wil)
    number, code = entry.id, entry.code

    def says_yes(name: str) -> None:
        worker = a_person(name)
        found, registration = queries.open_entry(worker, number)
        service.note_agreement(found, registration, How.PHONE, code, by=worker)

    outcomes = at_once(app, [lambda: says_yes("Wil"), lambda: says_yes("Wim")])

    assert outcomes.count("done") == 1
    assert db.session.query(Review).count() == 1
    assert db.session.query(PostalAddress).count() == 1


def test_a_yes_and_a_no_at_the_same_moment_are_one_of_the_two(app: Flask) -> None:
    wil = a_worker()
    entry, _registration = a_plan_that_waits(wil, email=EMAIL)
    number, secret = entry.id, secret_in_mail()

    def says_no() -> None:
        worker = a_person("Wil")
        service.take_back(*queries.open_entry(worker, number), by=worker)

    outcomes = at_once(app, [lambda: service.agree(secret), says_no])

    assert outcomes.count("done") == 1
    left = db.session.query(AssistedEntry).one_or_none()
    assert left is None or left.state is AssistedState.CONFIRMED
    assert db.session.query(Initiative).count() == (0 if left is None else 1)


def test_two_workers_who_wrote_the_same_plan_down_ask_the_resident_once(app: Flask) -> None:
    for name in ("Wil", "Wim"):
        a_plan_for_greet(a_worker(name))

    def asks(name: str) -> None:
        worker = a_person(name)
        ours = [pair for pair in queries.open_entries(worker) if pair[0].by_id == worker.id]
        service.ask_resident(ours[0][1], by=worker)

    outcomes = at_once(app, [lambda: asks("Wil"), lambda: asks("Wim")])

    assert outcomes == ["Refused", "done"]
