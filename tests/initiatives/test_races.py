"""People who do things at the same moment: everything happens once, and nobody's text is lost.

The requests are real: each has its own connection, on SQLite and on PostgreSQL.
"""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.accounts.models import LoginSession, Purpose, User
from app.accounts.service import make_link
from app.audit.queries import history
from app.core import clock, tokens
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeVersion, Registration, TeamMember
from app.initiatives.voices import Concern, Endorsement
from factories.accounts import a_person
from factories.areas import a_town
from factories.initiatives import an_initiative

Request = tuple[User | None, str, dict[str, str]]
SignedIn = Callable[[User], FlaskClient]


ON_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


def at_once(app: Flask, requests: list[Request]) -> list[TestResponse]:
    """Post all ``requests`` at the same moment, each from a browser of its own."""
    browsers = [(_browser(app, person), path, data) for person, path, data in requests]
    db.session.commit()
    db.session.remove()
    ready, answers = Barrier(len(browsers)), list[TestResponse]()

    def send(browser: FlaskClient, path: str, data: dict[str, str]) -> None:
        ready.wait(timeout=30)
        answers.append(
            FlaskClient.open(browser, path, method="POST", data=data, headers=ON_OUR_PAGE)
        )

    threads = [Thread(target=send, args=browser) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == len(requests), "somebody got an error instead of an answer"
    return answers


def _browser(app: Flask, person: User | None) -> FlaskClient:
    browser = app.test_client()
    if person is not None:
        token = tokens.secret()
        db.session.add(
            LoginSession(
                fingerprint=tokens.fingerprint(token),
                user_id=person.id,
                expires_at=clock.now().replace(year=2100),
            )
        )
        with browser.session_transaction() as session:
            session["_user_id"] = token
            session["_fresh"] = True
    return browser


def statuses(answers: list[TestResponse]) -> Counter[int]:
    return Counter(answer.status_code for answer in answers)


def test_ten_neighbours_who_each_press_twice_are_ten_endorsements(app: Flask) -> None:
    path = f"/initiatieven/{an_initiative().id}/steun"
    people = [a_person(f"Mens {number}") for number in range(10)]

    answers = at_once(app, [(person, path, {}) for person in people for _ in range(2)])

    assert statuses(answers) == {303: 20}
    assert db.session.query(Endorsement).count() == 10


def test_one_worry_is_kept_of_somebody_who_presses_often(app: Flask) -> None:
    path = f"/initiatieven/{an_initiative().id}/zorgen"
    worry = {"topic": "noise", "text": "De muziek staat hard."}

    answers = at_once(app, [(a_person("Bilal"), path, worry)] * 6)

    assert statuses(answers) == {303: 6}
    assert db.session.query(Concern).count() == 1


def test_of_two_steps_at_once_one_is_taken_and_the_other_hears_who_was_first(app: Flask) -> None:
    tess = a_person("Tess")
    initiative = an_initiative(team=(tess,))
    number, path = initiative.id, f"/initiatieven/{initiative.id}/status"
    pause = {"step": "pause", "reason": "Even rust."}

    answers = at_once(app, [(tess, path, pause), (a_person(), path, pause)])

    assert statuses(answers) == {303: 1, 409: 1}
    assert "was je voor, op" in next(one.text for one in answers if one.status_code == 409)
    steps = [event.action for event in history("initiatives", number)]
    assert steps == ["initiatives.pause"]


def test_of_two_texts_at_once_one_is_kept_and_the_other_is_shown_beside_it(app: Flask) -> None:
    tess = a_person("Tess")
    initiative = an_initiative(team=(tess,))
    path = f"/initiatieven/{initiative.id}/wijzigen"
    seen = {**initiative.texts, "version": str(initiative.version)}

    answers = at_once(
        app,
        [
            (tess, path, {**seen, "title": "Tekst van Tess"}),
            (a_person(), path, {**seen, "title": "Tekst van Anna"}),
        ],
    )

    assert statuses(answers) == {303: 1, 409: 1}
    kept = db.session.query(InitiativeVersion).one().texts["title"]
    lost = next(one.text for one in answers if one.status_code == 409)
    assert kept in lost
    assert {"Tekst van Tess", "Tekst van Anna"} - {kept} <= {
        title for title in ("Tekst van Tess", "Tekst van Anna") if title in lost
    }


def test_a_link_that_is_used_twice_at_once_sends_in_once(app: Flask) -> None:
    registration, _secret = service.start(by=app.login_manager.anonymous_user())  # type: ignore[attr-defined]  # set by Flask-Login
    visitor = app.login_manager.anonymous_user()  # type: ignore[attr-defined]  # set by Flask-Login
    for answers in (
        service.What("Geveltuintjes", "Tuintjes langs de gevels."),
        service.Where(a_town().mill.id),
        service.Who("Iedereen", name="Anna", email="anna@voorbeeld.example"),
    ):
        service.keep_answers(registration, answers, by=visitor)
    token = make_link(
        "anna@voorbeeld.example", Purpose.SUBMIT, subject_id=registration.initiative_id
    )
    path = f"/initiatieven/nieuw/bevestigen/{token}"

    responses = at_once(app, [(None, path, {})] * 3)

    received = f"/initiatieven/{db.session.query(Initiative).one().id}/ontvangen"
    assert Counter(one.location for one in responses) == {received: 3}
    assert db.session.query(User).count() == 1
    assert db.session.query(InitiativeVersion).count() == 1


def test_somebody_who_sends_in_twice_at_once_sees_the_receipt_twice(app: Flask) -> None:
    anna = a_person()
    registration, secret = service.start(by=anna)
    for answers in (
        service.What("Geveltuintjes", "Tuintjes langs de gevels."),
        service.Where(a_town().mill.id),
        service.Who("Iedereen"),
    ):
        service.keep_answers(registration, answers, by=anna)
    number = registration.initiative_id
    browsers = [_browser(app, anna) for _ in range(2)]
    for browser in browsers:
        with browser.session_transaction() as session:
            session["draft"] = secret
    db.session.commit()
    db.session.remove()
    ready, locations = Barrier(2), list[str | None]()

    def send(browser: FlaskClient) -> None:
        ready.wait(timeout=30)
        answer = FlaskClient.open(browser, "/initiatieven/nieuw/controle", method="POST")
        locations.append(answer.location)

    threads = [Thread(target=send, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert locations == [f"/initiatieven/{number}/ontvangen"] * 2
    assert db.session.query(InitiativeVersion).count() == 1
    assert db.session.get_one(Initiative, number).state == State.SUBMITTED
    assert db.session.query(Registration).one().email == ""


def test_a_double_yes_joins_once(app: Flask) -> None:
    initiative = an_initiative()
    service.invite(initiative, "tess@voorbeeld.example", by=a_person())
    path = f"/initiatieven/{initiative.id}/team/uitnodiging"

    answers = at_once(app, [(a_person("Tess"), path, {"antwoord": "ja"})] * 3)

    assert statuses(answers) == {303: 3}
    assert db.session.query(TeamMember).count() == 1


def test_a_phone_that_sends_the_same_plan_eight_times_at_once_has_one_draft(app: Flask) -> None:
    told = {
        "key": tokens.secret(),
        "title": "Geveltuintjes",
        "summary": "We maken samen tuintjes langs de gevels.",
        "neighbourhood_id": str(a_town().mill.id),
        "for_whom": "Alle bewoners",
        "initiator_kind": "group",
        "name": "Anna",
        "email": "anna@voorbeeld.example",
    }

    answers = at_once(app, [(None, "/initiatieven/nieuw/offline", told)] * 8)

    assert statuses(answers) == {303: 8}
    assert len({answer.location for answer in answers}) == 1
    assert db.session.query(Initiative).count() == 1
    assert db.session.query(Registration).count() == 1
