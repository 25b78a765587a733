"""The page about mail, and the link that stops it: for a person, a scanner and a mail program."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import refresh
from itsdangerous import TimestampSigner

from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.core.jobs import work_off
from app.notifications import keys
from app.notifications.models import MailWish, Message, Rhythm, Topic
from app.notifications.places import rhythm_of
from app.notifications.service import News, mail
from factories.accounts import a_person
from factories.clocks import SetClock
from factories.notifications import news_for, wants

SignedIn = Callable[[User], FlaskClient]
PAGE = "/berichten/mail"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def a_link(email: str = "") -> str:
    """Return the path in the foot of a mail with news."""
    if email:
        mail(email, "Doe je mee?", "Kom.", news=News(Topic.INVITATIONS, "Feest"))
    else:
        news_for(a_person("Anna"))
    db.session.commit()
    message = db.session.query(Message).order_by(Message.id.desc()).first()
    assert message is not None
    return f"/mail/stop/{keys.stop_key(message)}"


def is_stopped(email: str) -> bool:
    db.session.rollback()
    return rhythm_of(email, Topic.PLANS) is Rhythm.NEVER


def test_the_page_shows_what_comes_when_nobody_chose(signed_in: SignedIn) -> None:
    page = signed_in(a_person("Anna")).get(PAGE).text

    assert 'value="day" checked' in page
    assert page.count('name="topics"') == page.count('type="checkbox"') == 4
    assert page.count(" checked") == 5
    assert "Er wacht niets." in page


def test_a_key_of_a_message_that_is_gone_says_nothing_of_who_gets_its_number(
    client: FlaskClient,
) -> None:
    link = a_link("anna@voorbeeld.example")
    gone = db.session.query(Message).order_by(Message.id.desc()).limit(1).one()
    later = Message(
        id=gone.id,
        email="bilal@voorbeeld.example",
        subject="Nieuws",
        text="Er is nieuws.",
        created_at=gone.created_at + timedelta(seconds=3),
    )
    db.session.delete(gone)
    db.session.flush()
    db.session.add(later)
    db.session.commit()

    assert client.post(link, data=ONE_CLICK).status_code == client.post("/mail/stop/x").status_code
    assert not is_stopped("bilal@voorbeeld.example")


def test_a_choice_is_saved_and_shown_again(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    browser = signed_in(anna)

    answer = browser.post(PAGE, data={"rhythm": "week", "topics": ["plans", "help"]})

    assert (answer.status_code, answer.location) == (303, PAGE)
    page = browser.get(PAGE).text
    assert "Je keuze voor mail is opgeslagen." in page
    assert 'value="week" checked' in page
    assert page.count(" checked") == 3
    assert rhythm_of(anna.email, Topic.TASKS) is Rhythm.NEVER


@pytest.mark.parametrize("sent", [{}, {"rhythm": "ooit"}, {"rhythm": "day", "topics": ["alles"]}])
def test_a_choice_that_does_not_exist_is_refused_and_nothing_is_kept(
    signed_in: SignedIn, sent: dict[str, str]
) -> None:
    answer = signed_in(a_person("Anna")).post(PAGE, data=sent)

    assert answer.status_code == 422
    assert db.session.query(MailWish).count() == 0


def test_the_page_says_how_much_waits_and_until_when(
    signed_in: SignedIn, put_clock: SetClock
) -> None:
    anna = a_person("Anna")
    browser = signed_in(anna)
    put_clock("2026-11-22 12:00")
    for _ in range(2):
        news_for(anna)
    db.session.commit()
    work_off()

    assert (
        "2 berichten komen op maandag 23 november 2026, 09.00 uur in één mail."
        in browser.get(PAGE).text
    )


def test_a_visitor_signs_in_first(client: FlaskClient) -> None:
    assert client.get(PAGE).location == f"/inloggen?verder={PAGE}"


def test_the_inbox_and_my_details_lead_to_the_choice(signed_in: SignedIn) -> None:
    browser = signed_in(a_person("Anna"))

    for path in ("/berichten", "/mijn/gegevens"):
        assert f'href="{PAGE}"' in browser.get(path).text


def test_a_scanner_that_opens_the_link_changes_nothing(client: FlaskClient) -> None:
    link, before = a_link(), db.session.query(Entry).count()

    for _ in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    client.get(f"{link}?taal=en")

    page = client.get(link).text
    assert page.count(f'action="{link}"') == 1
    assert not is_stopped("anna@voorbeeld.example")
    assert (db.session.query(MailWish).count(), db.session.query(Entry).count()) == (0, before)


def test_a_mail_program_stops_the_mail_with_one_post_and_no_session(
    app: Flask, client: FlaskClient
) -> None:
    link = a_link()
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        answer = client.post(link, data=ONE_CLICK)
    finally:
        app.config["WTF_CSRF_ENABLED"] = False

    assert (answer.status_code, answer.location) == (200, None), "it follows no redirect"
    assert is_stopped("anna@voorbeeld.example")
    line = db.session.query(Entry).one()
    assert (line.action, line.actor_id) == ("mail_wishes.stop", None)


def test_a_person_stops_the_mail_twice_and_takes_it_back(client: FlaskClient) -> None:
    link = a_link("vreemd@voorbeeld.example")

    first, second = client.post(link), client.post(link)
    again = client.get(link).text

    assert "We sturen geen nieuws meer naar vreemd@voorbeeld.example." in first.text
    assert (second.status_code, first.text == second.text) == (200, True)
    assert f'action="{link}/terug"' in again
    back = client.post(f"{link}/terug")
    assert (back.status_code, back.location) == (303, link)
    assert "Je krijgt de mails weer, zoals eerst." in client.get(link).text
    assert not is_stopped("vreemd@voorbeeld.example")


@pytest.mark.parametrize("key", ["x", "1", "1.x.y", "1.aaaaaa.27", "é.b.c", "99999999999999999999"])
def test_only_a_key_of_ours_opens_the_door(client: FlaskClient, key: str) -> None:
    a_link()

    for answer in (
        client.get(f"/mail/stop/{key}"),
        client.post(f"/mail/stop/{key}", data=ONE_CLICK),
        client.post(f"/mail/stop/{key}/terug"),
    ):
        assert answer.status_code == 404
        assert "Deze link werkt niet meer." in answer.text
    assert db.session.query(MailWish).count() == 0


def test_a_key_for_another_door_does_not_open_this_one(app: Flask, client: FlaskClient) -> None:
    a_link()
    message = db.session.query(Message).one()
    other = TimestampSigner(app.config["SECRET_KEY"], salt="something else").sign(str(message.id))

    assert client.post(f"/mail/stop/{other.decode()}").status_code == 404


def test_a_key_works_for_a_year_and_not_for_ever(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = a_link()
    assert timedelta(days=365) < keys.WORKS
    monkeypatch.setattr(keys, "WORKS", timedelta(seconds=-1))

    assert client.get(link).status_code == 404


def test_the_key_ends_the_mails_to_one_address_only(client: FlaskClient) -> None:
    wants("bilal@voorbeeld.example", Rhythm.DAY)
    client.post(a_link(), data=ONE_CLICK)

    assert is_stopped("anna@voorbeeld.example")
    assert not is_stopped("bilal@voorbeeld.example")


def test_the_page_of_the_link_speaks_the_language_of_the_mail(client: FlaskClient) -> None:
    link = a_link()
    refresh()  # the request finds its own language, not that of the test

    page = client.get(f"{link}?taal=tr").text

    assert '<html lang="tr"' in page
    assert "Bu e-postaları durdur" in page
