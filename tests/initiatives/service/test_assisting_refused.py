"""A resident says no to a plan that the staff wrote down, or nothing at all: nothing of it is left."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.accounts.models import PostalAddress
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.initiatives import service
from app.initiatives.assisted import AssistedEntry
from app.initiatives.models import Initiative, Registration
from app.notifications.models import Message
from factories.assisting import EMAIL, a_plan_that_waits, a_worker, secret_in_mail


@pytest.mark.parametrize("email", ["", EMAIL])
def test_a_no_leaves_nothing(email: str) -> None:
    wil = a_worker()
    entry, registration = a_plan_that_waits(wil, email=email)
    secret = secret_in_mail() if email else ""
    work_off()

    if email:
        service.refuse(secret)
    else:
        service.take_back(entry, registration, by=wil)
    db.session.commit()
    work_off()

    for table in (Initiative, Registration, AssistedEntry, PostalAddress):
        assert db.session.query(table).count() == 0
    assert db.session.query(Message).filter_by(email=EMAIL).count() == 0
    for message in db.session.query(Message):
        assert "Greet" not in message.text + message.subject
        assert "Bankjes" not in message.text + message.subject
    assert ("initiatives.refuse" if email else "initiatives.take_back") in [
        one.action for one in db.session.query(Entry)
    ]


def test_a_no_by_link_is_told_to_the_resident_and_to_who_wrote_it_down(mail_folder: Path) -> None:
    wil = a_worker()
    a_plan_that_waits(wil, email=EMAIL)

    service.refuse(secret_in_mail())
    db.session.commit()
    work_off()

    assert (
        db.session.query(Message)
        .filter_by(user_id=wil.id)
        .one()
        .subject.startswith("Een bewoner zegt nee")
    )
    mails = [path.read_text() for path in mail_folder.glob("*.eml")]
    assert any(EMAIL in mail and "Het plan is gewist" in mail for mail in mails)


def test_without_an_answer_everything_goes_and_the_writer_hears_it() -> None:
    wil = a_worker()
    _entry, registration = a_plan_that_waits(wil)
    then = clock.now() - timedelta(minutes=1)
    registration.expires_at = then
    db.session.query(Job).update({"due_at": then})
    db.session.commit()

    work_off()

    assert db.session.query(Initiative).count() == 0
    assert db.session.query(AssistedEntry).count() == 0
    told = db.session.query(Message).filter_by(user_id=wil.id).one()
    assert told.subject == "Een bewoner gaf geen antwoord"
