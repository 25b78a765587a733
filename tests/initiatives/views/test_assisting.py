"""The pages on which the staff write a plan down for a resident, and on which the resident answers."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.accounts.models import RoleAssignment, User
from app.core.db import db
from app.initiatives import queries, service
from app.initiatives.assisted import AssistedEntry, How
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.notifications.models import Message
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.assisting import EMAIL, a_plan_for_greet, a_plan_that_waits, a_worker
from factories.paper import facts_of, skip_without_poppler, words_on

SignedIn = Callable[[User], FlaskClient]
PLANS = "/initiatieven/voor-bewoners"
WHO = "/initiatieven/nieuw/wie"
CHECK = "/initiatieven/nieuw/controle"
AT_HOME = {"street": "Molenstraat 12", "postcode": "2611ab", "town": "Proefstad"}


def write_down(desk: FlaskClient, **resident: str) -> None:
    desk.post(f"{PLANS}/nieuw")
    what = {"title": "Bankjes", "summary": "Bankjes in het Molenpark."}
    desk.post("/initiatieven/nieuw/wat", data=what)
    desk.post("/initiatieven/nieuw/waar?zelf=ja", data={"neighbourhood_id": a_town().mill.id})
    who = {"for_whom": "Iedereen", "initiator_kind": "resident", "name": "Greet", **resident}
    desk.post(WHO, data=who)


def entry() -> AssistedEntry:
    db.session.expire_all()
    return db.session.query(AssistedEntry).one()


def link_in_mail() -> str:
    db.session.expire_all()
    mail = db.session.query(Message).filter_by(email=EMAIL).order_by(Message.id.desc()).first()
    assert mail is not None
    return mail.link


def test_a_plan_is_written_on_the_same_pages_and_waits_for_the_letter(signed_in: SignedIn) -> None:
    desk = signed_in(a_worker())

    write_down(desk, **AT_HOME)
    page = desk.get(CHECK)
    answer = desk.post(CHECK)

    assert "Je schrijft dit op voor een bewoner" in page.text
    assert "2611 AB  Proefstad" in page.text
    assert "Later verder? Mail mij" not in page.text
    assert answer.location == f"{PLANS}/{entry().id}"
    shown = desk.get(answer.location)
    assert "Print de brief (PDF)" in shown.text
    assert "Je schrijft dit op" not in desk.get("/initiatieven/nieuw/wat").text


def test_the_letter_says_what_was_told_and_has_the_code(
    signed_in: SignedIn, tmp_path: Path
) -> None:
    skip_without_poppler()
    wil = a_worker()
    waits, _registration = a_plan_that_waits(wil)

    letter = signed_in(wil).get(f"{PLANS}/{waits.id}.pdf")

    words = words_on(letter.data, tmp_path)
    code = f"{entry().code[:4]}-{entry().code[4:]}"
    for part in ("Greet", "Molenstraat 12", "2611 AB", "Bankjes in het Molenpark.", code):
        assert part in words
    facts = facts_of(letter.data, tmp_path)
    assert (facts["Tagged"], facts["Title"]) == (
        "yes",
        "Klopt dit plan? Wij schreven het voor je op",
    )


def test_there_is_no_letter_for_who_has_e_mail(signed_in: SignedIn) -> None:
    wil = a_worker()
    waits, _registration = a_plan_that_waits(wil, email=EMAIL)

    assert signed_in(wil).get(f"{PLANS}/{waits.id}.pdf").status_code == 404


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, "Vul straat en huisnummer in, of een e-mailadres."),
        ({"email": "greet@"}, "Vul een e-mailadres in"),
        ({**AT_HOME, "postcode": "1234"}, "Vul een postcode in, bijvoorbeeld 1234 AB."),
        ({**AT_HOME, "postcode": "2611 AB", "town": ""}, "Vul de plaats in."),
        ({**AT_HOME, "postcode": "2611 AB", "name": ""}, "Vul de naam van de bewoner in."),
    ],
)
def test_who_cannot_be_reached_is_asked_for_again_with_everything_kept(
    signed_in: SignedIn, typed: dict[str, str], wrong: str
) -> None:
    desk = signed_in(a_worker())
    desk.post(f"{PLANS}/nieuw")
    told = {"for_whom": "Alle buren samen", "initiator_kind": "resident", "name": "Greet", **typed}

    answer = desk.post(WHO, data=told)

    assert answer.status_code == 422
    assert wrong in answer.text
    for words in told.values():
        assert words in answer.text
    assert db.session.query(Registration).one().name == ""


def test_a_code_with_small_letters_and_blanks_sends_the_plan_in(signed_in: SignedIn) -> None:
    wil = a_worker()
    waits, _registration = a_plan_that_waits(wil)
    code = f" {waits.code[:4].lower()} {waits.code[4:]} "
    desk = signed_in(wil)

    answer = desk.post(f"{PLANS}/{waits.id}", data={"how": "letter", "code": code})

    assert answer.location == f"/initiatieven/{entry().initiative_id}"
    assert entry().how is How.LETTER
    assert entry().initiative.state is State.SUBMITTED
    again = desk.post(f"{PLANS}/{waits.id}", data={"how": "letter", "code": code})
    assert again.status_code == 404


def test_a_wrong_code_keeps_what_was_typed(signed_in: SignedIn) -> None:
    wil = a_worker()
    waits, _registration = a_plan_that_waits(wil)

    answer = signed_in(wil).post(f"{PLANS}/{waits.id}", data={"how": "phone", "code": "ABCD-2345"})

    assert answer.status_code == 422
    assert "Deze code hoort niet bij de laatste brief." in answer.text
    assert 'value="ABCD-2345"' in answer.text


def test_the_resident_reads_the_plan_behind_the_link_and_sends_it_in(
    signed_in: SignedIn, client: FlaskClient
) -> None:
    write_down(desk := signed_in(a_worker()), email=EMAIL)
    desk.post(CHECK)
    link = link_in_mail()

    page = client.get(link)
    answer = client.post(link)

    assert "Bankjes in het Molenpark." in page.text
    assert "Opbouwwerker" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert answer.location.startswith("/initiatieven/stand/")
    assert entry().initiative.reference in client.get(answer.location).text  # type: ignore[operator]  # it has one
    assert client.post(link).location == answer.location
    assert client.get("/mijn").status_code in {302, 303}, "the link signs nobody in"


def test_the_resident_says_no_and_a_second_click_finds_nothing(
    client: FlaskClient,
) -> None:
    a_plan_that_waits(a_worker(), email=EMAIL)
    link = link_in_mail()

    page = client.post(f"{link}/nee")

    assert "Het plan is gewist" in page.text
    assert db.session.query(Initiative).count() == 0
    assert client.post(f"{link}/nee").status_code == 404
    assert client.get(link).status_code == 404


def test_a_colleague_goes_on_and_the_first_writer_loses_no_word(signed_in: SignedIn) -> None:
    wil, wim = a_worker(), a_worker("Wim")
    first, second = signed_in(wil), signed_in(wim)
    write_down(first, **AT_HOME)

    assert second.post(f"{PLANS}/{entry().id}/verder").status_code == 303
    late = first.post(
        "/initiatieven/nieuw/wat", data={"title": "Andere naam", "summary": "Een zin van Wil."}
    )

    assert late.status_code == 422
    assert "Een collega ging ermee verder" in late.text
    assert "Een zin van Wil." in late.text
    assert db.session.query(Initiative).one().title == "Bankjes"
    assert first.get("/initiatieven/nieuw/wat").status_code == 409
    assert first.get("/initiatieven/nieuw/wat").status_code == 200


def test_who_lost_the_role_half_way_writes_in_no_draft(signed_in: SignedIn) -> None:
    desk = signed_in(wil := a_worker())
    write_down(desk, **AT_HOME)
    db.session.query(RoleAssignment).filter_by(user_id=wil.id).delete()
    db.session.commit()

    late = desk.post("/initiatieven/nieuw/nodig", data={"needs_text": "Hout"})

    assert late.status_code == 422
    assert db.session.query(Initiative).count() == 1
    assert desk.get("/initiatieven/nieuw/nodig").status_code == 200


def test_laying_aside_gives_the_writer_the_own_draft_back(signed_in: SignedIn) -> None:
    desk = signed_in(a_worker())
    desk.post("/initiatieven/nieuw/wat", data={"title": "Eigen plan", "summary": "Iets van mij."})
    write_down(desk, **AT_HOME)
    assert "Eigen plan" not in desk.get("/initiatieven/nieuw/wat").text

    desk.post(f"{PLANS}/opzij")

    assert "Eigen plan" in desk.get("/initiatieven/nieuw/wat").text
    assert "Bankjes" in desk.get(PLANS).text


def test_wiping_twice_is_no_mistake(signed_in: SignedIn) -> None:
    wil = a_worker()
    waits, _registration = a_plan_for_greet(wil)
    number, desk = waits.id, signed_in(wil)

    answers = [desk.post(f"{PLANS}/{number}/einde") for _ in range(2)]

    assert [answer.location for answer in answers] == [PLANS, PLANS]
    assert db.session.query(Initiative).count() == 0


def test_only_the_staff_of_the_area_read_who_wrote_it_down(
    signed_in: SignedIn, client: FlaskClient
) -> None:
    wil = a_worker()
    waits, registration = a_plan_that_waits(wil)
    service.note_agreement(waits, registration, How.PHONE, waits.code, by=wil)
    service.publish(waits.initiative, by=a_moderator())
    path = f"/initiatieven/{waits.initiative_id}"
    words = re.compile(r"Ingevuld door Opbouwwerker namens Greet.*per telefoon", re.DOTALL)

    staff = [wil, a_moderator(), a_coordinator(a_town().north)]
    others = [waits.initiative.owner, a_person("Bilal"), a_coordinator(a_town().south, "Cor")]

    assert all(words.search(signed_in(one).get(path).text) for one in staff)
    assert not any("Ingevuld door" in signed_in(one).get(path).text for one in others)
    assert "Ingevuld door" not in client.get(path).text


def test_a_resident_reaches_none_of_it(signed_in: SignedIn) -> None:
    waits, _registration = a_plan_that_waits(a_worker())
    bilal = signed_in(a_person("Bilal"))

    for path in (PLANS, f"{PLANS}/{waits.id}", f"{PLANS}/{waits.id}.pdf"):
        assert bilal.get(path).status_code == 403
    assert bilal.post(f"{PLANS}/nieuw").status_code == 403
    assert "voor een bewoner" not in bilal.get("/initiatieven/nieuw").text


def test_the_desk_of_who_helps_leads_there(signed_in: SignedIn) -> None:
    assert PLANS in signed_in(a_worker()).get("/mijn").text
    assert PLANS not in signed_in(a_person("Bilal")).get("/mijn").text


def test_the_first_plan_is_asked_for_when_there_is_none(signed_in: SignedIn) -> None:
    page = signed_in(a_worker()).get(PLANS)

    assert "Er wacht geen plan op een bewoner" in page.text
    assert queries.open_entries(a_person("Wil")) == []
