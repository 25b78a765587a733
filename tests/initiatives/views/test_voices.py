"""Saying something about a plan, on the pages."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.voices import Answer, Concern, Endorsement, Question, Update
from factories.accounts import a_moderator, a_person
from factories.initiatives import a_question, an_answer, an_initiative, an_update

SignedIn = Callable[[User], FlaskClient]


def test_endorsing_twice_counts_once_and_can_be_undone(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative().id}"
    bilal = signed_in(a_person("Bilal"))

    for _ in range(2):
        assert bilal.post(path + "/steun").location == path + "#steun"
    assert db.session.query(Endorsement).count() == 1
    assert "Jij vindt dit een goed plan." in bilal.get(path).text

    bilal.post(path + "/steun/einde")
    assert db.session.query(Endorsement).count() == 0


def test_a_visitor_signs_in_first(client: FlaskClient) -> None:
    path = f"/initiatieven/{an_initiative().id}"

    for part in ("/steun", "/steun/einde", "/vragen/nieuw", "/zorgen"):
        answer = client.post(path + part)
        assert (answer.status_code, answer.location) == (303, "/inloggen")
    assert db.session.query(Endorsement).count() == 0


def test_the_owner_cannot_endorse_or_worry(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative().id}"
    anna = signed_in(a_person())

    assert anna.post(path + "/steun").status_code == 403
    assert anna.get(path + "/zorgen").status_code == 403


@pytest.mark.parametrize("part", ["steun", "steun/einde", "vragen/nieuw", "zorgen", "zorgen/einde"])
def test_there_is_nothing_to_say_about_a_plan_that_one_cannot_see(
    signed_in: SignedIn, part: str
) -> None:
    number = an_initiative(state=State.SUBMITTED).id
    bilal = signed_in(a_person("Bilal"))

    assert bilal.post(f"/initiatieven/{number}/{part}").status_code == 404
    assert bilal.post(f"/initiatieven/999/{part}").status_code == 404


def test_a_worry_is_sent_changed_and_taken_back(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative().id}"
    bilal = signed_in(a_person("Bilal"))

    first = bilal.post(path + "/zorgen", data={"topic": "noise", "text": "De muziek staat hard."})
    assert first.location == path + "#steun"
    assert "De muziek staat hard." in bilal.get(path + "/zorgen").text
    assert "Verander wat je schreef over je zorgen" in bilal.get(path).text

    bilal.post(path + "/zorgen", data={"topic": "parking", "text": "De auto's ook."})
    assert db.session.query(Concern).one().text == "De auto's ook."
    bilal.post(path + "/zorgen/einde")
    assert db.session.query(Concern).count() == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": "De muziek."}, "Kies waar het over gaat."),
        ({"topic": "noise", "text": ""}, "Schrijf op wat je ongerust maakt."),
        ({"topic": "noise", "text": "a" * 1001}, "Gebruik 5 tot 1000 tekens."),
        ({"topic": "aliens", "text": "De muziek."}, "keuze"),
    ],
)
def test_a_wrong_worry_comes_back(signed_in: SignedIn, data: dict[str, str], message: str) -> None:
    path = f"/initiatieven/{an_initiative().id}/zorgen"

    answer = signed_in(a_person("Bilal")).post(path, data=data)

    assert answer.status_code == 422
    assert message in answer.text
    assert db.session.query(Concern).count() == 0


def test_a_question_waits_and_its_writer_sees_that(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    path = f"/initiatieven/{an_initiative().id}"
    bilal = signed_in(a_person("Bilal"))

    answer = bilal.post(path + "/vragen/nieuw", data={"text": "Mag ik ook meedoen?"})

    assert answer.location == path + "#vragen"
    assert db.session.query(Question).one().state == TextState.WAITING
    page = bilal.get(path).text
    assert "Mag ik ook meedoen?" in page
    assert "Wacht op controle" in page
    assert "Mag ik ook meedoen?" not in client.get(path).text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Schrijf je vraag op."),
        ("Hoe?", "Gebruik 5 tot 1000 tekens voor je vraag."),
        ("a" * 1001, "Gebruik 5 tot 1000 tekens voor je vraag."),
        ("Bel me op 0612345678", "In je tekst staat misschien een telefoonnummer."),
    ],
)
def test_a_wrong_question_comes_back_with_what_was_typed(
    signed_in: SignedIn, text: str, message: str
) -> None:
    path = f"/initiatieven/{an_initiative().id}/vragen/nieuw"

    answer = signed_in(a_person("Bilal")).post(path, data={"text": text})

    assert answer.status_code == 422
    assert message in answer.text
    assert text in answer.text
    assert "<h1>Stel een vraag</h1>" in answer.text
    assert db.session.query(Question).count() == 0


def test_the_team_answers_a_question(signed_in: SignedIn) -> None:
    question = a_question(an_initiative())
    path = f"/initiatieven/{question.initiative_id}/vragen/{question.id}/antwoord"
    anna = signed_in(a_person())
    assert path in anna.get(f"/initiatieven/{question.initiative_id}").text
    assert "Mag mijn huis ook meedoen?" in anna.get(path).text

    assert anna.post(path, data={"text": ""}).status_code == 422
    assert anna.post(path, data={"text": "Ja, graag."}).status_code == 303
    assert db.session.query(Answer).one().state == TextState.WAITING


def test_only_public_questions_of_the_plan_are_answered_by_its_team(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    waiting = a_question(initiative, state=TextState.WAITING)
    elsewhere = a_question(an_initiative(a_person("Chris")))
    here = a_question(initiative)
    base = f"/initiatieven/{initiative.id}/vragen"
    anna, bilal = signed_in(a_person()), signed_in(a_person("Bilal"))

    assert anna.get(f"{base}/{waiting.id}/antwoord").status_code == 404
    assert anna.get(f"{base}/{elsewhere.id}/antwoord").status_code == 404
    assert bilal.get(f"{base}/{here.id}/antwoord").status_code == 403


def test_news_is_written_by_the_team(signed_in: SignedIn) -> None:
    path = f"/initiatieven/{an_initiative().id}"
    anna = signed_in(a_person())
    assert anna.get(path + "/nieuws").status_code == 200

    assert anna.post(path + "/nieuws", data={"title": "", "text": "x"}).status_code == 422
    answer = anna.post(path + "/nieuws", data={"title": "Het staat!", "text": "Kom kijken."})

    assert answer.location == path + "#nieuws"
    assert db.session.query(Update).one().title == "Het staat!"


@pytest.mark.parametrize("kind", ["nieuws", "vragen", "antwoorden"])
def test_a_text_that_came_back_is_changed_and_sent_in_again(signed_in: SignedIn, kind: str) -> None:
    initiative, anna, bilal = an_initiative(), a_person(), a_person("Bilal")
    text = {
        "nieuws": lambda: an_update(initiative, state=TextState.WAITING),
        "vragen": lambda: a_question(initiative, state=TextState.WAITING),
        "antwoorden": lambda: an_answer(a_question(initiative), state=TextState.WAITING),
    }[kind]()
    author, other = (bilal, anna) if kind == "vragen" else (anna, bilal)
    service.judge(text, "request_changes", by=a_moderator(), reason="Haal de naam weg.")
    path, number, table = f"/initiatieven/teksten/{kind}/{text.id}", text.id, type(text)
    browser = signed_in(author)

    page = browser.get(path).text
    assert "Haal de naam weg." in page
    assert "Stuur opnieuw in" in page
    assert browser.post(path, data={"title": "Beter", "text": ""}).status_code == 422
    answer = browser.post(path, data={"title": "Beter", "text": "Zonder naam."})

    assert answer.status_code == 303
    again = db.session.get_one(table, number)
    assert (again.text, again.state) == ("Zonder naam.", TextState.WAITING)
    assert signed_in(other).get(path).status_code == 404


def test_a_text_is_taken_back(signed_in: SignedIn) -> None:
    question = a_question(an_initiative())
    path, number = f"/initiatieven/teksten/vragen/{question.id}", question.id
    bilal = signed_in(a_person("Bilal"))
    page = bilal.get(path).text
    assert "Haal mijn tekst weg" in page
    assert "Stuur opnieuw in" not in page

    assert bilal.post(path + "/einde").status_code == 303
    assert db.session.get_one(Question, number).state == TextState.WITHDRAWN
    assert bilal.post(path + "/einde").status_code == 409


def test_an_unknown_kind_of_text_does_not_exist(signed_in: SignedIn) -> None:
    bilal = signed_in(a_person("Bilal"))

    assert bilal.get("/initiatieven/teksten/geheimen/1").status_code == 404
    assert bilal.post("/initiatieven/teksten/vragen/1/einde").status_code == 404
