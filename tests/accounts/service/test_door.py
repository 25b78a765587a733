"""The door: residents walk in, staff with an app wait on the doorstep, and so do all staff who must have one."""

import pytest
from flask import Flask, session
from flask_login import current_user

from app.accounts import service, sessions
from app.accounts.models import Doorstep
from app.accounts.service.door import come_in
from app.audit.models import Entry
from app.core.db import db
from factories.accounts import a_moderator, a_person, a_session
from factories.notifications import mails_to
from factories.second_factor import an_app


def test_a_resident_walks_in(app: Flask) -> None:
    anna = a_person("Anna")
    with app.test_request_context():
        assert service.let_in(anna, go_on="/doe-mee") == "/doe-mee"

        assert sessions.current().user_id == anna.id
    assert db.session.query(Entry).count() == 0  # residents are not followed


def test_staff_without_an_app_walk_in_where_it_is_optional(app: Flask) -> None:
    mo = a_moderator()
    with app.test_request_context():
        assert service.let_in(mo, go_on="/moderatie") == "/moderatie"

        assert (sessions.current().user_id, sessions.current().with_second_factor) == (mo.id, False)
    assert db.session.query(Entry).one().action == "users.sign_in"


@pytest.mark.parametrize("setting", ["optional", "obligatory"])
def test_staff_with_an_app_wait_for_a_code(
    app: Flask, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setitem(app.config, "STAFF_SECOND_FACTOR", setting)
    mo = a_moderator()
    an_app(mo)
    with app.test_request_context():
        assert service.let_in(mo, go_on="/moderatie") == "/inloggen/code"

        step = service.waiting()
        assert step is not None
        assert (step.user, step.go_on, step.new_secret) == (mo, "/moderatie", "")
        assert not current_user.is_authenticated
    assert db.session.query(Entry).count() == 0


def test_staff_who_must_have_an_app_set_it_up_first(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "STAFF_SECOND_FACTOR", "obligatory")
    with app.test_request_context():
        assert service.let_in(a_moderator(), go_on="/moderatie") == "/inloggen/app"

        step = service.waiting()
        assert step is not None
        assert step.new_secret != ""
        assert not current_user.is_authenticated


def test_only_the_fingerprint_of_a_doorstep_is_kept(app: Flask) -> None:
    mo = a_moderator()
    with app.test_request_context():
        service.wait(mo, go_on="/")

        assert session["doorstep"] not in str(vars(db.session.query(Doorstep).one()))


def test_one_browser_has_one_doorstep(app: Flask) -> None:
    with app.test_request_context():
        service.wait(a_moderator("Mo"), go_on="/")
        service.wait(a_moderator("Mia"), go_on="/")

        assert [step.user.name for step in db.session.query(Doorstep)] == ["Mia"]


def test_a_doorstep_lets_in_once(app: Flask) -> None:
    with app.test_request_context():
        service.wait(a_moderator(), go_on="/")
        step = service.waiting()
        assert step is not None

        assert [come_in(step), come_in(step)] == [True, False]
        assert "doorstep" not in session


def test_after_a_backup_was_put_back_nobody_waits_there(app: Flask) -> None:
    with app.test_request_context():
        service.wait(a_moderator(), go_on="/")
        service.sign_everybody_out()

        assert service.waiting() is None


FIREFOX = {"User-Agent": "Mozilla/5.0 (Android 15; Mobile) Firefox/142.0"}


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (["Chrome, Windows"], ["Er is ingelogd op een nieuw apparaat"]),
        (["Chrome, Windows", "Firefox, Android"], []),
        ([], []),  # the first time there is nothing to compare with
    ],
)
def test_staff_hear_of_a_device_that_is_new(app: Flask, before: list[str], told: list[str]) -> None:
    mo = a_moderator()
    for device in before:
        a_session(mo, device=device)
    with app.test_request_context(headers=FIREFOX):
        service.let_in(mo, go_on="/")

    assert [mail.subject for mail in mails_to(mo.email)] == told
    assert all("Firefox, Android" in mail.text for mail in mails_to(mo.email))


def test_residents_get_no_mail_about_a_device(app: Flask) -> None:
    anna = a_person("Anna")
    a_session(anna, device="Chrome, Windows")
    with app.test_request_context(headers=FIREFOX):
        service.let_in(anna, go_on="/")

    assert mails_to(anna.email) == []
