"""Making and changing a task, for those who run the initiative."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State, TextState
from app.volunteering.copying import next_month_of
from app.volunteering.models import Shift, VolunteerTask
from factories.accounts import a_coordinator, a_person
from factories.volunteering import a_shift, a_task, an_active_initiative
from volunteering.views.browsing import MOMENT, NEXT_WEEK, TEXTS, moment

SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def anna(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Anna"))


def test_a_task_is_made_with_its_moments_and_waits_for_a_look(anna: FlaskClient) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"
    assert anna.get(path).status_code == 200

    answer = anna.post(path, data={**TEXTS, **moment(0), **moment(1, places="3")})

    task = db.session.query(VolunteerTask).one()
    assert (answer.status_code, answer.location) == (303, f"/doe-mee/{task.id}")
    assert task.state is TextState.WAITING
    assert [shift.places for shift in task.shifts] == [8, 3]


def test_another_moment_is_added_without_a_script_and_everything_typed_stays(
    anna: FlaskClient,
) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"

    answer = anna.post(path, data={**TEXTS, **moment(0), "add_shift": "1"})

    assert answer.status_code == 200
    assert 'value="Zwerfvuil prikken"' in answer.text
    assert f'value="{NEXT_WEEK}"' in answer.text
    assert 'name="shifts-1-date"' in answer.text
    assert 'name="shifts-2-date"' not in answer.text
    assert db.session.query(VolunteerTask).count() == 0


def test_there_is_a_limit_to_the_moments(anna: FlaskClient) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"
    twenty = {name: text for number in range(20) for name, text in moment(number).items()}

    answer = anna.post(path, data={**TEXTS, **twenty, "add_shift": "1"})

    assert 'name="shifts-19-date"' in answer.text
    assert 'name="shifts-20-date"' not in answer.text


def test_a_moment_where_nothing_was_filled_in_is_left_out(anna: FlaskClient) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"
    blank = moment(1, date="", starts="", ends="", places="")

    assert anna.post(path, data={**TEXTS, **moment(0), **blank}).status_code == 303
    assert db.session.query(Shift).count() == 1


def test_sc4_a_without_contact_person_or_risk_note_it_is_refused_and_typed_text_stays(
    anna: FlaskClient,
) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"

    answer = anna.post(path, data={**TEXTS, **moment(0), "contact_name": " ", "risk_note": ""})

    assert answer.status_code == 422
    for message in ("Vul in wie de contactpersoon is.", "Schrijf op waar mensen op moeten letten."):
        assert answer.text.count(message) == 2, "on top and at the field"
    assert 'value="Zwerfvuil prikken"' in answer.text


def test_a_moment_in_the_past_is_refused_at_its_field(anna: FlaskClient) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"

    answer = anna.post(path, data={**TEXTS, **moment(0, date="2020-01-01")})

    assert answer.status_code == 422
    assert answer.text.count("Kies een moment dat nog moet komen.") == 2


def test_without_any_moment_it_is_refused(anna: FlaskClient) -> None:
    path = f"/initiatieven/{an_active_initiative().id}/klussen/nieuw"

    answer = anna.post(path, data=TEXTS)

    assert answer.status_code == 422
    assert "Vul een datum in" in answer.text


def test_an_initiative_that_ended_gets_no_tasks(anna: FlaskClient) -> None:
    path = f"/initiatieven/{an_active_initiative(state=State.COMPLETED).id}/klussen/nieuw"

    assert anna.post(path, data={**TEXTS, **moment(0)}).status_code == 409


def test_others_make_and_change_nothing(signed_in: SignedIn) -> None:
    shift = a_shift()
    paths = [
        f"/initiatieven/{shift.task.initiative_id}/klussen/nieuw",
        f"/doe-mee/{shift.task_id}/wijziging",
        f"/doe-mee/{shift.task_id}/momenten/nieuw",
        f"/momenten/{shift.id}/plekken",
        f"/momenten/{shift.id}/afgelasting",
    ]
    for person in (a_person("Bilal"), a_coordinator()):
        browser = signed_in(person)
        assert [browser.get(path).status_code for path in paths] == [403] * 5
        assert [browser.post(path).status_code for path in paths] == [403] * 5
        assert browser.post(f"/doe-mee/{shift.task_id}/intrekking").status_code == 403


def test_a_change_is_saved_and_looked_at_again(anna: FlaskClient) -> None:
    task = a_task()
    path = f"/doe-mee/{task.id}/wijziging"
    assert 'value="Zwerfvuil prikken"' in anna.get(path).text

    answer = anna.post(path, data={**TEXTS, "what": "We vegen.", "version": str(task.version)})

    assert answer.status_code == 303
    assert (task.what, task.state) == ("We vegen.", TextState.WAITING)


def test_sc4_e_the_second_of_two_admins_sees_both_versions(anna: FlaskClient) -> None:
    task = a_task()
    path, started_from = f"/doe-mee/{task.id}/wijziging", str(task.version)
    anna.post(path, data={**TEXTS, "what": "We vegen.", "version": started_from})

    answer = anna.post(path, data={**TEXTS, "what": "We scheppen.", "version": started_from})

    assert answer.status_code == 409
    assert "Iemand anders heeft deze klus net veranderd" in answer.text
    assert "We vegen." in answer.text
    assert "We scheppen." in answer.text
    assert f'name="version" type="hidden" value="{task.version}"' in answer.text
    assert task.what == "We vegen."

    again = {**TEXTS, "what": "We scheppen.", "version": str(task.version)}
    assert anna.post(path, data=again).status_code == 303
    assert task.what == "We scheppen."


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, None])
def test_a_version_that_somebody_made_up_or_left_out_is_a_conflict(
    anna: FlaskClient, version: str | None
) -> None:
    task = a_task()
    sent = {} if version is None else {"version": version}

    answer = anna.post(f"/doe-mee/{task.id}/wijziging", data={**TEXTS, **sent})

    assert answer.status_code == 409


def test_a_task_that_is_withdrawn_cannot_be_changed(anna: FlaskClient) -> None:
    task = a_task(state=TextState.WITHDRAWN)

    answer = anna.post(
        f"/doe-mee/{task.id}/wijziging", data={**TEXTS, "version": str(task.version)}
    )

    assert answer.status_code == 409
    assert "Deze klus is niet meer te veranderen." in answer.text


def test_withdrawing_leads_back_to_the_initiative(anna: FlaskClient) -> None:
    task = a_task()

    answer = anna.post(f"/doe-mee/{task.id}/intrekking")

    assert (answer.status_code, answer.location) == (303, f"/initiatieven/{task.initiative_id}")
    assert task.state is TextState.WITHDRAWN


def test_a_moment_is_added_to_a_task(anna: FlaskClient) -> None:
    task = a_task()
    path = f"/doe-mee/{task.id}/momenten/nieuw"
    assert anna.get(path).status_code == 200

    assert anna.post(path, data={"shift-date": "gisteren"}).status_code == 422
    answer = anna.post(path, data={f"shift-{name}": text for name, text in MOMENT.items()})

    assert (answer.status_code, answer.location) == (303, f"/doe-mee/{task.id}/aanmeldingen")
    assert [shift.places for shift in task.shifts] == [8]


def test_a_copy_for_next_month_begins_with_the_texts_and_is_made_like_any_task(
    signed_in: SignedIn,
) -> None:
    shift = a_shift()
    task, anna = shift.task, signed_in(a_person("Anna"))
    path = f"/initiatieven/{task.initiative_id}/klussen/nieuw?kopie={task.id}"
    assert f'href="{path}"' in anna.get(f"/doe-mee/{task.id}").text

    page = anna.get(path).text

    assert "Dit is een kopie voor de volgende maand." in page
    assert f'value="{task.title}"' in page
    assert task.risk_note in page
    (moment,) = next_month_of(task).shifts
    assert f'value="{moment.date.isoformat()}"' in page
    other = a_task(an_active_initiative(title="Ander plan"))
    assert anna.get(path.replace(f"={task.id}", f"={other.id}")).status_code == 404
    assert anna.get(path.replace(f"={task.id}", "=9999999999999999999")).status_code == 404


def test_what_is_changed_in_a_copy_counts(signed_in: SignedIn) -> None:
    shift = a_shift()
    task, anna = shift.task, signed_in(a_person("Anna"))
    path = f"/initiatieven/{task.initiative_id}/klussen/nieuw?kopie={task.id}"
    day = (clock.today() + timedelta(days=40)).isoformat()

    answer = anna.post(
        path,
        data={
            "title": "Nog eens prikken",
            "what": task.what,
            "place": task.place,
            "contact_name": "Anna",
            "risk_note": task.risk_note,
            "minimum_age": "16",
            "shifts-0-date": day,
            "shifts-0-starts": "10:00",
            "shifts-0-ends": "12:00",
            "shifts-0-places": "4",
        },
    )

    assert answer.status_code == 303
    made = db.session.query(VolunteerTask).filter(VolunteerTask.id != task.id).one()
    assert (made.title, made.state) == ("Nog eens prikken", TextState.WAITING)
    assert [clock.day_of(one.starts_at).isoformat() for one in made.shifts] == [day]
