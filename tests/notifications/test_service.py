"""What is told is kept together with what it is about, and leaves as a mail."""

import pytest
from flask import Flask, url_for
from sqlalchemy import literal, select

from app.accounts.models import User
from app.core.db import db
from app.core.errors import NotAllowed
from app.core.jobs import Job
from app.notifications import service
from app.notifications.models import Message
from app.notifications.queries import unread_of
from factories.accounts import a_person
from factories.notifications import a_message, mails_to
from factories.outside import outside_a_request


def jobs() -> list[dict[str, object]]:
    kept = db.session.query(Job).filter_by(kind="notifications.deliver").order_by(Job.id)
    return [job.arguments for job in kept]


def unread_count(person: User) -> int:
    return db.session.scalars(select(unread_of(literal(person.id)))).one()


def test_a_message_is_in_the_inbox_and_asks_for_a_mail() -> None:
    anna = a_person("Anna")

    message = service.tell(
        anna,
        "Je plan staat online",
        "Beste Anna,\n\nGoed nieuws.",
        link="/doe-mee",
        link_label="Bekijk",
    )

    assert (message.user_id, message.email) == (anna.id, anna.email)
    assert (message.link, message.link_label, message.read_at) == ("/doe-mee", "Bekijk", None)
    assert jobs() == [{"message_id": message.id}]
    assert unread_count(anna) == 1


def test_what_was_undone_was_never_told() -> None:
    anna = a_person("Anna")
    db.session.commit()
    service.tell(anna, "Je plan staat online", "Goed nieuws.")
    db.session.rollback()

    assert (db.session.query(Message).count(), jobs()) == (0, [])


def test_what_is_told_together_is_written_at_the_end_at_once() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")

    with service.telling_together():
        for person in (anna, bilal, anna):
            service.tell(person, "Je plan staat op de site", "Goed nieuws.")
        assert db.session.query(Message).count() == 0

    messages = db.session.query(Message).order_by(Message.id).all()
    assert [one.user_id for one in messages] == [anna.id, bilal.id, anna.id]
    assert jobs() == [{"message_id": one.id} for one in messages]
    service.tell(bilal, "Nog iets", "Dit gaat weer meteen.")
    assert len(jobs()) == 4


def test_of_what_fails_nothing_is_told() -> None:
    def fail() -> None:
        with service.telling_together():
            service.tell(a_person("Anna"), "Je plan staat op de site", "Goed nieuws.")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()

    assert db.session.query(Message).count() == 0
    service.tell(a_person("Bilal"), "Nog iets", "Dit gaat weer meteen.")
    assert len(jobs()) == 1


def test_mail_goes_to_somebody_without_an_account() -> None:
    service.mail(
        "nieuw@voorbeeld.example", "Je link", "Met deze link ...", link="/x", link_label="y"
    )

    [message] = mails_to("nieuw@voorbeeld.example")
    assert (message.user_id, message.link, len(jobs())) == (None, "/x", 1)


def test_a_subject_is_one_line_and_fits_where_it_is_kept() -> None:
    message = service.tell(a_person(), "Hoi\r\nBcc: x@y.nl " + "x" * 300, "Tekst")

    assert (len(message.subject), message.subject[:18]) == (200, "Hoi Bcc: x@y.nl xx")
    assert message.subject.endswith("x…")


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("", ""),
        ("/doe-mee/5?na=x#vragen", "/doe-mee/5?na=x#vragen"),
        ("http://127.0.0.1:5000/doe-mee/5", "/doe-mee/5"),
        ("https://evil.example/doe-mee", "/doe-mee"),
    ],
)
def test_a_link_is_a_path_within_the_portal(link: str, kept: str) -> None:
    assert service.tell(a_person(), "Nieuws", "Tekst", link=link).link == kept


def test_a_job_outside_a_request_can_link_to_a_page(app: Flask) -> None:
    def tell() -> str:
        link = url_for("volunteering.index")
        assert link == "http://127.0.0.1:5000/doe-mee"
        return service.tell(a_person(), "Nieuws", "Tekst", link=link).link

    assert outside_a_request(app, tell) == "/doe-mee"


def test_reading_counts_once_and_only_for_the_recipient() -> None:
    anna = a_person("Anna")
    message = a_message(anna)

    with pytest.raises(NotAllowed):
        service.mark_read(message, by=a_person("Bilal"))
    service.mark_read(message, by=anna)
    first = message.read_at
    service.mark_read(message, by=anna)

    assert (first is not None, message.read_at, unread_count(anna)) == (True, first, 0)


def test_reading_everything_leaves_the_messages_of_others_alone() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    for person in (anna, anna, bilal):
        a_message(person)

    service.mark_all_read(anna)

    assert (unread_count(anna), unread_count(bilal)) == (0, 1)


def test_messages_that_lead_to_the_same_page_are_read_together() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    decision = [a_message(anna, subject, link="/ondersteuning/1") for subject in "abc"][-1]
    elsewhere = a_message(anna, link="/ondersteuning/2")
    theirs = a_message(bilal, link="/ondersteuning/1")
    nowhere = [a_message(anna), a_message(anna)]

    service.mark_read(decision, by=anna)
    service.mark_read(nowhere[0], by=anna)

    db.session.commit()
    unread = db.session.query(Message).filter(Message.read_at.is_(None)).order_by(Message.id)
    assert unread.all() == [elsewhere, theirs, nowhere[1]]
