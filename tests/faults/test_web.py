"""Forms when the process that answers dies, or is told to stop: done once, or not at all."""

import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from app.audit.models import Entry
from app.core.db import IMMEDIATE, db
from app.initiatives.voices import Question
from app.notifications.models import Message
from app.volunteering.lifecycle import HOLDS_A_PLACE, SignUpState
from app.volunteering.models import Shift, SignUp
from bench.processes import Server
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.portals import IS_POSTGRESQL
from factories.volunteering import a_shift, a_task
from faults.browsing import a_web_server, browser_of, deaths
from faults.stage import KILLS, note, until

DEATHS = max(2, KILLS // 6)
PLACES = 10
NOBODY_WRITES = "lock table sign_ups" if IS_POSTGRESQL else "select 1"  # SQLite has one writer


@pytest.fixture(scope="module")
def web(house: Flask) -> Iterator[Server]:
    with house.app_context(), a_web_server(house) as server:
        yield server


def test_people_sign_up_while_the_process_that_answers_dies(portal: Flask, web: Server) -> None:
    """Everybody keeps pressing until there is an answer; there are fewer places than people."""
    shift = a_shift(a_task(title="Soep koken"), places=PLACES)
    people = [a_person(f"Soepkoker {number}") for number in range(max(24, KILLS))]
    db.session.commit()
    path = f"/momenten/{shift.id}/aanmelding"
    browsers = [browser_of(portal, web, person) for person in people]
    for browser in browsers:
        browser.open(path)

    with deaths(web, DEATHS) as killed, ThreadPoolExecutor(6) as pool:
        answers = Counter(pool.map(lambda browser: browser.insist(path), browsers))

    assert answers == {303: len(people)}
    made = signed_up(shift)
    lost, double = len(people) - len({one.user_id for one in made}), len(made) - len(people)
    note("web killed while people sign up", kills=len(killed), forms=len(people), lost=lost, double=double)  # fmt: skip
    assert (lost, double) == (0, 0)
    look_at_places_log_and_outbox(shift, made)


def test_ten_presses_at_once_are_one_sign_up(portal: Flask, web: Server) -> None:
    shift, person = a_shift(a_task(title="Bollen planten"), places=1), a_person("Bollenplanter")
    db.session.commit()
    path = f"/momenten/{shift.id}/aanmelding"
    browser = browser_of(portal, web, person)
    browser.open(path)

    with ThreadPoolExecutor(10) as pool:
        answers = Counter(pool.map(lambda _: browser.press(path), range(10)))

    made = signed_up(shift)
    note("ten presses at once", answers=answers.total(), made=len(made))
    assert (set(answers), len(made)) == ({303}, 1)
    look_at_places_log_and_outbox(shift, made)


def test_ten_presses_at_once_are_one_question(portal: Flask, web: Server) -> None:
    plan, person = an_initiative(a_person("Noor")), a_person("Vragensteller")
    db.session.commit()
    browser = browser_of(portal, web, person)
    browser.open(f"/initiatieven/{plan.id}")
    path = f"/initiatieven/{plan.id}/vragen/nieuw"

    with ThreadPoolExecutor(10) as pool:
        answers = Counter(pool.map(lambda _: browser.press(path, text="Wanneer?"), range(10)))

    db.session.rollback()
    made = db.session.query(Question).filter_by(author_id=person.id).count()
    lines = db.session.query(Entry).filter_by(action="questions.write", actor_id=person.id).count()
    note("ten presses at once on a question", answers=answers.total(), made=made)
    assert (set(answers), made, lines) == ({303}, 1, 1)


def test_a_process_that_is_told_to_stop_answers_what_it_has_in_hand(
    portal: Flask, web: Server
) -> None:
    shift, person = a_shift(a_task(title="Bladeren harken")), a_person("Bladharker")
    db.session.commit()
    path = f"/momenten/{shift.id}/aanmelding"
    browser = browser_of(portal, web, person)
    browser.open(path)
    engine = create_engine(portal.config["SQLALCHEMY_DATABASE_URI"])
    answers: list[int] = []

    with engine.connect().execution_options(**IMMEDIATE) as other:
        other.execute(text(NOBODY_WRITES))
        pressing = threading.Thread(target=lambda: answers.append(browser.press(path)))
        pressing.start()
        until(lambda: is_held_up(pressing))
        os.kill(web.pid, signal.SIGTERM)
        pressing.join(0.5)
        assert answers == []
        other.rollback()
    pressing.join(20)
    engine.dispose()

    note("web told to stop in the middle of a form", answered=len(answers))
    assert (answers, len(signed_up(shift))) == ([303], 1)


def is_held_up(pressing: threading.Thread) -> bool:
    """Wait until the form has surely arrived, and is not answered."""
    pressing.join(1)
    return pressing.is_alive()


def signed_up(shift: Shift) -> list[SignUp]:
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(SignUp).filter_by(shift_id=shift.id).order_by(SignUp.id).all()


def look_at_places_log_and_outbox(shift: Shift, made: list[SignUp]) -> None:
    """Look at what holds after every fault: places, one line in the log and one mail for each."""
    states = Counter(one.state for one in made)
    assert states[SignUpState.CONFIRMED] == min(len(made), shift.places)
    assert shift.taken == sum(states[state] for state in HOLDS_A_PLACE) <= shift.places
    numbers = [one.id for one in made]
    lines = db.session.query(Entry).filter(
        Entry.subject_type == "sign_ups", Entry.subject_id.in_(numbers)
    )
    assert sorted(line.subject_id for line in lines) == numbers
    people = {one.user_id for one in made}
    told = db.session.query(Message).filter(Message.user_id.in_(people))
    assert Counter(message.user_id for message in told) == dict.fromkeys(people, 1)
