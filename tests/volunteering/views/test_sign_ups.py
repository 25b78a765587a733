"""What a volunteer does: signing up, leaving, taking an offered place, and looking at it all."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours

SignedIn = Callable[[User], FlaskClient]


def test_a_visitor_signs_in_first_and_comes_back(client: FlaskClient) -> None:
    shift = a_shift()

    answer = client.get(f"/momenten/{shift.id}/aanmelding")

    assert (answer.status_code, answer.location) == (
        303,
        f"/inloggen?verder=/momenten/{shift.id}/aanmelding",
    )


def test_signing_up_shows_where_you_stand(signed_in: SignedIn) -> None:
    shift, browser = a_shift(), signed_in(a_person("Bilal"))
    path = f"/momenten/{shift.id}/aanmelding"
    assert "Ja, ik doe mee" in browser.get(path).text

    answer = browser.post(path, data={"note": "Ik neem een kar mee"}, follow_redirects=True)

    assert answer.request.path == f"/doe-mee/{shift.task_id}"
    assert "Je doet mee. Leuk!" in answer.text
    sign_up = db.session.query(SignUp).one()
    assert (sign_up.state, sign_up.note) == (SignUpState.CONFIRMED, "Ik neem een kar mee")


def test_whoever_signed_up_already_sees_the_task_instead_of_the_question(
    signed_in: SignedIn,
) -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    service.sign_up(shift, by=bilal)

    answer = signed_in(bilal).get(f"/momenten/{shift.id}/aanmelding")

    assert (answer.status_code, answer.location) == (303, f"/doe-mee/{shift.task_id}")


def test_signing_up_for_a_full_shift_says_your_place_in_the_queue(signed_in: SignedIn) -> None:
    shift, browser = a_shift(places=1), signed_in(a_person("Bilal"))
    all_sign_up(shift, neighbours(2))

    answer = browser.post(f"/momenten/{shift.id}/aanmelding", follow_redirects=True)

    assert "Je staat op plek 2 van de wachtlijst." in answer.text


def test_where_the_organiser_confirms_you_hear_that_first(signed_in: SignedIn) -> None:
    shift = a_shift(a_task(organiser_confirms=True))
    browser, path = signed_in(a_person("Bilal")), f"/momenten/{shift.id}/aanmelding"

    assert "Je aanmelding is binnen." in browser.post(path, follow_redirects=True).text


def test_signing_up_again_after_moving_up_asks_for_an_answer(signed_in: SignedIn) -> None:
    people, shift = neighbours(2), a_shift(places=1)
    first, _second = all_sign_up(shift, people)
    service.cancel(first, by=people[0])

    answer = signed_in(people[1]).post(f"/momenten/{shift.id}/aanmelding", follow_redirects=True)

    assert "Er is een plek voor je. Laat hieronder weten of je komt." in answer.text


def test_what_was_typed_stays_when_the_sign_up_is_refused(signed_in: SignedIn) -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    service.sign_up(a_shift(a_task(title="Soep koken"), starts_at=shift.starts_at), by=bilal)

    answer = signed_in(bilal).post(
        f"/momenten/{shift.id}/aanmelding", data={"note": "Ik neem een kar mee"}
    )

    assert answer.status_code == 422
    assert "Je hebt je al aangemeld voor “Soep koken”" in answer.text
    assert "Ik neem een kar mee" in answer.text


def test_a_message_that_is_too_long_is_refused_at_its_field(signed_in: SignedIn) -> None:
    shift, browser = a_shift(), signed_in(a_person("Bilal"))

    answer = browser.post(f"/momenten/{shift.id}/aanmelding", data={"note": "x" * 301})

    assert answer.status_code == 422
    assert "Gebruik hoogstens 300 tekens." in answer.text


def test_a_shift_that_has_begun_answers_that_something_changed(signed_in: SignedIn) -> None:
    shift = a_shift(starts_at=clock.now() - timedelta(minutes=1))

    answer = signed_in(a_person("Bilal")).post(f"/momenten/{shift.id}/aanmelding")

    assert answer.status_code == 409
    assert "Dit moment is al begonnen." in answer.text


def test_leaving_frees_the_place(signed_in: SignedIn) -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    sign_up = service.sign_up(shift, by=bilal)

    answer = signed_in(bilal).post(f"/aanmeldingen/{sign_up.id}/afmelding", follow_redirects=True)

    assert answer.request.path == "/mijn/aanmeldingen"
    assert "Je bent afgemeld." in answer.text
    assert (sign_up.state, shift.taken) == (SignUpState.CANCELLED, 0)


def test_taking_the_offered_place(signed_in: SignedIn) -> None:
    people, shift = neighbours(2), a_shift(places=1)
    first, second = all_sign_up(shift, people)
    service.cancel(first, by=people[0])
    browser = signed_in(people[1])
    assert "Er is een plek voor je" in browser.get("/mijn/aanmeldingen").text

    answer = browser.post(f"/aanmeldingen/{second.id}/toezegging", follow_redirects=True)

    assert "Je doet mee. Leuk!" in answer.text
    assert second.state is SignUpState.CONFIRMED


@pytest.mark.parametrize("step", ["afmelding", "toezegging", "bevestiging", "afwijzing"])
def test_the_sign_up_of_somebody_else_is_not_found(signed_in: SignedIn, step: str) -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))

    answer = signed_in(a_person("Vera")).post(f"/aanmeldingen/{sign_up.id}/{step}")

    assert answer.status_code == 404
    assert sign_up.state is SignUpState.CONFIRMED


def test_an_organiser_may_know_but_not_answer_for_a_volunteer(signed_in: SignedIn) -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))

    answer = signed_in(a_person("Anna")).post(f"/aanmeldingen/{sign_up.id}/afmelding")

    assert answer.status_code == 403
    assert sign_up.state is SignUpState.CONFIRMED


def test_my_sign_ups_are_mine_only(signed_in: SignedIn) -> None:
    shift = a_shift()
    service.sign_up(shift, by=a_person("Bilal"))

    assert "Zwerfvuil prikken" in signed_in(a_person("Bilal")).get("/mijn/aanmeldingen").text
    page = signed_in(a_person("Vera")).get("/mijn/aanmeldingen").text
    assert "Je hebt je nog nergens voor aangemeld" in page


def test_looking_at_the_question_of_the_reminder_answers_nothing(signed_in: SignedIn) -> None:
    bilal = a_person("Bilal")
    sign_up = service.sign_up(a_shift(), by=bilal)
    sign_up.shift.starts_at = clock.now() + timedelta(hours=40)
    path, browser = f"/aanmeldingen/{sign_up.id}/antwoord", signed_in(bilal)

    page = browser.get(path).text

    assert "Kom je? Zwerfvuil prikken" in page
    assert f'action="/aanmeldingen/{sign_up.id}/komst"' in page
    assert f'action="/aanmeldingen/{sign_up.id}/afmelding"' in page
    assert (sign_up.said_yes_at, sign_up.state) == (None, SignUpState.CONFIRMED)
    assert signed_in(a_person("Vera")).get(path).status_code == 404
    assert signed_in(a_person("Anna")).get(path).status_code == 403
    assert signed_in(a_person("Anna")).post(f"/aanmeldingen/{sign_up.id}/komst").status_code == 403


def test_who_says_yes_is_asked_no_more_and_can_still_leave(signed_in: SignedIn) -> None:
    bilal = a_person("Bilal")
    sign_up = service.sign_up(a_shift(), by=bilal)
    sign_up.shift.starts_at = clock.now() + timedelta(hours=40)
    browser = signed_in(bilal)

    answer = browser.post(f"/aanmeldingen/{sign_up.id}/komst", follow_redirects=True)

    assert "Fijn dat je komt. De organisator ziet het." in answer.text
    assert ("Je liet weten dat je komt." in answer.text, "Ja, ik kom" in answer.text) == (
        True,
        False,
    )
    assert sign_up.said_yes_at is not None
    browser.post(f"/aanmeldingen/{sign_up.id}/afmelding")
    assert sign_up.state is SignUpState.CANCELLED
    late = browser.post(f"/aanmeldingen/{sign_up.id}/komst")
    assert (late.status_code, "Je hebt geen plek meer bij dit moment." in late.text) == (409, True)


def test_who_signed_up_at_a_time_that_changed_meanwhile_is_asked_again(
    signed_in: SignedIn,
) -> None:
    shift, browser = a_shift(), signed_in(a_person("Bilal"))
    path = f"/momenten/{shift.id}/aanmelding"
    assert 'name="version" type="hidden" value="0"' in browser.get(path).text
    times = service.NewTimes(time(14), time(15), 10)
    anna = a_person("Anna")
    service.change_moments(shift, service.Scope.ONE, times, revision=0, by=anna)

    page = browser.post(path, data={"version": "0", "note": "Met kar"})

    assert (page.status_code, db.session.query(SignUp).count()) == (422, 0)
    assert "De tijd is net veranderd: " in page.text
    assert "14.00 tot 15.00 uur. Kun je dan ook?" in page.text
    assert ("Met kar" in page.text, 'value="1"' in page.text) == (True, True)
    assert browser.post(path, data={"version": "1", "note": "Met kar"}).status_code == 303
