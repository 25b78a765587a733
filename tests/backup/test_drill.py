"""The drill: a portal is lost and comes back row by row, without what may not come back."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from app.accounts.models import ERASED_NAME, LoginSession, OneTimeLink, User
from app.audit.models import Entry
from app.backup import manifest
from app.core import clock, journal
from app.core.db import db
from app.core.jobs import Job, work_off
from app.initiatives.photos import Photo
from app.notifications.models import Message, PushDevice, Topic
from app.notifications.service import News, tell
from app.privacy import service
from backup.conftest import Run, on_sqlite_only
from factories.accounts import a_person, a_session, an_administrator
from factories.initiatives import an_initiative
from factories.lives import EMAIL, MARK, a_full_life
from factories.photos import has_files
from factories.portals import all_rows, lose
from privacy.test_erase import cells_with


def mails(portal: Flask) -> list[str]:
    folder = Path(portal.config["MAIL_URL"].removeprefix("file://"))
    return sorted(path.read_text() for path in folder.glob("*.eml"))


def all_files(folder: str) -> dict[str, bytes]:
    root = Path(folder)
    return {str(path.relative_to(root)): path.read_bytes() for path in root.glob("*/*")}


def test_every_row_and_every_file_comes_back(portal: Flask, run: Run, tmp_path: Path) -> None:
    a_full_life()
    a_session(a_person("Noor"))
    db.session.commit()
    before, files = all_rows(), all_files(portal.config["PHOTOS_FOLDER"])
    assert sum(map(len, before.values())) > 70
    assert run("backup", tmp_path / "backup").exit_code == 0

    lose(portal)
    result = run("restore", tmp_path / "backup")

    assert (result.exit_code, "0 accounts were erased since" in result.output) == (0, True)
    line = db.session.scalars(select(Entry).order_by(Entry.id.desc()).limit(1)).one()
    made_at = manifest.read(tmp_path / "backup").made_at
    assert (line.action, line.reason, line.actor_id) == ("areas.restored", made_at, None)
    after = all_rows()
    assert all_files(portal.config["PHOTOS_FOLDER"]) == files
    assert after["audit_entries"][:-1] == before["audit_entries"]
    assert after["calendar_feeds"] == [], "one that was ended since would work again"
    follows = {
        "calendar_feeds",
        "audit_entries",
        "login_sessions",
        "one_time_links",
        "push_devices",
    }
    assert {name: after[name] for name in after if name not in follows} == {
        name: before[name] for name in before if name not in follows
    }
    for name in ("login_sessions", "one_time_links"):
        assert [row[0] for row in after[name]] == [row[0] for row in before[name]]


@on_sqlite_only
def test_nobody_stays_signed_in_and_no_link_of_then_opens_anything(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    a_full_life()
    db.session.commit()
    run("backup", tmp_path / "backup")

    run("restore", tmp_path / "backup", "--replace")

    assert db.session.query(LoginSession).filter(LoginSession.ended_at.is_(None)).count() == 0
    assert [link.still_opens for link in db.session.query(OneTimeLink)] == [False]
    assert db.session.query(PushDevice).count() == 0


def test_who_was_erased_since_stays_erased_and_nobody_hears_of_it_twice(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    person = a_full_life()
    db.session.commit()
    work_off()
    run("backup", tmp_path / "backup")
    number, photo = person.id, db.session.query(Photo).one().name
    service.erase(person, by=person)
    db.session.commit()
    work_off()
    sent = mails(portal)

    lose(portal)
    result = run("restore", tmp_path / "backup")
    work_off()

    assert "1 accounts were erased since, and are erased again." in result.output
    assert (cells_with(MARK), cells_with(EMAIL)) == ([], [])
    assert db.session.get_one(User, number).name == ERASED_NAME
    assert (db.session.query(Photo).count(), has_files(photo)) == (0, False)
    assert mails(portal) == sent
    assert db.session.query(Entry).filter_by(action="users.erase", subject_id=number).count() == 1


@on_sqlite_only
def test_an_erasure_that_is_not_in_the_journal_yet_is_read_from_the_database_that_goes(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    person = a_person("Dora")
    db.session.commit()
    run("backup", tmp_path / "backup")
    service.erase(person, by=person)
    db.session.commit()

    result = run("restore", tmp_path / "backup", "--replace")

    assert "1 accounts were erased since" in result.output
    assert db.session.query(User).one().name == ERASED_NAME


@on_sqlite_only
def test_somebody_else_who_got_the_number_of_an_erased_account_stays(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    anna = a_person("Anna")
    earlier = anna.created_at - timedelta(days=1)
    journal.append("erasures", person=anna.id, since=earlier.isoformat())
    db.session.commit()
    run("backup", tmp_path / "backup")

    run("restore", tmp_path / "backup", "--replace")

    assert db.session.query(User).one().name == "Anna"


@on_sqlite_only
def test_an_erased_person_on_whom_others_counted_then_is_erased_all_the_same(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    person = an_administrator()
    an_initiative(person, title="Bankjes op het plein")
    db.session.commit()
    run("backup", tmp_path / "backup")
    journal.append("erasures", person=person.id, since=person.created_at.isoformat())

    result = run("restore", tmp_path / "backup", "--replace")

    assert result.exit_code == 0
    assert "Others count on account" in result.output
    assert "Bankjes op het plein gaat nog door" in result.output
    found = db.session.query(User).filter_by(name=ERASED_NAME).one()
    assert found.assignments == []


def test_mail_that_left_since_does_not_leave_again_and_other_mail_does(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    tell(a_person("Anna"), "Je aanvraag is binnen", "Dank je wel.")
    later = tell(a_person("Bilal"), "Morgen is het zover", "Tot dan.")
    db.session.query(Job).filter(Job.arguments["message_id"].as_integer() == later.id).update(
        {"due_at": clock.now() + timedelta(days=1)}
    )
    db.session.commit()
    run("backup", tmp_path / "backup")
    work_off()
    assert len(mails(portal)) == 1

    lose(portal)
    result = run("restore", tmp_path / "backup")
    db.session.query(Job).filter_by(done_at=None).update({"due_at": clock.now()})
    db.session.commit()
    work_off()

    assert "1 mails left since, and do not leave again." in result.output
    arrived = ["Morgen is het zover" in mail for mail in mails(portal)]
    assert sorted(arrived) == [False, True]
    assert db.session.query(Message).filter_by(mailed_at=None).count() == 0


@on_sqlite_only
def test_the_mail_of_the_day_that_left_since_does_not_leave_again(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    tell(a_person("Anna"), "Vraag", "Kijk even.", news=News(Topic.PLANS, "Bankjes op het plein"))
    db.session.commit()
    work_off()
    run("backup", tmp_path / "backup")
    assert mail_of_the_day_leaves() == 1
    assert len(mails(portal)) == 1

    lose(portal)
    result = run("restore", tmp_path / "backup")

    assert "1 mails left since" in result.output
    assert mail_of_the_day_leaves() == 1
    assert len(mails(portal)) == 1
    assert db.session.query(Message).one().mailed_at is not None


def mail_of_the_day_leaves() -> int:
    """Let the worker do what is planned for nine o'clock; return how many jobs that were."""
    planned = db.session.query(Job).filter_by(kind="notifications.send_digest", done_at=None)
    number = planned.update({"due_at": clock.now()})
    db.session.commit()
    work_off()
    return number


def test_without_a_journal_mail_that_waited_is_held_until_somebody_decides(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    tell(a_person("Anna"), "Je aanvraag is binnen", "Dank je wel.")
    db.session.commit()
    run("backup", tmp_path / "backup")
    lose(portal)
    for path in Path(portal.config["JOURNAL_FOLDER"]).iterdir():
        path.unlink()
    Path(portal.config["JOURNAL_FOLDER"]).rmdir()
    assert run("restore", tmp_path / "backup").exit_code == 1

    result = run("restore", tmp_path / "backup", "--without-journal")
    work_off()

    assert "1 mails are held" in result.output
    assert mails(portal) == []
    assert "waited at the backup" in run("jobs", "dead").output
    run("jobs", "retry", str(db.session.query(Job).filter(Job.dead_at.is_not(None)).one().id))
    work_off()
    assert len(mails(portal)) == 1


@on_sqlite_only
def test_mail_whose_journal_cannot_be_written_is_mailed_once_all_the_same(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a-file").write_text("no folder")
    portal.config["JOURNAL_FOLDER"] = str(tmp_path / "a-file")
    tell(a_person("Anna"), "Je aanvraag is binnen", "Dank je wel.")
    db.session.commit()

    work_off()

    assert len(mails(portal)) == 1
    assert db.session.query(Message).one().mailed_at is not None


@on_sqlite_only
def test_a_second_restore_of_the_same_backup_gives_the_same(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    a_full_life()
    db.session.commit()
    run("backup", tmp_path / "backup")
    run("restore", tmp_path / "backup", "--replace")
    once = all_rows()

    assert run("restore", tmp_path / "backup", "--replace").exit_code == 0

    twice = all_rows()
    assert {name: len(rows) for name, rows in twice.items()} == {
        name: len(rows) for name, rows in once.items()
    }
