"""Pages about moments that come back: the days before they are made, another time, calling off."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.dates import time_words
from app.core.db import db
from app.volunteering import service
from app.volunteering.models import Shift, VolunteerTask
from factories.accounts import a_person
from factories.counting import counted
from factories.volunteering import a_series, a_shift, a_task

SignedIn = Callable[[User], FlaskClient]
Answers = dict[str, str | list[str]]


@pytest.fixture
def anna(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Anna"))


@pytest.fixture
def task() -> VolunteerTask:
    return a_task()


def answers(**other: str | list[str]) -> Answers:
    return {
        "date": (clock.today() + timedelta(days=1)).isoformat(),
        "starts": "10:00",
        "ends": "12:00",
        "places": "8",
        "every": "week",
        "times": "12",
    } | other


def path_of(task: VolunteerTask) -> str:
    return f"/doe-mee/{task.id}/momenten/reeks"


def made() -> list[Shift]:
    return db.session.query(Shift).order_by(Shift.starts_at).all()


def test_the_days_are_shown_first_and_a_second_button_makes_them(
    anna: FlaskClient, task: VolunteerTask
) -> None:
    page = anna.post(path_of(task), data=answers())

    assert (page.status_code, made()) == (200, [])
    assert "Dit worden 12 momenten" in page.text
    assert page.text.count("<li>") >= 12
    assert 'name="date" value="' in page.text

    answer = anna.post(path_of(task), data=answers(make="1"), follow_redirects=True)

    assert answer.request.path == f"/doe-mee/{task.id}/aanmeldingen"
    assert "Er staan 12 momenten bij." in answer.text
    assert "Reeks: Elke week: " in answer.text
    assert len(made()) == 12


def test_the_button_under_the_days_brings_every_answer_also_each_weekday(
    anna: FlaskClient, task: VolunteerTask
) -> None:
    page = anna.post(path_of(task), data=answers(weekdays=["MO", "TH"], skips_holidays="y")).text

    for name, value in (("weekdays", "MO"), ("weekdays", "TH"), ("skips_holidays", "y")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert 'name="csrf_token"' not in page.replace('<input type="hidden" name="csrf_token"', "")


def test_a_nervous_thumb_makes_one_series(anna: FlaskClient, task: VolunteerTask) -> None:
    for said in ("Er staan 12 momenten bij.", "Deze momenten stonden er al."):
        answer = anna.post(path_of(task), data=answers(make="1"), follow_redirects=True)
        assert said in answer.text

    assert len(made()) == 12


def test_what_is_there_already_is_said_and_leaves_no_button(
    anna: FlaskClient, task: VolunteerTask
) -> None:
    anna.post(path_of(task), data=answers(times="2", make="1"))

    page = anna.post(path_of(task), data=answers(times="2")).text

    assert (page.count("(staat er al)"), "Dit worden 0 momenten" in page) == (2, True)
    assert 'name="make"' not in page


@pytest.mark.parametrize("button", [{}, {"make": "1"}])
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"times": "100000"}, "Dit worden meer dan 60 momenten. Maak er eerst minder."),
        ({"times": "1e9"}, "Not a valid integer value"),
        ({"times": "", "until": "9999-12-31"}, "Dit worden meer dan 60 momenten."),
        ({"times": "", "until": "31-02-2030"}, "Not a valid date value"),
        ({"times": ""}, "Vul een laatste dag in, of hoe vaak."),
        ({"every": "eeuw"}, "Not a valid choice"),
        ({"every": ""}, "Kies hoe vaak."),
        ({"weekdays": ["XX"]}, "weekdays"),
        ({"date": ""}, "Vul een datum in, bijvoorbeeld 21-11-2026."),
        ({"date": "2020-01-01"}, "Kies een moment dat nog moet komen."),
        ({"ends": "09:00"}, "De eindtijd moet later zijn dan de begintijd."),
        ({"places": "0"}, "Vul een getal in, bijvoorbeeld 10."),
        ({"places": "501"}, "Kies een aantal van 1 tot en met 500."),
    ],
)
def test_a_mistake_comes_back_with_what_was_typed_and_makes_nothing(
    anna: FlaskClient,
    task: VolunteerTask,
    wrong: Answers,
    sentence: str,
    button: Answers,
) -> None:
    page = anna.post(path_of(task), data=answers() | wrong | button)

    assert (page.status_code, made()) == (422, [])
    if not sentence.startswith("Not"):
        assert sentence in page.text
    assert 'value="10:00"' in page.text


def test_a_visitor_and_others_do_not_get_there(
    client: FlaskClient, signed_in: SignedIn, task: VolunteerTask
) -> None:
    (shift, *_rest) = a_series(task)

    for path in (path_of(task), f"/momenten/{shift.id}/tijd"):
        assert client.get(path).status_code == 303
        assert signed_in(a_person("Bilal")).get(path).status_code == 403
        assert signed_in(a_person("Bilal")).post(path).status_code == 403


def test_the_time_of_one_moment_changes_and_of_all_that_follow(anna: FlaskClient) -> None:
    moments = a_series()
    service.sign_up(moments[3], by=a_person("Bilal"))
    path = f"/momenten/{moments[1].id}/tijd"
    page = anna.get(path).text
    assert ('value="10:00"' in page, "Dit moment en alles wat erna komt" in page) == (True, True)
    new = {"starts": "14:00", "ends": "16:00", "places": "5", "version": "0"}

    answer = anna.post(path, data={**new, "scope": "following"}, follow_redirects=True)

    assert "2 momenten zijn veranderd." in answer.text
    assert "1 moment bleef zoals het was: daar komen al mensen." in answer.text
    assert [time_words(one.starts_at) for one in made()] == ["10.00", "14.00", "14.00", "10.00"]

    late = anna.post(path, data={**new, "starts": "15:00", "scope": "one"})

    assert (late.status_code, 'value="15:00"' in late.text) == (409, True)
    assert "Iemand anders heeft dit moment net veranderd." in late.text
    again = anna.post(path, data={**new, "starts": "15:00", "version": "1", "scope": "one"})
    assert again.status_code == 303


def test_a_moment_without_a_series_asks_nothing_more(anna: FlaskClient) -> None:
    shift = a_shift()

    for what in ("tijd", "afgelasting"):
        assert 'name="scope"' not in anna.get(f"/momenten/{shift.id}/{what}").text
    new = {"starts": "14:00", "ends": "16:00", "places": "5", "version": "0"}
    assert anna.post(f"/momenten/{shift.id}/tijd", data=new).status_code == 303
    assert time_words(shift.starts_at) == "14.00"


def test_where_people_come_the_time_cannot_be_changed(anna: FlaskClient) -> None:
    shift = a_shift()
    service.sign_up(shift, by=a_person("Bilal"))
    assert "Verander de tijd" not in anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text
    new = {"starts": "14:00", "ends": "16:00", "places": "5", "version": "0"}

    page = anna.post(f"/momenten/{shift.id}/tijd", data=new)

    assert page.status_code == 422
    assert "Er komen al mensen voor dit moment." in page.text


def test_calling_off_says_beforehand_how_many_moments_and_people_it_is_about(
    anna: FlaskClient,
) -> None:
    moments = a_series()
    for shift, name in ((moments[1], "Bilal"), (moments[2], "Bilal"), (moments[2], "Vera")):
        service.sign_up(shift, by=a_person(name))
    path = f"/momenten/{moments[1].id}/afgelasting"

    page = anna.get(path).text

    for meaning in (
        "Alleen dit moment (1 moment, 1 mens krijgt bericht)",
        "Dit moment en alles wat erna komt (3 momenten, 3 mensen krijgen bericht)",
        "Alle momenten waar nog niemand voor komt (2 momenten, 0 mensen krijgen bericht)",
    ):
        assert meaning in page
    answer = anna.post(path, data={"scope": "empty"}, follow_redirects=True)
    assert "2 momenten gaan niet door." in answer.text
    assert [one.cancelled_at is None for one in made()] == [False, True, True, False]
    assert anna.post(path, data={"scope": "alles"}).status_code == 422


def test_a_long_series_opens_by_a_tap_and_costs_no_statement_for_each_moment(
    anna: FlaskClient, client: FlaskClient, task: VolunteerTask
) -> None:
    people = f"/doe-mee/{task.id}/aanmeldingen"
    a_series(task, times=2)
    anna.get(people)
    with counted() as few:
        anna.get(people)
    assert "<details><summary>Nog" not in client.get(f"/doe-mee/{task.id}").text
    a_series(task, times=52)

    with counted() as many:
        page = anna.get(people)

    assert page.status_code == 200
    assert len(many) == len(few)
    assert "<details><summary>Nog 46 momenten</summary>" in client.get(f"/doe-mee/{task.id}").text
