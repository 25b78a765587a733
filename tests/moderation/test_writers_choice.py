"""Whatever is written for others: it comes back once, and the moderator reads what was chosen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.initiatives.lifecycle import State
from app.moderation.models import Review
from factories.accounts import a_moderator, a_person
from factories.capacity import a_professional, a_team
from factories.initiatives import a_question, an_initiative
from factories.photos import a_file, a_photo
from factories.support import a_request, team_hours
from factories.volunteering import an_active_initiative

SignedIn = Callable[[User], FlaskClient]
PHONE = "Bel 06-12345678 als je mee wilt doen."
SHIFT = {
    "shifts-0-date": "2027-05-12",
    "shifts-0-starts": "10:00",
    "shifts-0-ends": "12:00",
    "shifts-0-places": "5",
}


@dataclass
class Written:
    """Who writes what where, and what a moderator looks at; ``kept`` is the same but for a concern."""

    writer: User
    path: str
    answers: dict[str, Any]
    table: str
    files: dict[str, bytes] = field(default_factory=dict)


def news() -> Written:
    plan = an_initiative()
    path = f"/initiatieven/{plan.id}/nieuws"
    return Written(plan.owner, path, {"title": "Nieuws", "text": PHONE}, "updates")


def question() -> Written:
    path = f"/initiatieven/{an_initiative().id}/vragen/nieuw"
    return Written(a_person("Bilal"), path, {"text": PHONE}, "questions")


def answer() -> Written:
    plan = an_initiative()
    path = f"/initiatieven/{plan.id}/vragen/{a_question(plan).id}/antwoord"
    return Written(plan.owner, path, {"text": PHONE}, "answers")


def new_text() -> Written:
    plan = an_initiative()
    texts = {**plan.texts, "plan": PHONE, "version": plan.version, "themes": "surroundings"}
    return Written(plan.owner, f"/initiatieven/{plan.id}/wijzigen", texts, "initiative_versions")


def photo() -> Written:
    plan = an_initiative()
    path, files = f"/initiatieven/{plan.id}/fotos", {"file": a_file()}
    return Written(plan.owner, path, {"alt": PHONE}, "photos", files)


def words_of_photo() -> Written:
    plan = an_initiative(state=State.CHANGES_REQUESTED)
    path = f"/initiatieven/{plan.id}/fotos/{a_photo(plan).id}"
    return Written(plan.owner, path, {"alt": PHONE}, "initiatives")


def task() -> Written:
    plan = an_active_initiative()
    texts = {
        "title": "Prikken",
        "what": PHONE,
        "place": "Plein",
        "contact_name": "An",
        "risk_note": "Let op het verkeer.",
        "minimum_age": "16",
        **SHIFT,
    }
    path = f"/initiatieven/{plan.id}/klussen/nieuw"
    return Written(plan.owner, path, texts, "volunteer_tasks")


def response() -> Written:
    request, team = a_request(needs=[team_hours()]), a_team()
    texts = {"organisation_id": str(team.organisation_id), "kind": "we_do_not", "text": PHONE}
    path = f"/ondersteuning/{request.id}/reactie"
    return Written(a_professional(team.organisation), path, texts, "responses")


EVERYTHING = [news, question, answer, new_text, photo, words_of_photo, task, response]


def send(browser: FlaskClient, written: Written, **more: str) -> TestResponse:
    files = {name: (BytesIO(content), "foto.jpg") for name, content in written.files.items()}
    kind = "multipart/form-data" if files else None
    data = {**written.answers, **files, **more}
    return browser.post(written.path, data=data, content_type=kind)


@pytest.mark.parametrize("write", EVERYTHING)
def test_it_comes_back_until_it_is_chosen_and_then_it_is_known(
    signed_in: SignedIn, write: Callable[[], Written]
) -> None:
    written = write()
    browser = signed_in(written.writer)

    for _ in range(2):
        warned = send(browser, written)
        assert warned.status_code == 422
        assert "In je tekst staat misschien een telefoonnummer." in warned.text
        assert "Ik wil dit toch zo plaatsen" in warned.text
        assert PHONE in warned.text
        assert "<title>Fout:" not in warned.text
    assert db.session.query(Entry).filter(Entry.action.endswith(".keep_found")).count() == 0

    assert send(browser, written, noticed="phone").status_code == 303
    line = db.session.query(Entry).filter(Entry.action.endswith(".keep_found")).one()
    assert (line.subject_type, line.old, line.actor_id) == (
        written.table,
        "phone",
        written.writer.id,
    )
    if written.table == "initiatives":
        return  # it is looked at when the plan is sent in
    review = db.session.query(Review).filter_by(subject_type=written.table).one()
    page = signed_in(a_moderator()).get(f"/moderatie/{review.id}").text
    assert "De schrijver kreeg hier een melding over en koos" in page
    assert "<strong>(telefoonnummer)</strong></mark>" in page


@pytest.mark.parametrize("write", EVERYTHING)
def test_a_citizen_service_number_is_refused_everywhere(
    signed_in: SignedIn, write: Callable[[], Written]
) -> None:
    written = write()
    written.answers = {
        name: "Zijn bsn is 123456782." if value == PHONE else value
        for name, value in written.answers.items()
    }

    refused = send(signed_in(written.writer), written, noticed="bsn phone")

    assert refused.status_code == 422
    assert "Hier staat een burgerservicenummer (BSN). Haal het weg." in refused.text
    assert "Zijn bsn is 123456782." in refused.text


def test_a_worry_is_warned_about_but_has_no_moderator(signed_in: SignedIn) -> None:
    plan, browser = an_initiative(), signed_in(a_person("Bilal"))
    path, texts = f"/initiatieven/{plan.id}/zorgen", {"topic": "other", "text": PHONE}

    warned = browser.post(path, data=texts)

    assert (warned.status_code, "Een moderator leest" in warned.text) == (422, False)
    assert browser.post(path, data={**texts, "noticed": "phone"}).status_code == 303
