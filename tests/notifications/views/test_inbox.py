"""People read their own messages, and go on to what they are about."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.core.jobs import work_off
from app.notifications.models import Message
from app.notifications.service import mail, tell
from factories.accounts import a_person
from factories.counting import statements
from factories.notifications import a_message

SignedIn = Callable[[User], FlaskClient]


def test_the_newest_message_comes_first_with_its_whole_text(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    a_message(anna, "Oud nieuws")
    tell(anna, "Nieuw nieuws", "Beste Anna,\n\nDit is de hele <tekst>.")

    page = signed_in(anna).get("/berichten").text

    assert page.index("Nieuw nieuws") < page.index("Oud nieuws")
    assert "Beste Anna,\n\nDit is de hele &lt;tekst&gt;." in page
    assert "Je hebt 2 nieuwe berichten." in page


def test_only_what_is_not_read_is_marked_as_new(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    read, _unread = a_message(anna, "Een"), a_message(anna, "Twee")
    client = signed_in(anna)

    client.post(f"/berichten/{read.id}/gelezen")

    page = client.get("/berichten").text
    assert page.count(">Nieuw</span>") == 1
    assert "Je hebt 1 nieuw bericht." in page


def test_opening_what_a_message_is_about_marks_it_as_read(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    message = a_message(anna, link="/doe-mee#nieuw")

    answer = signed_in(anna).post(f"/berichten/{message.id}/gelezen")

    assert (answer.status_code, answer.location) == (303, "/doe-mee#nieuw")
    db.session.expire_all()
    assert message.read_at is not None


@pytest.mark.parametrize("link", ["", "//evil.example", "/bestaat-niet"])
def test_a_message_without_a_page_of_ours_leads_to_the_inbox(
    signed_in: SignedIn, link: str
) -> None:
    anna = a_person("Anna")
    message = a_message(anna, link=link)

    assert signed_in(anna).post(f"/berichten/{message.id}/gelezen").location == "/berichten"


def test_looking_at_the_inbox_marks_nothing(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    message = a_message(anna)
    client = signed_in(anna)

    client.get("/berichten")
    assert client.get(f"/berichten/{message.id}/gelezen").status_code == 405

    db.session.expire_all()
    assert message.read_at is None


def test_everything_is_marked_at_once(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    for _ in range(3):
        a_message(anna)
    client = signed_in(anna)

    assert client.post("/berichten/gelezen").location == "/berichten"

    page = client.get("/berichten").text
    assert (page.count(">Nieuw</span>"), "Alle berichten zijn gelezen." in page) == (0, True)


def test_messages_of_others_do_not_exist(signed_in: SignedIn) -> None:
    message = a_message(a_person("Bilal"), "Geheim")
    client = signed_in(a_person("Anna"))

    assert "Geheim" not in client.get("/berichten").text
    assert client.post(f"/berichten/{message.id}/gelezen").status_code == 404
    assert client.post("/berichten/999999/gelezen").status_code == 404
    db.session.expire_all()
    assert message.read_at is None


def test_a_visitor_signs_in_first(client: FlaskClient) -> None:
    assert client.get("/berichten").location == "/inloggen?verder=/berichten"


def test_an_empty_inbox_says_what_will_come(signed_in: SignedIn) -> None:
    assert "Nog geen berichten" in signed_in(a_person("Anna")).get("/berichten").text


def test_a_long_inbox_has_pages(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    for number in range(25):
        a_message(anna, f"Bericht nummer {number:02}")
    client = signed_in(anna)

    first = client.get("/berichten").text
    [following] = [line for line in first.split('"') if line.startswith("/berichten?na=")]
    second = client.get(following).text

    assert (first.count("Bericht nummer"), second.count("Bericht nummer")) == (20, 5)
    assert client.get("/berichten?na=x").status_code == 404


def test_the_inbox_costs_as_much_for_twenty_messages_as_for_one(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    a_message(anna)
    client = signed_in(anna)

    one = statements(lambda: client.get("/berichten"))
    for _ in range(19):
        a_message(anna)

    assert statements(lambda: client.get("/berichten")) == one <= 5


def test_the_mailbox_of_a_developer_shows_what_would_have_left(client: FlaskClient) -> None:
    mail(
        "nieuw@voorbeeld.example", "Je link", "Tekst <b>", link="/inloggen/link/x", link_label="In"
    )
    mail("ander@voorbeeld.example", "Voor een ander", "Tekst")
    db.session.commit()
    work_off()

    page = client.get("/ontwikkeling/mail?aan=nieuw@voorbeeld.example").text

    assert '<a href="http://127.0.0.1:5000/inloggen/link/x"' in page
    assert "Tekst &lt;b&gt;" in page
    assert "Voor een ander" not in page
    assert "Voor een ander" in client.get("/ontwikkeling/mail").text


@pytest.mark.parametrize("settings", [{"PRODUCTION": True}, {"MAIL_URL": "smtp://127.0.0.1:25"}])
def test_there_is_no_such_mailbox_where_mail_really_leaves(
    app: Flask, client: FlaskClient, settings: dict[str, object]
) -> None:
    before = {name: app.config[name] for name in settings}
    app.config.update(settings)
    try:
        assert client.get("/ontwikkeling/mail").status_code == 404
    finally:
        app.config.update(before)


def test_the_count_of_new_messages_is_on_every_page(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    a_message(anna)

    assert db.session.query(Message).count() == 1
    assert '<span class="nl-number-badge">1<' in signed_in(anna).get("/contact").text


def test_a_tap_on_an_announcement_opens_that_message_alone(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    message, theirs = a_message(anna, "Nieuws"), a_message(a_person("Bram"), "Geheim")
    a_message(anna, "Ouder nieuws")
    browser = signed_in(anna)

    page = browser.get(f"/berichten/{message.id}").text

    assert "<h2>Nieuws</h2>" in page
    assert "Ouder nieuws" not in page
    assert browser.get(f"/berichten/{theirs.id}").status_code == 404
    db.session.expire_all()
    assert message.read_at is None
