"""The queue of a moderator as a file: the own columns of the chosen texts, after signing in anew, with a line in the log."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

from flask.testing import FlaskClient

from app.accounts.looks import Look
from app.accounts.models import LoginSession, User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.moderation.listing import Column
from factories.accounts import a_coordinator, a_moderator
from factories.counting import statements
from factories.moderation import a_review

SignedIn = Callable[[User], FlaskClient]
CHOOSE, TAKE = "/moderatie/bestand", "/moderatie/bestand/ophalen"
EVERY = "&".join(f"kolom={column.value}" for column in Column)


def lines(browser: FlaskClient, query: str) -> list[str]:
    answer = browser.post(f"{TAKE}?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    return answer.data.decode("utf-8-sig").splitlines()


def test_the_file_has_the_chosen_columns_of_the_chosen_texts(signed_in: SignedIn) -> None:
    first = a_review(title="=Plan een", text="Mail naar anna@voorbeeld.nl")
    a_review(title="Plan twee").is_appeal = True
    browser = signed_in(a_moderator())

    every = lines(browser, EVERY)
    few = lines(browser, "soort=initiatives&kolom=nieuwe-blik&kolom=tekst&kolom=onzin")

    left = (first.promised_on - clock.today()).days
    assert every[1] == ";".join(
        [
            *("'=Plan een", "Initiatief", "Noord", first.author.name),
            *(str(clock.day_of(first.submitted_at)), str(first.promised_on), str(left)),
            *("e-mailadres", "Nee"),
        ]
    )
    assert few == ["Tekst;Nieuwe blik gevraagd", "'=Plan een;Nee", "Plan twee;Ja"]


def test_before_it_is_taken_the_page_says_what_will_be_in_it(signed_in: SignedIn) -> None:
    a_review(title="Plan een")
    browser = signed_in(a_moderator())
    listed = unescape(browser.get("/moderatie?wijk=noord").text)
    assert f'href="{CHOOSE}?wijk=noord"' in listed

    chosen = browser.get(f"{CHOOSE}?wijk=noord").text
    page = unescape(browser.get(f"{TAKE}?wijk=noord&kolom=tekst").text)

    assert '<input type="hidden" name="wijk" value="noord">' in chosen
    assert "Er komt 1 tekst in het bestand." in page
    assert browser.post(f"{TAKE}?wijk=noord").status_code == 422


def test_who_takes_it_signed_in_just_now_and_stands_in_the_log(signed_in: SignedIn) -> None:
    review, mo = a_review(), a_moderator()
    browser = signed_in(mo)

    lines(browser, "kolom=tekst")
    assert db.session.query(Look).count() == 0
    lines(browser, "kolom=tekst&kolom=van")

    assert db.session.query(Look).one().person_id == review.author_id
    taken = db.session.query(Entry).filter_by(action="users.take_reviews").order_by(Entry.id)
    assert [(one.actor_id, one.new, one.reason) for one in taken] == [
        (mo.id, "1", "Tekst"),
        (mo.id, "1", "Tekst, Van"),
    ]
    session = db.session.query(LoginSession).one()
    session.created_at = clock.now() - timedelta(minutes=11)
    db.session.commit()
    assert browser.post(f"{TAKE}?kolom=tekst").location.startswith("/inloggen/opnieuw")


def test_only_moderators_take_it(signed_in: SignedIn) -> None:
    browser = signed_in(a_coordinator())

    for path in (CHOOSE, f"{TAKE}?kolom=tekst"):
        assert browser.get(path).status_code == 403


def test_a_long_file_costs_as_many_statements_as_a_short_one(signed_in: SignedIn) -> None:
    browser = signed_in(a_moderator())
    a_review()
    path = f"{TAKE}?kolom=tekst&kolom=wijk"
    browser.post(path)

    one = statements(lambda: browser.post(path))
    for number in range(10):
        a_review(title=f"Plan {number}")

    assert statements(lambda: browser.post(path)) == one
