"""After a shift: the organiser notes who was there, with a tap for each person."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Shift, SignUp
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.counting import counted
from factories.volunteering import a_past_shift, a_place, a_shift, a_task

SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def anna(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Anna"))


@pytest.fixture
def shift() -> Shift:
    return a_past_shift()


def page_of(shift: Shift) -> str:
    return f"/momenten/{shift.id}/aanwezigheid"


def quarters_of(sign_up: SignUp) -> list[int]:
    db.session.expire_all()
    return [one.quarters for one in db.session.query(Attendance).filter_by(sign_up_id=sign_up.id)]


def test_the_way_to_it_is_on_the_page_of_the_people(anna: FlaskClient, shift: Shift) -> None:
    a_place(shift, "Bilal")
    page = anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text

    assert f'href="{page_of(shift)}"' in page
    assert "Van 1 persoon staat er nog niets." in page
    anna.post(f"/momenten/{shift.id}/iedereen")
    page = anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text
    assert "Van iedereen is opgeschreven of ze er waren." in page


def test_more_than_three_past_moments_have_a_page_of_their_own(anna: FlaskClient) -> None:
    task = a_task()
    for days in range(1, 6):
        a_place(a_shift(task, starts_at=clock.now() - timedelta(days=days)), "Bilal")
    empty = a_past_shift(task)
    off = a_past_shift(task)
    a_place(off, "Bilal", SignUpState.CANCELLED)
    of_people = anna.get(f"/doe-mee/{task.id}/aanmeldingen").text
    every_one = anna.get(f"/doe-mee/{task.id}/geweest").text

    assert of_people.count('aria-labelledby="geweest-') == 3
    assert f'href="/doe-mee/{task.id}/geweest"' in of_people
    assert every_one.count('aria-labelledby="geweest-') == 5
    for nobody_there in (empty, off):
        assert page_of(nobody_there) not in every_one
        assert "Niemand had een plek" in anna.get(page_of(nobody_there)).text


def test_a_task_without_past_moments_says_so(anna: FlaskClient) -> None:
    assert "Er is nog niemand geweest" in anna.get(f"/doe-mee/{a_task().id}/geweest").text


def test_one_tap_notes_that_somebody_was_there_and_leads_back_to_the_person(
    anna: FlaskClient, shift: Shift
) -> None:
    sign_up = a_place(shift, "Bilal")

    answer = anna.post(f"/aanmeldingen/{sign_up.id}/aanwezig", data={"version": "0"})

    assert answer.status_code == 303
    assert answer.location == f"{page_of(shift)}#aanmelding-{sign_up.id}"
    assert quarters_of(sign_up) == [8]
    page = anna.get(page_of(shift)).text
    assert "Was er, 2 uur" in page
    assert f'action="/aanmeldingen/{sign_up.id}/aanwezig"' not in page


def test_a_tap_puts_it_right_and_an_old_page_is_a_conflict(anna: FlaskClient, shift: Shift) -> None:
    sign_up = a_place(shift, "Bilal")
    anna.post(f"/aanmeldingen/{sign_up.id}/aanwezig", data={"version": "0"})
    path = f"/aanmeldingen/{sign_up.id}/afwezig"

    for version in ("0", "x", "9" * 40, ""):
        assert anna.post(path, data={"version": version}).status_code == 409
    assert anna.post(path, data={"version": "1"}).status_code == 303
    assert quarters_of(sign_up) == [0]
    assert "Was er niet" in anna.get(page_of(shift)).text


def test_everybody_else_was_there_with_one_tap(anna: FlaskClient, shift: Shift) -> None:
    people = [a_place(shift, name) for name in ("Bilal", "Cora", "Dora")]
    anna.post(f"/aanmeldingen/{people[0].id}/afwezig", data={"version": "0"})

    answer = anna.post(f"/momenten/{shift.id}/iedereen", follow_redirects=True)

    assert "Van 2 mensen staat nu op dat ze er waren." in answer.text
    assert "Iedereen was er" not in answer.text
    assert [quarters_of(one) for one in people] == [[0], [8], [8]]


def test_the_buttons_say_whom_they_are_about_and_not_about_oneself(
    anna: FlaskClient, shift: Shift
) -> None:
    bilal, own = a_place(shift, "Bilal"), a_place(shift, "Anna")

    page = anna.get(page_of(shift)).text

    assert 'Was er <span class="visually-hidden">(Bilal)</span>' in page
    assert f"/aanmeldingen/{bilal.id}/aanwezig" in page
    assert f"/aanmeldingen/{own.id}/aanwezig" not in page
    assert "Dit ben jij." in page


@pytest.mark.parametrize(
    ("typed", "quarters"),
    [
        ("1,5", 6),
        ("2.25", 9),
        (" 3 ", 12),
        ("0,75", 3),
        ("24", 96),
        ("1,50", 6),
        ("2,0", 8),
        ("٢", 8),
    ],
)
def test_an_organiser_notes_another_number_of_quarters(
    anna: FlaskClient, shift: Shift, typed: str, quarters: int
) -> None:
    sign_up = a_place(shift, "Bilal")
    path = f"/aanmeldingen/{sign_up.id}/uren"
    assert "Dit moment duurde 2 uur." in anna.get(path).text

    assert anna.post(path, data={"hours": typed, "version": "0"}).status_code == 303
    assert quarters_of(sign_up) == [quarters]


@pytest.mark.parametrize(
    "typed", ["", "0", "1,3", "24,25", "-1", "1e9", "NaN", "veel", "1,", "100", "1,5 uur"]
)
def test_hours_that_are_no_quarters_come_back_as_they_were_typed(
    anna: FlaskClient, shift: Shift, typed: str
) -> None:
    sign_up = a_place(shift, "Bilal")

    answer = anna.post(f"/aanmeldingen/{sign_up.id}/uren", data={"hours": typed, "version": "0"})

    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text
    assert quarters_of(sign_up) == []


def test_hours_that_somebody_else_noted_meanwhile_are_a_conflict(
    anna: FlaskClient, shift: Shift
) -> None:
    sign_up = a_place(shift, "Bilal")
    path = f"/aanmeldingen/{sign_up.id}/uren"
    service.note_attendance(sign_up, 8, version=0, by=a_person("Anna"))

    assert 'value="1"' in anna.get(path).text
    assert anna.post(path, data={"hours": "1", "version": "0"}).status_code == 409


def test_only_those_who_organise_it_see_or_note_it(signed_in: SignedIn, shift: Shift) -> None:
    sign_up, town = a_place(shift, "Bilal"), a_town()
    pages = [
        page_of(shift),
        f"/doe-mee/{shift.task_id}/geweest",
        f"/aanmeldingen/{sign_up.id}/uren",
        f"/momenten/{shift.id}/bedankje",
    ]
    steps = [f"/aanmeldingen/{sign_up.id}/aanwezig", f"/aanmeldingen/{sign_up.id}/afwezig"]

    for person in (a_person("Bilal"), a_person("Vera"), a_coordinator(town.north), a_moderator()):
        browser = signed_in(person)
        for path in pages:
            assert browser.get(path).status_code in {403, 404}, path
        for path in (*pages[2:], *steps, f"/momenten/{shift.id}/iedereen"):
            assert browser.post(path).status_code in {403, 404}, path
        people = browser.get(f"/doe-mee/{shift.task_id}/aanmeldingen")
        assert page_of(shift) not in people.text
    assert quarters_of(sign_up) == []


def test_a_moment_that_is_to_come_or_does_not_go_on_has_no_buttons(anna: FlaskClient) -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))
    assert "Dit moment moet nog beginnen." in anna.get(page_of(sign_up.shift)).text
    assert anna.post(f"/aanmeldingen/{sign_up.id}/aanwezig").status_code == 409
    words = {"thanks": "Top", "before": ""}
    assert anna.post(f"/momenten/{sign_up.shift_id}/bedankje", data=words).status_code == 409

    service.cancel_shift(sign_up.shift, by=a_person("Anna"))
    assert "Dit moment ging niet door." in anna.get(page_of(sign_up.shift)).text


def test_a_word_of_thanks_is_kept_and_shown(anna: FlaskClient, shift: Shift) -> None:
    a_place(shift, "Bilal")
    path = f"/momenten/{shift.id}/bedankje"
    assert anna.get(path).status_code == 200

    answer = anna.post(path, data={"thanks": "Top\r\ngedaan!", "before": ""}, follow_redirects=True)

    assert "Je bedankje is bewaard." in answer.text
    assert "Top\ngedaan!" in answer.text


def test_the_second_who_writes_thanks_sees_both(anna: FlaskClient, shift: Shift) -> None:
    path = f"/momenten/{shift.id}/bedankje"
    anna.post(path, data={"thanks": "Top\ngedaan!", "before": ""})

    answer = anna.post(path, data={"thanks": "Geweldig!", "before": ""})

    assert answer.status_code == 409
    assert "Iemand anders heeft dit bedankje net veranderd." in answer.text
    for words in ("Top\ngedaan!", "Geweldig!"):
        assert words in answer.text
    again = {"thanks": "Geweldig!", "before": "Top\r\ngedaan!"}
    assert anna.post(path, data=again).status_code == 303


def test_thanks_with_a_telephone_number_are_asked_about_first(
    anna: FlaskClient, shift: Shift
) -> None:
    words = {"thanks": "Bel Cora: 06 12345678", "before": ""}

    answer = anna.post(f"/momenten/{shift.id}/bedankje", data=words)

    assert answer.status_code == 422
    assert "Staan hier gegevens van mensen in?" in answer.text
    assert (
        anna.post(f"/momenten/{shift.id}/bedankje", data={"thanks": "x" * 501}).status_code == 422
    )


def test_fifty_people_cost_no_more_statements_than_two(anna: FlaskClient, shift: Shift) -> None:
    for number in range(2):
        a_place(shift, f"Buur {number}")
    db.session.commit()
    with counted() as few:
        anna.get(page_of(shift))
    for number in range(2, 50):
        a_place(shift, f"Buur {number}")
    db.session.commit()

    with counted() as many:
        anna.get(page_of(shift))

    assert len(many) == len(few)
