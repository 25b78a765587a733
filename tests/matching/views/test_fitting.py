"""The pages: tasks that fit with their reasons, hiding one, and asking volunteers for a task."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.volunteering.kinds import Reach, Work
from app.volunteering.wishes import TaskCall
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.volunteering import a_garden_shift, some_wishes

SignedIn = Callable[[User], FlaskClient]
FITTING = "/mijn/past-bij-jou"


def test_who_told_nothing_is_asked_and_sees_no_tasks(signed_in: SignedIn) -> None:
    a_garden_shift()

    page = signed_in(a_person("Bilal")).get(FITTING).text

    assert 'href="/mijn/wensen"' in page
    assert "Samen snoeien" not in page


def test_a_task_stands_there_with_its_reasons_and_the_points_do_not(signed_in: SignedIn) -> None:
    bilal = a_person("Bilal")
    bilal.neighbourhood_id = a_town().mill.id
    some_wishes(bilal, reach=Reach.NEIGHBOURHOOD, learns=[Work.GREEN])
    shift = a_garden_shift()
    shift.task.teaches = shift.task.is_easy = True

    page = signed_in(bilal).get(FITTING).text

    for reason in (
        "Dit doe je graag: Tuinieren en groen.",
        "Dit wil je leren: Tuinieren en groen.",
        "In je eigen buurt.",
        "Geschikt als je voor het eerst helpt.",
        "Hier zoeken ze nog mensen.",
    ):
        assert reason in page
    assert "punt" not in page.split("<main")[1].split("</main")[0]


def test_not_for_me_hides_it_until_all_are_shown_again(signed_in: SignedIn) -> None:
    bilal, shift = a_person("Bilal"), a_garden_shift()
    some_wishes(bilal)
    browser = signed_in(bilal)

    hidden = browser.post(f"/doe-mee/{shift.task_id}/niet-voor-mij", follow_redirects=True).text
    assert "Je verborg 1 klus." in hidden
    assert "Samen snoeien" not in hidden

    shown = browser.post(f"{FITTING}/verborgen", follow_redirects=True).text
    assert "Samen snoeien" in shown


def test_a_task_that_is_not_there_cannot_be_hidden(signed_in: SignedIn) -> None:
    assert signed_in(a_person("Bilal")).post("/doe-mee/999/niet-voor-mij").status_code == 404


def test_who_organises_hears_how_many_were_asked_and_never_who(signed_in: SignedIn) -> None:
    shift = a_garden_shift()
    some_wishes(a_person("Xantippe"))
    anna, address = signed_in(shift.task.author), f"/doe-mee/{shift.task_id}/vrijwilligers-vragen"
    assert address in anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text
    assert "Vraag vrijwilligers</button>" in anna.get(address).text

    answer = anna.post(address, follow_redirects=True).text

    assert "We vroegen 1 vrijwilliger om te kijken." in answer
    assert "Vraag vrijwilligers</button>" not in answer
    people = anna.get(f"/doe-mee/{shift.task_id}/aanmeldingen").text
    assert "Xantippe" not in answer + people
    assert anna.post(address).status_code == 303
    assert db.session.query(TaskCall).count() == 1


def test_a_task_that_fits_nobody_says_so_on_the_page(signed_in: SignedIn) -> None:
    shift = a_garden_shift()

    answer = signed_in(shift.task.author).post(f"/doe-mee/{shift.task_id}/vrijwilligers-vragen")

    assert answer.status_code == 422
    assert "Nu past de klus bij niemand die we mogen vragen." in answer.text


def test_a_task_that_does_not_say_what_work_it_is_leads_to_its_texts(signed_in: SignedIn) -> None:
    shift = a_garden_shift()
    shift.task.work = []

    page = signed_in(shift.task.author).get(f"/doe-mee/{shift.task_id}/vrijwilligers-vragen").text

    assert f'href="/doe-mee/{shift.task_id}/wijziging"' in page
    assert "Vraag vrijwilligers</button>" not in page


def test_a_coordinator_asks_nobody(signed_in: SignedIn) -> None:
    shift = a_garden_shift()
    browser = signed_in(a_coordinator(a_town().north))

    assert browser.get(f"/doe-mee/{shift.task_id}/vrijwilligers-vragen").status_code == 403
