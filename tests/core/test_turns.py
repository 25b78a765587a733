"""A turn is had by one transaction at a time."""

import time

from flask import Flask

from app.core.db import db
from app.core.jobs import Job, later
from app.core.turns import take_turn
from factories.races import at_once


def test_count_and_act_in_one_turn_never_pass_the_limit(app: Flask) -> None:
    def add_when_there_are_less_than_three() -> None:
        take_turn("three jobs")
        if db.session.query(Job).count() < 3:
            time.sleep(0.02)
            later("test.turn")

    assert at_once(app, [add_when_there_are_less_than_three] * 8) == ["done"] * 8
    assert db.session.query(Job).count() == 3
