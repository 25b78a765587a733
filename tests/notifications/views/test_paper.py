"""Messages to people without e-mail wait for who helps residents there: printed or told, and ticked off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.looks import Look, Why
from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.core.jobs import Job, work_off
from app.notifications import paper
from app.notifications.models import Message, Topic
from app.notifications.service import News, mail, tell
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.assisting import a_worker, greet_without_e_mail
from factories.counting import statements
from factories.desks import read
from factories.paper import skip_without_poppler, words_on
from factories.races import at_once

SignedIn = Callable[[User], FlaskClient]
PATH = "/berichten/per-post"
DESK = "Bel of schrijf: bewoners zonder e-mail"


def a_message(subject: str = "Je plan staat op de site", area: int | None = None) -> Message:
    """Return a message to Greet, after the worker who sends mail looked at it."""
    greet = greet_without_e_mail()
    message = tell(
        greet, subject, "Beste Greet,\n\nIedereen kan het lezen.", link="/initiatieven/1"
    )
    db.session.commit()
    work_off()
    return message


def test_no_mail_leaves_and_the_message_waits_with_where_it_goes(
    signed_in: SignedIn, mail_folder: Path
) -> None:
    before = set(mail_folder.glob("*"))
    a_message()

    page = signed_in(a_worker()).get(PATH).text

    assert set(mail_folder.glob("*")) == before
    assert db.session.query(Job).filter(Job.dead_at.is_not(None)).count() == 0
    for words in ("Je plan staat op de site", "Greet", "Molenstraat 12", "2611 AB"):
        assert words in page
    assert {look.why for look in db.session.query(Look)} == {Why.LETTERS}


def test_news_does_not_wait_for_a_mail_of_the_day_that_never_comes(signed_in: SignedIn) -> None:
    tell(greet_without_e_mail(), "Een vraag", "Iemand vraagt iets.", news=News(Topic.PLANS, "Plan"))
    db.session.commit()
    work_off()

    assert "Een vraag" in signed_in(a_worker()).get(PATH).text


def test_what_accounts_mail_to_an_address_waits_as_well(signed_in: SignedIn) -> None:
    mail(greet_without_e_mail().email, "Wil je je account houden?", "Laat het ons weten.")
    db.session.commit()

    assert "Wil je je account houden?" in signed_in(a_worker()).get(PATH).text


def test_the_letter_says_what_the_mail_would_have_said(signed_in: SignedIn, tmp_path: Path) -> None:
    skip_without_poppler()
    message = a_message()

    letter = signed_in(a_worker()).get(f"{PATH}/{message.id}.pdf")

    words = words_on(letter.data, tmp_path)
    for part in ("Greet Molenstraat 12", "Je plan staat op de site", "Iedereen kan het lezen."):
        assert part in words
    assert "Bel ons of kom langs." in words


@pytest.mark.parametrize("way", list(paper.Way))
def test_ticking_off_is_a_line_with_who_and_how_and_a_second_click_is_none(
    signed_in: SignedIn, way: paper.Way
) -> None:
    message, wil = a_message(), a_worker()
    desk = signed_in(wil)

    for _click in range(2):
        desk.post(f"{PATH}/{message.id}/bezorgd", data={"hoe": way.value})

    line = db.session.query(Entry).filter_by(action="messages.bring").one()
    assert (line.actor_id, line.new) == (wil.id, way.value)
    page = desk.get(PATH).text
    assert "Er wacht geen brief" in page
    assert "De afgelopen week gedaan" in page


def test_the_wrong_tick_is_put_back(signed_in: SignedIn) -> None:
    message = a_message()
    desk = signed_in(a_worker())
    desk.post(f"{PATH}/{message.id}/bezorgd", data={"hoe": "post"})

    for _click in range(2):
        desk.post(f"{PATH}/{message.id}/toch-niet")

    assert "Er wacht geen brief" not in desk.get(PATH).text
    assert db.session.query(Entry).filter_by(action="messages.not_brought").count() == 1


def test_another_way_does_not_exist(signed_in: SignedIn) -> None:
    message = a_message()

    answer = signed_in(a_worker()).post(f"{PATH}/{message.id}/bezorgd", data={"hoe": "duif"})

    assert answer.status_code == 422
    assert "Kies of je een brief stuurde" in answer.text


def test_who_helps_elsewhere_finds_nothing_and_residents_no_page(signed_in: SignedIn) -> None:
    message = a_message()
    elsewhere = signed_in(a_worker("Zoë", a_town().south))

    assert "Er wacht geen brief" in elsewhere.get(PATH).text
    assert elsewhere.get(f"{PATH}/{message.id}.pdf").status_code == 404
    done = elsewhere.post(f"{PATH}/{message.id}/bezorgd", data={"hoe": "post"})
    assert done.status_code == 404
    assert signed_in(a_person("Bilal")).get(PATH).status_code == 403
    assert (
        signed_in(a_coordinator(a_town().north)).get(f"{PATH}/{message.id}.pdf").status_code == 200
    )


def test_messages_to_people_with_e_mail_are_not_on_paper(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    anna.neighbourhood_id = a_town().mill.id
    message = tell(anna, "Je plan", "Het staat erop.")
    db.session.commit()
    desk = signed_in(a_worker())

    assert "Er wacht geen brief" in desk.get(PATH).text
    assert desk.get(f"{PATH}/{message.id}.pdf").status_code == 404


def test_two_workers_tick_the_same_one_off_and_one_did_it(app: Flask) -> None:
    number = a_message().id
    for name in ("Wil", "Wim"):
        a_worker(name)

    def brings(name: str) -> None:
        worker = a_person(name)
        found = paper.on_paper(worker, number)
        paper.note_brought(found.message, paper.Way.POST, by=worker)

    outcomes = at_once(app, [lambda: brings("Wil"), lambda: brings("Wim")])

    assert outcomes == ["OutOfDate", "done"]
    assert db.session.query(Entry).filter_by(action="messages.bring").count() == 1


def test_the_desk_counts_what_waits(signed_in: SignedIn) -> None:
    desk = signed_in(a_worker())
    assert read(desk)[DESK] == []

    for subject in ("Eerste", "Tweede"):
        a_message(subject)

    assert [words.startswith("2 berichten wachten") for words in read(desk)[DESK]] == [True]
    assert DESK not in read(signed_in(a_person("Bilal")))


def test_the_page_costs_the_same_for_one_as_for_many(signed_in: SignedIn) -> None:
    desk = signed_in(a_worker())
    a_message()
    one = statements(lambda: desk.get(PATH))
    for number in range(20):
        a_message(f"Bericht {number}")

    assert statements(lambda: desk.get(PATH)) == one
