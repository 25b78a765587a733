"""The work place of an association, and the file of who was there."""

import csv
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from flask.testing import FlaskClient

from app.accounts.models import LoginSession, User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.organisations import service as organisations
from app.volunteering import service
from app.volunteering.models import Shift
from factories.accounts import a_coordinator, a_person, an_administrator
from factories.organisations import a_member, an_admin_of, an_organisation
from factories.volunteering import a_past_shift, a_place, a_shift, a_task, an_active_initiative

SignedIn = Callable[[User], FlaskClient]
PAGE = "/organisaties/molenbuurt-vooruit/klussen"
FILE = f"{PAGE}/bestand"


def of_the_association(title: str = "Zwerfvuil prikken", *, is_over: bool = False) -> Shift:
    """Return a moment of a plan of the association that Bilal leads and Anna began."""
    plan = an_active_initiative(title=f"Plan: {title}")
    plan.organisation = an_organisation()
    task = a_task(plan, title=title, organiser_confirms=True)
    return a_past_shift(task) if is_over else a_shift(task)


def bilal() -> User:
    person = a_person("Bilal")
    an_admin_of(an_organisation(), person)
    return person


def rows_of(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:]), delimiter=";"))


def test_administrators_see_what_comes_and_who_waits_in_all_plans(signed_in: SignedIn) -> None:
    service.sign_up(of_the_association("Snoeien"), by=a_person("Dirk"))
    a_place(of_the_association("Soep koken", is_over=True), "Emma")
    a_shift(a_task(an_active_initiative(title="Van Anna alleen"), title="Niet van hen"))

    page = signed_in(bilal()).get(PAGE).text

    assert all(words in page for words in ("Snoeien", "Plan: Snoeien", "Soep koken"))
    assert "1 mens wacht op je antwoord." in page
    assert "Van 1 persoon staat er nog niets." in page
    assert [name for name in ("Niet van hen", "Dirk", "Emma") if name in page] == []


def test_without_moments_the_page_says_how_they_come(signed_in: SignedIn) -> None:
    assert "Maak een klus op de pagina van een initiatief." in signed_in(bilal()).get(PAGE).text


def test_the_way_to_it_is_for_administrators(signed_in: SignedIn) -> None:
    person = a_person("Carla")
    a_member(an_organisation(), person)
    page = "/organisaties/molenbuurt-vooruit"

    assert f'href="{PAGE}"' in signed_in(bilal()).get(page).text
    assert f'href="{PAGE}"' not in signed_in(person).get(page).text


@pytest.mark.parametrize("page", [PAGE, FILE])
def test_nobody_else_finds_it(page: str, client: FlaskClient, signed_in: SignedIn) -> None:
    an_organisation()
    member = a_person("Dirk")
    a_member(an_organisation(), member)
    of_another = a_person("Emma")
    an_admin_of(an_organisation("Andere club"), of_another)
    others = [member, of_another, an_administrator(), a_coordinator()]

    assert [signed_in(person).get(page).status_code for person in others] == [404] * 4
    assert client.get(page).status_code == 303


def test_who_was_sent_away_is_out_on_the_next_request(signed_in: SignedIn) -> None:
    shift = of_the_association(is_over=True)
    browser, person = signed_in(bilal()), a_person("Bilal")
    an_admin_of(an_organisation(), a_person("Carla"))
    assert browser.get(PAGE).status_code == 200

    organisations.remove_member(an_organisation().memberships[0], by=a_person("Carla"))

    assert person.id not in [held.user_id for held in an_organisation().memberships]
    pages = (PAGE, FILE, f"/momenten/{shift.id}/aanwezigheid")
    assert [browser.get(page).status_code for page in pages] == [404, 404, 403]
    assert browser.post(FILE).status_code == 404


def test_the_file_says_who_was_there_and_when_each_line_has_to_go(signed_in: SignedIn) -> None:
    shift = of_the_association("=Soep;koken", is_over=True)
    came, missed, unknown = (a_place(shift, name) for name in ("Dirk", "Emma", "@Fatma"))
    service.note_attendance(came, 6, version=0, by=a_person("Anna"))
    service.note_attendance(missed, 0, version=0, by=a_person("Anna"))
    a_place(a_past_shift(a_task(an_active_initiative(title="Van Anna alleen"))), "Guus")
    browser = signed_in(bilal())

    before = browser.get(FILE).text
    answer = browser.post(FILE)

    assert "Er komen 3 regels in het bestand." in before
    assert answer.mimetype == "text/csv"
    headings, *rows = rows_of(answer.text)
    assert headings[5:] == ["Naam", "Was er", "Uren", "Verwijder uiterlijk op"]
    assert {row[1] for row in rows} == {"'=Soep;koken"}
    assert [row[5:8] for row in rows] == [
        ["Dirk", "ja", "1,5"],
        ["Emma", "nee", "0"],
        ["'@Fatma", "niet opgeschreven", ""],
    ]
    last = clock.day_of(shift.ends_at + timedelta(days=365))
    assert {row[8] for row in rows} == {str(last)}
    assert unknown.attendance is None


def test_the_log_says_who_took_it_and_how_many_lines_there_were(signed_in: SignedIn) -> None:
    shift = of_the_association(is_over=True)
    a_place(shift, "Dirk")
    signed_in(bilal()).post(FILE)
    signed_in(a_person("Anna")).post(f"/doe-mee/{shift.task_id}/geweest/bestand")

    lines = db.session.query(Entry).filter(Entry.action.endswith(".take_attendance")).all()
    told = {(line.action, line.actor_id, line.new) for line in lines}
    assert told == {
        ("organisations.take_attendance", a_person("Bilal").id, "1"),
        ("volunteer_tasks.take_attendance", a_person("Anna").id, "1"),
    }


def test_who_organises_a_task_takes_the_file_of_that_task(signed_in: SignedIn) -> None:
    shift = a_past_shift()
    a_place(shift, "Dirk")
    file = f"/doe-mee/{shift.task_id}/geweest/bestand"
    anna = signed_in(a_person("Anna"))

    assert f'href="{file}"' in anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text
    assert [row[5] for row in rows_of(anna.post(file).text)] == ["Naam", "Dirk"]
    assert signed_in(a_person("Emma")).get(file).status_code == 403


def test_without_anybody_there_is_no_file_to_take(signed_in: SignedIn) -> None:
    page = signed_in(bilal()).get(FILE).text

    assert "Er is nog niemand geweest" in page
    assert "Haal op</button>" not in page


def test_names_leave_only_just_after_signing_in(signed_in: SignedIn) -> None:
    browser = signed_in(bilal())
    an_hour_ago = clock.now() - timedelta(hours=1)
    db.session.query(LoginSession).update({"created_at": an_hour_ago})
    db.session.commit()

    for answer in (browser.get(FILE), browser.post(FILE)):
        assert (answer.status_code, "/opnieuw" in answer.location) == (303, True)
