"""Who lost the app comes in with a code on paper, or begins again after a reset."""

import pytest
from flask import Flask

from app.accounts import codes, queries, service
from app.accounts.models import (
    Doorstep,
    RecoveryCode,
    SecondFactor,
)
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, Refused
from factories.accounts import a_moderator, a_session, an_administrator
from factories.notifications import mails_to
from factories.passkeys import a_passkey
from factories.second_factor import an_app, on_paper, waits

NOON = "2026-11-22 12:00"


def log() -> list[str]:
    return [entry.action for entry in db.session.query(Entry).order_by(Entry.id)]


def test_a_recovery_code_works_once_and_is_told(app: Flask) -> None:
    mo = a_moderator()
    an_app(mo)
    paper = on_paper(mo)
    service.take_try(mo)
    with app.test_request_context():
        assert service.use_recovery_code(waits(mo), paper[3].lower()) == 9
        with pytest.raises(Refused, match="al gebruikt"):
            service.use_recovery_code(waits(mo), paper[3])

    assert log() == ["users.sign_in", "users.use_recovery_code"]
    assert "nog 9 codes" in mails_to(mo.email)[-1].text
    assert paper[3] not in mails_to(mo.email)[-1].text
    assert queries.second_factor_of(mo).tries == 0


def test_a_recovery_code_of_somebody_else_is_wrong(app: Flask) -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    paper = on_paper(ada)
    with app.test_request_context(), pytest.raises(Refused):
        service.use_recovery_code(waits(mo), paper[0])

    assert queries.recovery_codes_left(ada) == 10


def test_new_recovery_codes_end_the_old_ones() -> None:
    mo = a_moderator()
    an_app(mo)
    on_paper(mo, 3)

    new = service.renew_recovery_codes(mo, by=mo)

    kept = {row.fingerprint for row in db.session.query(RecoveryCode)}
    assert kept == {codes.fingerprint(one) for one in new}
    assert mails_to(mo.email)[-1].subject == "Je hebt nieuwe herstelcodes"


def test_without_an_app_there_are_no_recovery_codes() -> None:
    mo = a_moderator()

    with pytest.raises(NotFound):
        service.renew_recovery_codes(mo, by=mo)


def test_an_administrator_resets_the_app_of_a_colleague(app: Flask) -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    on_paper(mo)
    a_passkey(mo)
    a_session(mo)

    service.reset_app(mo, by=ada, reason="Telefoon gestolen, gebeld")

    assert (queries.second_factor_of(mo), queries.recovery_codes_left(mo)) == (None, 0)
    assert (list(queries.live_sessions(mo)), list(queries.passkeys_of(mo))) == ([], [])
    entry = db.session.query(Entry).one()
    assert (entry.action, entry.actor_id, entry.subject_id, entry.reason) == (
        *("users.reset_app", ada.id, mo.id),
        "Telefoon gestolen, gebeld",
    )
    assert mails_to(mo.email)[-1].subject == "Je app en je passkeys werken niet meer"


def test_nobody_resets_the_own_app_nor_who_is_no_administrator() -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    an_app(ada)

    for person, by in ((ada, ada), (ada, mo), (mo, mo)):
        with pytest.raises(NotAllowed):
            service.reset_app(person, by=by, reason="x")
    assert queries.with_second_factor([mo.id, ada.id]) == {mo.id, ada.id}


def test_there_has_to_be_something_to_reset() -> None:
    with pytest.raises(NotFound):
        service.reset_app(a_moderator(), by=None, reason="x")


def test_the_last_role_takes_the_app_with_it(app: Flask) -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    on_paper(mo)
    with app.test_request_context():
        waits(mo)
        service.take_role(mo.assignments[0], by=ada)

        assert service.waiting() is None
    for model in (SecondFactor, RecoveryCode, Doorstep):
        assert db.session.query(model).count() == 0


def test_a_role_that_is_left_keeps_the_app() -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    service.give_role(mo, ada.assignments[0].role, by=ada)

    service.take_role(mo.assignments[0], by=ada)

    assert queries.second_factor_of(mo) is not None


def test_somebody_who_is_erased_leaves_no_app() -> None:
    mo = a_moderator()
    an_app(mo)
    on_paper(mo)

    service.erase(mo)

    assert (db.session.query(SecondFactor).count(), db.session.query(RecoveryCode).count()) == (
        0,
        0,
    )
