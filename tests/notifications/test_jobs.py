"""Each message leaves once, whole, and never for somebody who is blocked."""

from datetime import timedelta

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.core.jobs import Job, later, work_off
from app.core.speech import speaking
from app.notifications.jobs import deliver
from app.notifications.models import Message
from app.notifications.service import mail, tell
from factories.accounts import a_person
from factories.mail_server import MailServer, part


def the_job() -> Job:
    db.session.rollback()
    return db.session.query(Job).one()


def told(email: str = "", **words: str) -> Message:
    anna = a_person("Anna")
    anna.email = email or anna.email
    message = tell(anna, **{"subject": "Nieuws", "text": "Beste Anna,\n\nEr is nieuws.", **words})
    db.session.commit()
    return message


def test_a_message_arrives_as_text_and_as_a_page(server: MailServer) -> None:
    message = told(link="/doe-mee", link_label="Bekijk de klus")

    assert work_off() == 1

    [arrived] = server.messages
    assert (arrived["To"], arrived["Subject"]) == ("anna@voorbeeld.example", "Nieuws")
    moment = message.created_at.strftime("%Y%m%d%H%M%S%f")
    assert arrived["Message-ID"] == f"<message-{message.id}-{moment}@127.0.0.1>"
    assert part(arrived, "plain") == (
        "Beste Anna,\n\nEr is nieuws.\n\nBekijk de klus:\nhttp://127.0.0.1:5000/doe-mee\n\n"
        "Met vriendelijke groet,\nTeam Buurtinitiatieven\n"
        "14 000 (maandag tot en met vrijdag, 9.00 tot 17.00 uur)\ninitiatieven@example.nl\n\n"
        "Je krijgt deze mail omdat je een account hebt bij Aanzet."
    )
    assert (arrived["List-Unsubscribe"], arrived["List-Unsubscribe-Post"]) == (None, None)
    page = part(arrived, "html")
    assert '<a href="http://127.0.0.1:5000/doe-mee"' in page
    assert page.count("Er is nieuws.") == 1


def test_what_people_typed_is_text_in_the_page_of_a_mail(server: MailServer) -> None:
    told(subject="<b>Hoi</b>", text="<script>alert(1)</script> & {{7*7}}")
    work_off()

    page = part(server.messages[0], "html")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{7*7}}" in page
    assert "<script>" not in page
    assert server.messages[0]["Subject"] == "<b>Hoi</b>"


def test_a_message_without_a_link_has_no_button(server: MailServer) -> None:
    told()
    work_off()

    assert "<a " not in part(server.messages[0], "html")


def test_a_mail_is_in_one_language_from_top_to_bottom(server: MailServer) -> None:
    with speaking("en"):
        told()
    work_off()

    [arrived] = server.messages
    assert '<html lang="en" dir="ltr">' in part(arrived, "html")
    assert "Kind regards," in part(arrived, "plain")


@pytest.mark.parametrize(("language", "asked"), [("nl", ""), ("en", "?taal=en")])
def test_a_link_for_who_has_no_account_opens_in_the_language_of_the_mail(
    server: MailServer, language: str, asked: str
) -> None:
    with speaking(language):
        mail("nieuw@voorbeeld.example", "Subject", "Text", link="/a/b", link_label="In")
    db.session.commit()
    work_off()

    assert f"http://127.0.0.1:5000/a/b{asked}\n" in part(server.messages[0], "plain")


def test_a_second_run_sends_nothing(server: MailServer) -> None:
    message = told()
    for _ in range(2):
        later("notifications.deliver", message_id=message.id)
    db.session.commit()

    assert work_off() == 3
    assert len(server.got) == 1


def test_a_repeat_after_a_crash_has_the_same_number(server: MailServer) -> None:
    message = told()
    deliver(message.id)
    message.mailed_at = None  # as if the worker died before it could tick it off
    db.session.commit()
    deliver(message.id)

    first, second = server.messages
    assert first["Message-ID"] == second["Message-ID"]


def test_nothing_leaves_for_somebody_who_is_blocked(server: MailServer) -> None:
    told()
    a_person("Anna").blocked_at = clock.now()
    mail("anna@voorbeeld.example", "Je link", "Met deze link ...")
    db.session.commit()

    assert work_off() == 2
    assert server.got == []


def test_a_message_that_is_gone_is_no_error() -> None:
    later("notifications.deliver", message_id=999)
    db.session.commit()

    work_off()

    assert the_job().done_at is not None


def test_a_one_time_link_is_kept_nowhere_once_it_was_mailed(server: MailServer) -> None:
    mail(
        "nieuw@voorbeeld.example", "Je link", "Tekst", link="/inloggen/link/token", link_label="In"
    )
    db.session.commit()
    work_off()

    assert "/inloggen/link/token" in part(server.messages[0], "plain")
    assert (db.session.query(Message).one().link, the_job().done_at is not None) == ("", True)


def test_a_slow_mail_server_keeps_nobody_from_writing(app: Flask, server: MailServer) -> None:
    def write() -> None:
        with app.app_context():
            later("test.meanwhile", due_at=clock.now() + timedelta(days=1))
            db.session.commit()

    server.meanwhile = write
    told()
    work_off()

    db.session.rollback()
    assert db.session.query(Job).filter_by(kind="test.meanwhile").count() == 1
    assert len(server.got) == 1


def test_a_mail_server_that_is_away_is_tried_again(app: Flask) -> None:
    before, app.config["MAIL_URL"] = app.config["MAIL_URL"], "smtp://127.0.0.1:9"
    told()
    try:
        work_off()
    finally:
        app.config["MAIL_URL"] = before

    job = the_job()
    assert (job.done_at, job.dead_at, job.attempts) == (None, None, 1)
    job.due_at = clock.now()
    db.session.commit()
    assert work_off() == 1
    assert db.session.query(Message).one().mailed_at is not None


def test_a_full_mailbox_is_tried_again(server: MailServer) -> None:
    told("full@voorbeeld.example")
    work_off()

    assert (the_job().done_at, the_job().dead_at) == (None, None)


@pytest.mark.parametrize("address", ["nobody@voorbeeld.example", "a@x.nl,b@y.nl"])
def test_an_address_that_does_not_exist_is_given_up_and_not_told(
    server: MailServer, address: str
) -> None:
    told(address)
    work_off()

    assert the_job().dead_at is not None
    assert address not in the_job().last_error
    assert server.got == []
