"""The same numbers give the same town; nothing leaves the portal; the totals are as asked."""

import hashlib
from datetime import date

from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.accounts.models import User
from app.areas import tree
from app.core.db import Base, db
from app.core.jobs import Job
from app.demo import cast
from app.demo.service import Size, bulk, is_empty
from app.initiatives.models import Initiative
from app.initiatives.voices import Answer, Question, Update
from app.notifications.models import Message
from app.search.models import SearchDocument
from factories.demo import fill

OF_THE_MOMENT = {"areas": {"changed_at"}, "users": {"password_hash"}}  # a clock, and salt


def fingerprint() -> str:
    """Return what identifies every row of every table."""
    digest = hashlib.sha256()
    for table in Base.metadata.sorted_tables:
        left_out = OF_THE_MOMENT.get(table.name, set())
        columns = [column for column in table.columns if column.name not in left_out]
        query = select(*columns).order_by(table.c.id)
        if table.name == "audit_entries":
            query = query.where(table.c.subject_type != "areas")
        for row in db.session.execute(query):
            digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def start_again() -> None:
    """Take everything back, the numbers that were given out as well."""
    db.session.rollback()
    bulk.settle(db.session.connection())
    tree.forget()


def test_the_same_seed_and_day_give_the_same_rows() -> None:
    fill(today=date(2026, 4, 20))
    once = fingerprint()
    start_again()

    fill(today=date(2026, 4, 20))

    assert fingerprint() == once


def test_another_seed_gives_other_rows() -> None:
    fill(today=date(2026, 4, 20))
    once = fingerprint()
    start_again()

    fill(Size(30, 25, seed=4), today=date(2026, 4, 20))

    assert fingerprint() != once


def test_a_town_can_be_filled_on_the_first_and_the_last_day_of_a_year() -> None:
    for day in (date(2027, 1, 1), date(2026, 12, 31), date(2028, 2, 29)):
        fill(today=day)
        assert _count(Initiative) == 25
        start_again()


def test_no_job_is_queued_and_every_message_was_mailed() -> None:
    fill()

    assert _count(Job) == 0
    assert _count(Message) > 0
    assert db.session.scalars(select(Message.id).where(Message.mailed_at.is_(None))).all() == []


def test_what_is_listed_can_be_found_in_the_order_in_which_it_appeared() -> None:
    fill()

    listed = select(Initiative.id).where(Initiative.is_listed == 1)
    in_order = db.session.scalars(listed.order_by(Initiative.published_at, Initiative.id)).all()
    found = db.session.scalars(select(SearchDocument.document_id).order_by(SearchDocument.id)).all()
    assert found == in_order != []


def test_the_numbers_are_as_asked_with_about_five_comments_for_each_initiative() -> None:
    fill(Size(residents=60, initiatives=150, seed=2))

    staff = {player.email for player in cast.CAST}
    residents = select(User).where(User.password_hash.is_(None), User.email.not_in(staff))
    assert len(db.session.scalars(residents).all()) == 60
    assert _count(Initiative) == 150
    comments = sum(map(_count, (Question, Answer, Update)))
    assert 4 < comments / 150 < 6


def test_what_is_made_afterwards_gets_the_next_number() -> None:
    fill()
    highest = db.session.scalar(select(func.max(User.id)))

    newcomer = User(name="Nieuw", email="nieuw@voorbeeld.example")
    db.session.add(newcomer)
    db.session.flush()

    assert newcomer.id == highest + 1


def test_a_broken_off_fill_leaves_the_portal_empty() -> None:
    fill()

    db.session.rollback()

    assert is_empty()


def test_visitors_read_the_plans(client: FlaskClient) -> None:
    fill()

    assert client.get("/initiatieven").status_code == 200


def _count(model: type[Base]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0
