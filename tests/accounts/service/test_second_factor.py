"""The second factor: a code works once, guessing ends, and a lost app is forgotten."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete

from app.accounts import codes, queries, service, sessions
from app.accounts.models import (
    MOST_TRIES,
    Doorstep,
    RecoveryCode,
    SecondFactor,
)
from app.accounts.service.door import LASTS
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from factories.accounts import a_moderator, a_person, a_session, an_administrator
from factories.clocks import a_clock
from factories.notifications import mails_to
from factories.second_factor import an_app, on_paper, shown, waits

NOON = "2026-11-22 12:00"


def log() -> list[str]:
    return [entry.action for entry in db.session.query(Entry).order_by(Entry.id)]


def test_the_code_of_now_lets_somebody_in(app: Flask) -> None:
    mo = a_moderator()
    secret = an_app(mo)
    with app.test_request_context():
        service.give_code(waits(mo), shown(secret))

        assert sessions.current().user_id == mo.id
        assert (sessions.current().with_second_factor, log()) == (True, ["users.sign_in"])
        assert db.session.query(Doorstep).count() == 0


def test_a_code_is_taken_once_and_those_of_before_never(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_clock(monkeypatch)(NOON)
    mo = a_moderator()
    secret = an_app(mo)
    with app.test_request_context():
        service.give_code(waits(mo), shown(secret))
        for half_minutes in (0, -1):
            with pytest.raises(Refused, match="al gebruikt"):
                service.give_code(waits(mo), shown(secret, half_minutes=half_minutes))

        service.give_code(waits(mo), shown(secret, half_minutes=1))


def test_a_clock_that_goes_back_revives_no_code(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = a_clock(monkeypatch)
    mo = a_moderator()
    secret = an_app(mo)
    with app.test_request_context():
        put(NOON)
        early = shown(secret, half_minutes=-120)
        service.give_code(waits(mo), shown(secret))
        put("2026-11-22 11:00")

        with pytest.raises(Refused, match="al gebruikt"):
            service.give_code(waits(mo), early)


def test_a_code_of_somebody_else_is_wrong(app: Flask) -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    with app.test_request_context(), pytest.raises(Refused, match="klopt niet"):
        service.give_code(waits(mo), shown(an_app(ada)))


def test_with_another_key_of_the_portal_nobody_comes_in(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    mo = a_moderator()
    secret = an_app(mo)
    monkeypatch.setitem(app.config, "SECOND_FACTOR_KEY", "another key")
    with app.test_request_context(), pytest.raises(Refused, match="klopt niet"):
        service.give_code(waits(mo), shown(secret))


def test_ten_tries_an_hour_and_a_right_code_begins_anew(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = a_clock(monkeypatch)
    put(NOON)
    mo = a_moderator()
    secret = an_app(mo)
    assert [service.take_try(mo) for _ in range(3)] == [1, 2, 3]
    with app.test_request_context():
        service.give_code(waits(mo), shown(secret))

    assert [service.take_try(mo) for _ in range(MOST_TRIES)] == list(range(1, MOST_TRIES + 1))
    with pytest.raises(Refused, match="te vaak"):
        service.take_try(mo)
    put("2026-11-22 13:01")
    assert service.take_try(mo) == 1


def test_somebody_without_an_app_has_no_tries() -> None:
    with pytest.raises(Refused):
        service.take_try(a_moderator())


def test_setting_up_ends_other_sessions_and_gives_ten_codes(app: Flask) -> None:
    mo = a_moderator()
    a_session(mo)
    secret = codes.new_secret()
    other = Doorstep(fingerprint="x", user_id=mo.id, new_secret="y", expires_at=clock.now() + LASTS)
    db.session.add(other)
    db.session.flush()
    with app.test_request_context():
        sessions.begin(mo)
        here = sessions.current().id
        new = service.set_up_app(waits(mo, new_secret=secret), shown(secret), by=mo)

        assert [live.id for live in queries.live_sessions(mo)] == [here]
    assert (len(set(new)), queries.recovery_codes_left(mo)) == (10, 10)
    assert db.session.query(Doorstep).count() == 0
    assert log() == ["users.sign_in", "users.set_up_app"]
    assert mails_to(mo.email)[-1].subject == "Je logt nu in met een code uit een app"
    kept = str(
        [vars(row) for row in (*db.session.query(RecoveryCode), queries.second_factor_of(mo))]
    )
    assert [one for one in (*new, secret) if one in kept] == []


def test_the_code_that_sets_up_does_not_sign_in(app: Flask) -> None:
    mo, secret = a_moderator(), codes.new_secret()
    with app.test_request_context():
        service.set_up_app(waits(mo, new_secret=secret), shown(secret), by=mo)

        with pytest.raises(Refused, match="al gebruikt"):
            service.give_code(waits(mo), shown(secret))


def test_a_wrong_code_sets_nothing_up(app: Flask) -> None:
    mo = a_moderator()
    with app.test_request_context(), pytest.raises(Refused, match="klopt niet"):
        service.set_up_app(waits(mo, new_secret=codes.new_secret()), "000000", by=mo)

    assert db.session.query(SecondFactor).count() == 0


def test_who_began_to_set_up_before_somebody_else_did_comes_too_late(app: Flask) -> None:
    mo, secret = a_moderator(), codes.new_secret()
    thief = a_person("Noor")
    with app.test_request_context():
        step = waits(mo, new_secret=secret)
        an_app(mo)
        with pytest.raises(OutOfDate):
            service.set_up_app(step, shown(secret), by=thief)


def test_another_app_takes_the_place_of_the_first(app: Flask) -> None:
    mo, second = a_moderator(), codes.new_secret()
    first, paper = an_app(mo), on_paper(mo)
    with app.test_request_context():
        new = service.set_up_app(waits(mo, new_secret=second), shown(second), by=mo)

        with pytest.raises(Refused):
            service.give_code(waits(mo), shown(first, half_minutes=1))
        with pytest.raises(Refused):
            service.use_recovery_code(waits(mo), paper[0])
        assert service.use_recovery_code(waits(mo), new[0]) == 9
    assert "users.replace_app" in log()


def test_a_resident_has_no_second_factor(app: Flask) -> None:
    anna, secret = a_person("Anna"), codes.new_secret()
    step = Doorstep(
        fingerprint="x", user=anna, new_secret=codes.sealed(secret), expires_at=clock.now() + LASTS
    )
    with app.test_request_context(), pytest.raises(NotAllowed):
        service.set_up_app(step, shown(secret), by=anna)
    with pytest.raises(NotAllowed):
        service.renew_recovery_codes(anna, by=anna)


def test_who_waits_too_long_waits_no_more(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    mo = a_moderator()
    with app.test_request_context():
        waits(mo)
        late = clock.now() + LASTS + timedelta(seconds=1)
        monkeypatch.setattr(clock, "now", lambda: late)

        assert service.waiting() is None
        service.wait(a_moderator("Mia"), go_on="/")
        assert [step.user.name for step in db.session.query(Doorstep)] == ["Mia"]


def test_a_doorstep_that_somebody_else_left_by_lets_nobody_in(app: Flask) -> None:
    mo, secret = a_moderator(), codes.new_secret()
    with app.test_request_context():
        setting_up = waits(mo, new_secret=secret)
        db.session.execute(delete(Doorstep))
        with pytest.raises(OutOfDate):
            service.set_up_app(setting_up, shown(secret), by=mo)
        db.session.rollback()

        mo = a_moderator()
        secret = an_app(mo)
        giving = waits(mo)
        db.session.execute(delete(Doorstep))
        with pytest.raises(OutOfDate):
            service.give_code(giving, shown(secret))

        assert list(queries.live_sessions(mo)) == []
