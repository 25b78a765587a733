"""One tap: the page behind the link in the mail, and what a press of a face does."""

from flask.testing import FlaskClient

from app.core import clock
from app.core.db import db
from app.feedback.models import Verdict
from factories.feedback import asked


def test_opening_the_link_counts_nothing_and_shows_three_answers(client: FlaskClient) -> None:
    ask, secret = asked()

    answer = client.get(f"/hoe-ging-het/{secret}")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert [code in answer.text for code in ('value="good"', 'value="fair"', 'value="bad"')] == [
        True
    ] * 3
    assert ask.verdict is None


def test_a_tap_counts_and_a_second_one_takes_its_place(client: FlaskClient) -> None:
    ask, secret = asked()
    path = f"/hoe-ging-het/{secret}"

    client.post(path, data={"verdict": "good"})
    answer = client.post(path, data={"verdict": "bad"}, follow_redirects=True)

    assert "Bedankt! Je koos: Niet zo goed." in answer.text
    assert "Je antwoord is binnen" in answer.text
    db.session.refresh(ask)
    assert ask.verdict is Verdict.BAD


def test_who_opens_the_link_of_somebody_else_does_not_read_the_answer(
    client: FlaskClient,
) -> None:
    pages = []
    for verdict in (Verdict.GOOD, Verdict.BAD):
        ask, secret = asked()
        ask.verdict = verdict
        db.session.flush()
        pages.append(client.get(f"/hoe-ging-het/{secret}").text.replace(secret, ""))
        ask.initiative.title = "Geveltuintjes"
        db.session.delete(ask)

    assert "Je antwoord is binnen" in pages[0]
    assert "Je koos" not in pages[0]


def test_an_answer_that_does_not_exist_is_refused(client: FlaskClient) -> None:
    ask, secret = asked()

    answer = client.post(f"/hoe-ging-het/{secret}", data={"verdict": "geweldig"})

    assert answer.status_code == 422
    assert "Kies een van de drie antwoorden." in answer.text
    assert ask.verdict is None


def test_who_comes_too_late_reads_so(client: FlaskClient) -> None:
    ask, secret = asked(days_left=-1)

    page = client.get(f"/hoe-ging-het/{secret}")
    answer = client.post(f"/hoe-ging-het/{secret}", data={"verdict": "good"})

    assert page.status_code == 200
    assert "De tijd is voorbij" in page.text
    assert "<button" not in page.text.split("<main")[1].split("</main")[0]
    assert answer.status_code == 409
    assert ask.verdict is None


def test_a_link_of_which_the_answers_are_counted_says_so(client: FlaskClient) -> None:
    answer = client.get("/hoe-ging-het/zomaar")

    assert answer.status_code == 404
    assert "Antwoorden kan drie weken lang." in answer.text


def test_a_hidden_plan_takes_no_answers_until_it_is_shown_again(client: FlaskClient) -> None:
    ask, secret = asked()
    ask.initiative.hidden_at = clock.now()
    db.session.flush()
    path, good = f"/hoe-ging-het/{secret}", {"verdict": "good"}

    assert client.get(path).status_code == 404
    assert client.post(path, data=good).status_code == 404
    assert ask.verdict is None
    ask.initiative.hidden_at = None
    db.session.flush()
    assert client.post(path, data=good).status_code == 303
