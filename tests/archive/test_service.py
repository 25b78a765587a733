"""A list, an export, the yes of somebody else, and then nothing is left but the proof."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask

from app.accounts.models import User
from app.archive import export, file, queries, service
from app.archive.lifecycle import ListState
from app.archive.models import DestructionList
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.support.decisions import BudgetEntry
from app.support.models import Budget, SupportRequest
from factories.accounts import an_administrator
from factories.archive import an_auditor, granted, refused
from factories.capacity import a_response
from factories.cells import cells_with
from factories.notifications import mails_to
from factories.races import at_once
from factories.rounds import has_hours
from factories.support import ASKED, a_budget, team_hours

MARK = "Qworzel"


@pytest.fixture
def ada() -> User:
    return an_administrator()


@pytest.fixture
def otto() -> User:
    return an_auditor()


def taken(one: DestructionList, by: User) -> export.Export:
    made = export.export_of(one)
    service.note_export(one, made.fingerprint, by=by)
    return made


def a_full_file() -> SupportRequest:
    """Return a request with money, hours, an answer and letters, of eight years ago."""
    hours = team_hours()
    hours.description = f"Uren voor {MARK}"
    request = granted(a_budget(), hours, hours_of=has_hours())
    request.explanation = f"Het gaat om {MARK}."
    a_response(request, text=f"Wij kennen {MARK}.")
    return request


def test_nothing_of_a_file_is_left_and_the_ledger_still_balances(ada: User, otto: User) -> None:
    request = a_full_file()
    reference, (budget,) = request.reference, db.session.query(Budget)
    entries = db.session.query(BudgetEntry).count()
    one = service.make(by=ada)
    taken(one, ada)

    assert service.approve(one, by=otto) == 1

    assert cells_with(MARK) == []
    assert db.session.query(SupportRequest).count() == 0
    assert db.session.query(BudgetEntry).filter_by(request_id=None).count() == entries > 0
    assert budget.booked_cents == ASKED
    assert [line.reference for line in queries.found(one.id).lines] == [reference]
    (said,) = db.session.query(Entry).filter_by(action="support_requests.destroy")
    assert (said.actor_id, said.new) == (otto.id, reference)


def test_the_export_has_every_row_and_every_letter(ada: User) -> None:
    request = a_full_file()
    one = service.make(by=ada)

    made = taken(one, ada)

    with ZipFile(BytesIO(made.content)) as archive:
        names = archive.namelist()
        whole = json.loads(archive.read(f"{request.reference}/dossier.json"))
        letters = [archive.read(name).decode() for name in names if name.endswith(".html")]
        table = archive.read("lijst.csv").decode()
    assert whole["support_requests"][0]["explanation"] == f"Het gaat om {MARK}."
    assert {"needs", "decisions", "decision_reasons", "responses", "letter_texts"} <= set(whole)
    assert len(letters) == len(request.letters) > 0
    assert all("<title>" in letter for letter in letters)
    assert str(request.reference) in table
    assert export.export_of(one).fingerprint == made.fingerprint == one.fingerprint


def test_the_table_of_an_export_is_safe_to_open_in_a_spreadsheet(ada: User) -> None:
    refused("=HYPERLINK(1)")

    content = export.export_of(service.make(by=ada)).content

    with ZipFile(BytesIO(content)) as archive:
        table = archive.read("lijst.csv").decode()
    assert "'=HYPERLINK(1)" in table


def test_every_table_that_needs_a_request_is_part_of_its_file() -> None:
    names = [table.name for table in file.tables()]

    assert names[0] == "support_requests"
    assert {"letters", "letter_texts", "capacity_reservations", "match_lines"} <= set(names)
    assert "budget_entries" not in names
    assert "destruction_lines" not in names


def test_who_made_a_list_does_not_say_yes_and_nobody_does_before_the_export(
    ada: User, otto: User
) -> None:
    refused()
    one = service.make(by=ada)
    with pytest.raises(Refused, match="Haal eerst het bestand"):
        service.approve(one, by=otto)
    taken(one, ada)
    assert len(mails_to(otto.email)) == 1
    with pytest.raises(NotAllowed):
        service.approve(one, by=ada)
    assert db.session.query(SupportRequest).count() == 1


def test_a_file_that_is_kept_is_left_and_the_export_is_taken_anew(ada: User, otto: User) -> None:
    kept, goes = refused("Kunst"), refused("Bankjes")
    kept_number, goes_number = kept.id, goes.id
    one = service.make(by=ada)
    taken(one, ada)
    line = next(line for line in one.lines if line.request_id == kept_number)

    tomorrow = clock.today() + timedelta(days=1)
    service.keep(line, tomorrow, "Er loopt nog een zaak.", by=ada)

    with pytest.raises(Refused, match="Haal eerst het bestand"):
        service.approve(one, by=otto)
    taken(one, ada)
    assert service.approve(one, by=otto) == 1
    assert db.session.get(SupportRequest, goes_number) is None
    assert db.session.get(SupportRequest, kept_number) is not None
    assert queries.due().number == 0
    line.kept_until = clock.today() - timedelta(days=1)
    assert queries.due().number == 1


def test_a_list_that_is_put_aside_destroys_nothing(ada: User, otto: User) -> None:
    refused()
    one = service.make(by=ada)
    with pytest.raises(Refused, match="geen dossiers"):
        service.make(by=ada)
    service.discard(one, by=ada)
    db.session.commit()

    assert queries.due().number == 1
    with pytest.raises(OutOfDate):
        service.approve(one, by=otto)
    assert service.make(by=ada).id != one.id


def test_a_file_whose_term_turns_out_longer_stops_the_list(ada: User, otto: User) -> None:
    request = granted(a_budget(), hours := team_hours())
    one = service.make(by=ada)
    taken(one, ada)
    hours.starts_on = hours.ends_on = clock.today()
    number = request.id
    db.session.commit()

    with pytest.raises(OutOfDate, match="niet meer over zijn bewaartijd"):
        service.approve(one, by=otto)

    db.session.rollback()
    assert db.session.get(SupportRequest, number) is not None
    assert queries.found(one.id).state is ListState.OPEN


def test_two_colleagues_say_yes_at_once_and_one_of_them_did_it(
    app: Flask, ada: User, otto: User
) -> None:
    refused()
    one = service.make(by=ada)
    taken(one, ada)
    number, people = one.id, (otto.id, an_auditor("Olga").id)

    def yes(person: int) -> None:
        service.approve(queries.found(number), by=db.session.get_one(User, person))

    outcomes = at_once(app, [lambda: yes(people[0]), lambda: yes(people[1])])

    assert outcomes == ["OutOfDate", "done"]


def test_two_lists_at_once_never_hold_the_same_file(app: Flask, ada: User) -> None:
    refused()
    people = ada.id, an_administrator("Arie").id

    def makes(person: int) -> None:
        service.make(by=db.session.get_one(User, person))

    outcomes = at_once(app, [lambda: makes(people[0]), lambda: makes(people[1])])

    assert outcomes.count("done") == 1
    assert db.session.query(DestructionList).count() == 1
