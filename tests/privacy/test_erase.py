"""An account goes: no name is left anywhere, totals are as they were, and nobody is left in the lurch."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts import service as accounts
from app.accounts.models import ERASED_NAME, Purpose, User
from app.audit.models import PORTAL, Entry
from app.core.db import db
from app.core.errors import NotAllowed
from app.core.jobs import work_off
from app.core.keeping import Fate, everything_kept
from app.initiatives.photos import Photo
from app.initiatives.service import invite, join
from app.initiatives.voices import Endorsement
from app.privacy import service
from app.volunteering.models import Shift, SignUp
from app.volunteering.service import sign_up
from architecture.walk import walk
from factories.accounts import (
    a_coordinator,
    a_moderator,
    a_person,
    an_administrator,
)
from factories.cells import cells_with
from factories.initiatives import an_initiative
from factories.lives import EMAIL, MARK, a_full_life
from factories.notifications import mails_to
from factories.photos import has_files
from factories.races import at_once
from factories.volunteering import a_shift

SignedIn = Callable[[User], FlaskClient]


class Whom:
    """Somebody as they were known before."""

    def __init__(self, person: User) -> None:
        self.id, self.email = person.id, person.email


def erase(person: User) -> None:
    service.erase(person, by=person)
    db.session.commit()


def test_no_row_of_any_table_says_who_it_was(app: Flask) -> None:
    person = a_full_life()
    assert len(cells_with(MARK)) > 10

    erase(person)
    work_off()

    assert cells_with(MARK) == []
    assert cells_with(EMAIL) == []
    assert (person.name, person.is_erased, person.is_active) == (ERASED_NAME, True, False)


def test_no_page_file_or_feed_says_who_it_was(app: Flask, signed_in: SignedIn) -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("the pages are the same")
    person = a_full_life()
    readers = {
        "a visitor": app.test_client(),
        **{
            one.name: signed_in(one)
            for one in (
                a_person("Bilal"),
                a_person("Noor"),
                a_coordinator(),
                a_moderator(),
            )
        },
    }
    assert any(MARK.encode() in answer.data for _, answer in walk(app, readers["Carla"]))

    erase(person)

    told = [
        (who, path)
        for who, browser in readers.items()
        for path, answer in walk(app, browser)
        if MARK.lower().encode() in answer.data.lower()
    ]
    assert told == []


def test_each_kind_of_thing_has_the_fate_that_was_told(app: Flask) -> None:
    person = a_full_life()
    whom, before = Whom(person), {}
    for kept in everything_kept():
        before[kept.code] = len(db.session.execute(kept.of(whom)).all())

    erase(person)
    work_off()

    left = {kept.code: len(db.session.execute(kept.of(whom)).all()) for kept in everything_kept()}
    fates = {kept.code: kept.fate for kept in everything_kept()}
    del left["account"], left["log"]  # the number stays; the log tells what went
    assert {code: left[code] for code in left if fates[code] is Fate.GOES} == dict.fromkeys(
        (code for code in left if fates[code] is Fate.GOES), 0
    )
    in_review = {"initiatives", "versions"}  # the plan that only a moderator ever saw goes
    stays = [code for code in left if fates[code] is not Fate.GOES and code not in in_review]
    assert {code: left[code] for code in stays} == {code: before[code] for code in stays}
    assert left["initiatives"] == 0, "the plan is Bilal's now"


def test_the_goodbye_leaves_and_is_not_kept(app: Flask, mail_folder: Path) -> None:
    person = a_full_life()
    erase(person)
    [mail] = mails_to(EMAIL)
    assert (mail.subject, "Beste Xanthippe Qworzel" in mail.text) == (
        "Je account is verwijderd",
        True,
    )

    work_off()

    assert mails_to(EMAIL) == []
    assert any(EMAIL in path.read_text() for path in mail_folder.iterdir())


def test_the_log_says_that_it_happened_and_nothing_of_whom(app: Flask) -> None:
    anna = a_person("Anna")

    erase(anna)

    line = db.session.query(Entry).filter_by(action="users.erase").one()
    assert (line.actor_id, line.origin, line.subject_id) == (None, PORTAL, anna.id)
    assert (line.old, line.new, line.reason) == ("", "", "")


def test_totals_stay(app: Flask) -> None:
    anna, plan = a_person("Dora"), an_initiative(a_person("Noor"))
    db.session.add(Endorsement(initiative_id=plan.id, user_id=anna.id))
    past = sign_up(a_shift(), by=anna, note="Bel me")

    erase(anna)

    assert db.session.query(Endorsement).count() == 1
    assert (db.session.query(SignUp).count(), past.note) == (1, "")


def test_a_place_goes_to_who_waits_for_it(app: Flask) -> None:
    shift, anna, bilal = a_shift(places=1), a_person("Dora"), a_person("Bilal")
    sign_up(shift, by=anna)
    waiting = sign_up(shift, by=bilal)

    erase(anna)

    db.session.refresh(waiting)
    assert waiting.state.value == "offered"
    assert db.session.get_one(Shift, shift.id).taken == 1


def test_the_photos_go_with_their_files(app: Flask) -> None:
    person = a_full_life()
    name = db.session.query(Photo).one().name
    assert has_files(name)

    erase(person)
    work_off()

    assert (db.session.query(Photo).count(), has_files(name)) == (0, False)


def test_messages_to_others_lose_the_name_as_well(app: Flask) -> None:
    plan, anna = an_initiative(a_person("Noor")), a_person("Anna van Dam")
    invite(plan, anna.email, by=plan.owner)
    join(plan, by=anna)
    told = mails_to("noor@voorbeeld.example")[-1]
    assert told.subject == "Anna van Dam doet mee in je team"

    erase(anna)

    db.session.refresh(told)
    assert told.subject == "Verwijderd account doet mee in je team"
    assert "Anna" not in told.text


def test_the_same_address_can_begin_again(app: Flask) -> None:
    anna = a_person("Anna")
    address = anna.email
    erase(anna)

    token = accounts.make_link(address, Purpose.SIGN_IN)
    again, _link = accounts.enter(token, name="Anna")

    assert again.id != anna.id
    assert again.email == address


def test_nobody_erases_somebody_else(app: Flask) -> None:
    with pytest.raises(NotAllowed):
        service.erase(a_person("Anna"), by=an_administrator())


def test_two_clicks_at_once_erase_once(app: Flask) -> None:
    number = a_person("Anna").id
    db.session.commit()

    def click() -> None:
        person = db.session.get_one(User, number)
        service.erase(person, by=person)

    assert at_once(app, [click, click]) == ["done", "done"]

    assert db.session.query(Entry).filter_by(action="users.erase").count() == 1
