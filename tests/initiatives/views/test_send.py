"""Sending a plan in: by a visitor through the mail, and by somebody who is signed in."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import OneTimeLink, User
from app.accounts.roles import Role
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.moderation.models import Review
from app.notifications.models import Message
from factories.accounts import a_person
from factories.second_factor import CODE, an_app
from initiatives.sending import CHECK, as_visitor, fill_in, newest

SignedIn = Callable[[User], FlaskClient]
NEEDED = "/initiatieven/nieuw/nodig"


def plan() -> Initiative:
    db.session.expire_all()
    return db.session.query(Initiative).one()


def test_a_visitor_is_told_to_look_in_the_mail(client: FlaskClient) -> None:
    fill_in(client, name="Anna", email="anna@voorbeeld.example")

    answer = client.post(CHECK)

    assert (answer.status_code, answer.location) == (303, "/initiatieven/nieuw/verstuurd")
    page = client.get(answer.location)
    assert "anna@voorbeeld.example" in page.text
    assert plan().state == State.DRAFT
    assert newest().email == "anna@voorbeeld.example"
    assert newest().link.startswith("/initiatieven/nieuw/bevestigen/")


def test_opening_the_link_changes_nothing_and_shows_the_plan(client: FlaskClient) -> None:
    link = as_visitor(client)
    phone = client.application.test_client()

    page = phone.get(link)

    assert "Stuur mijn initiatief in" in page.text
    assert "Geveltuintjes" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert (plan().state, db.session.query(User).count()) == (State.DRAFT, 0)


def test_the_button_behind_the_link_makes_the_account_signs_in_and_submits(
    client: FlaskClient,
) -> None:
    link = as_visitor(client)
    phone = client.application.test_client()

    answer = phone.post(link)

    sent = plan()
    assert answer.location == f"/initiatieven/{sent.id}/ontvangen"
    assert (sent.state, sent.owner.email) == (State.SUBMITTED, "anna@voorbeeld.example")
    assert sent.reference is not None
    assert re.fullmatch(r"BUURT-20\d\d-[2-9A-HJ-NP-Z]{4}", sent.reference)
    page = phone.get(answer.location)
    assert sent.reference in page.text
    assert "Een moderator van de gemeente leest je plan, uiterlijk" in page.text
    receipt = newest()
    assert sent.reference in receipt.subject
    assert "Tuintjes langs de gevels." in receipt.text
    review = db.session.query(Review).one()
    assert (review.subject_type, review.author_id) == ("initiatives", sent.owner_id)
    registration = db.session.query(Registration).one()
    assert (registration.name, registration.email) == ("", "")


def test_the_link_of_staff_with_an_app_submits_and_asks_for_a_code(client: FlaskClient) -> None:
    an_app(a_person("Anna", role=Role.MODERATOR))
    phone = client.application.test_client()

    answer = phone.post(as_visitor(client))

    assert (answer.location, plan().state) == (CODE, State.SUBMITTED)
    assert phone.get("/mijn/gegevens").status_code == 303


def test_the_page_and_the_mail_say_the_same(client: FlaskClient) -> None:
    link = as_visitor(client)
    page = client.get(client.post(link).location or "")

    what_happens = newest().text.split("Wat gebeurt er nu?\n\n")[1].split("\n\nDit heb je")[0]

    assert what_happens
    for sentence in what_happens.split("\n\n"):
        assert sentence in page.text


def test_a_newcomer_reads_english_from_the_page_to_the_receipt(client: FlaskClient) -> None:
    client.get("/initiatieven", query_string={"taal": "en"})
    token_page = as_visitor(client)
    assert newest().language == "en"

    client.post(token_page)

    receipt = newest()
    assert (receipt.language, receipt.link_label) == ("en", "See how your plan is going")
    assert plan().owner is not None
    assert plan().owner.language == "en"  # type: ignore[union-attr]


def test_a_used_link_tells_somebody_else_nothing(client: FlaskClient) -> None:
    link = as_visitor(client)
    received = client.post(link).location
    stranger = client.application.test_client()

    assert stranger.get(link).location == received
    assert stranger.get(received or "").location == f"/inloggen?verder={received}"


def test_an_old_link_offers_a_new_one_to_the_same_address(client: FlaskClient) -> None:
    link = as_visitor(client)
    db.session.query(OneTimeLink).update({"expires_at": clock.now() - timedelta(seconds=1)})
    phone = client.application.test_client()

    page = phone.get(link)
    assert page.status_code == 410
    assert "Stuur mij een nieuwe link" in page.text
    assert phone.post(link).status_code == 410

    again = phone.post(link + "/opnieuw")
    assert again.status_code == 200
    assert newest().link != link
    assert phone.post(newest().link).status_code == 303
    assert plan().state == State.SUBMITTED


def test_a_link_to_a_corrected_address_stops_working(client: FlaskClient) -> None:
    wrong = as_visitor(client)
    client.post(
        "/initiatieven/nieuw/wie?terug=controle",
        data={
            "for_whom": "Alle bewoners",
            "initiator_kind": "resident",
            "name": "Anna",
            "email": "anna@beter.example",
        },
    )
    client.post(CHECK)
    right = newest().link
    stranger = client.application.test_client()

    assert stranger.post(wrong).status_code == 410
    assert plan().state == State.DRAFT
    assert client.post(right).status_code == 303
    assert plan().owner.email == "anna@beter.example"


@pytest.mark.parametrize("token", ["onzin", "x" * 300, "é"])
def test_an_unknown_link_is_not_found(client: FlaskClient, token: str) -> None:
    assert client.get(f"/initiatieven/nieuw/bevestigen/{token}").status_code == 404
    assert client.post(f"/initiatieven/nieuw/bevestigen/{token}/opnieuw").status_code == 404


def test_the_mail_can_be_sent_again_but_not_without_end(client: FlaskClient) -> None:
    as_visitor(client)

    answers = [client.post("/initiatieven/nieuw/verstuurd").status_code for _ in range(5)]

    assert answers == [303, 303, 303, 303, 422]
    assert db.session.query(Message).count() == 5


def test_an_existing_account_becomes_the_owner(client: FlaskClient) -> None:
    anna = a_person("Anna")
    number = anna.id

    client.post(as_visitor(client))

    assert plan().owner_id == number
    assert db.session.query(User).count() == 1


def test_a_blocked_person_cannot_send_in(client: FlaskClient) -> None:
    a_person("Anna").blocked_at = clock.now()

    answer = client.post(as_visitor(client))

    assert answer.status_code == 403
    assert plan().state == State.DRAFT


def test_somebody_signed_in_sends_in_at_once(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = signed_in(anna)
    fill_in(client)

    answer = client.post(CHECK)

    assert answer.location == f"/initiatieven/{plan().id}/ontvangen"
    assert (plan().state, plan().owner_id) == (State.SUBMITTED, anna.id)
    assert client.post(CHECK).location == answer.location  # a double click


def test_a_visitor_who_signs_in_half_way_keeps_the_draft(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = signed_in(anna)
    with client.session_transaction() as session:
        known = dict(session)
        session.clear()
    fill_in(client, name="Iemand", email="iemand@voorbeeld.example")
    with client.session_transaction() as session:
        session.update(known)

    client.post(CHECK)

    assert (plan().state, plan().owner_id) == (State.SUBMITTED, anna.id)


def test_a_draft_of_somebody_else_in_the_same_browser_stays_closed(signed_in: SignedIn) -> None:
    client = signed_in(a_person("Anna"))
    fill_in(client)
    other = signed_in(a_person("Bilal"))
    with client.session_transaction() as session:
        secret = session["draft"]
    with other.session_transaction() as session:
        session["draft"] = secret

    assert 'value="Geveltuintjes"' not in other.get("/initiatieven/nieuw/wat").text
    assert other.post(CHECK).location == "/initiatieven/nieuw"


def test_the_next_plan_begins_empty(signed_in: SignedIn) -> None:
    client = signed_in(a_person("Anna"))
    fill_in(client)
    client.post(CHECK)

    assert 'value="Geveltuintjes"' not in client.get("/initiatieven/nieuw/wat").text
    client.post("/initiatieven/nieuw/wat", data={"title": "Nog iets", "summary": "Nog een plan."})
    assert db.session.query(Initiative).count() == 2


def test_the_receipt_is_for_the_owner_only(client: FlaskClient, signed_in: SignedIn) -> None:
    received = client.post(as_visitor(client)).location or ""

    assert signed_in(a_person("Bilal")).get(received).status_code == 404


def test_the_page_with_all_answers_warns_about_what_nobody_looked_at_yet(
    client: FlaskClient,
) -> None:
    as_visitor(client)
    plan().plan = "Bel 06-12345678."
    db.session.flush()
    path = "/initiatieven/nieuw/controle"

    warned = client.post(path, data={})
    assert (warned.status_code, "telefoonnummer" in warned.text) == (422, True)

    assert client.post(path, data={"noticed": "phone"}).status_code == 303
    assert client.post(path, data={}).status_code == 303
