"""A turn is had by one transaction at a time."""

import time
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from app.core.db import db
from app.core.jobs import Job, later
from app.core.transaction import transaction
from app.core.turns import take_turn


def test_count_and_act_in_one_turn_never_pass_the_limit(app: Flask) -> None:
    def add_when_there_are_less_than_three(_: int) -> None:
        with app.app_context(), transaction():
            take_turn("three jobs")
            if db.session.query(Job).count() < 3:
                time.sleep(0.02)
                later("test.turn")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add_when_there_are_less_than_three, range(8)))

    assert db.session.query(Job).count() == 3
