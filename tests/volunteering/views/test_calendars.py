"""Files for somebody's own calendar: who gets which, and where the way to them is."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.notifications.models import Message
from app.volunteering import service
from factories.accounts import a_person
from factories.volunteering import a_shift, a_task, an_active_initiative

SignedIn = Callable[[User], FlaskClient]


def test_the_file_of_a_sign_up_is_for_the_volunteer_only(signed_in: SignedIn) -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))
    path = f"/aanmeldingen/{sign_up.id}.ics"

    answer = signed_in(a_person("Bilal")).get(path)

    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    name = f"attachment; filename=aanmelding-{sign_up.id}.ics"
    assert answer.headers["Content-Disposition"] == name
    assert f"URL:http://127.0.0.1:5000/doe-mee/{sign_up.shift.task_id}\r\n" in answer.text
    assert signed_in(a_person("Anna")).get(path).status_code == 403
    assert signed_in(a_person("Vera")).get(path).status_code == 404


def test_the_confirmation_has_the_way_to_the_file_on_the_page_and_in_the_mail(
    signed_in: SignedIn,
) -> None:
    shift, bilal = a_shift(), a_person("Bilal")
    sign_up = service.sign_up(shift, by=bilal)
    path = f"/aanmeldingen/{sign_up.id}.ics"

    mail = db.session.query(Message).filter_by(user_id=bilal.id).one()

    assert mail.text.endswith(f"Zet het in je agenda:\n\nhttp://127.0.0.1:5000{path}")
    assert f'href="{path}"' in signed_in(bilal).get(f"/doe-mee/{shift.task_id}").text


def test_the_mail_that_it_does_not_go_on_takes_it_out_of_the_calendar(signed_in: SignedIn) -> None:
    shift, bilal = a_shift(), a_person("Bilal")
    sign_up = service.sign_up(shift, by=bilal)

    service.cancel_shift(shift, by=a_person("Anna"))

    mail = db.session.query(Message).filter_by(user_id=bilal.id).order_by(Message.id.desc()).first()
    assert mail.text.endswith(f"http://127.0.0.1:5000/aanmeldingen/{sign_up.id}.ics")
    file = signed_in(bilal).get(f"/aanmeldingen/{sign_up.id}.ics").data
    assert Calendar.from_ical(file).events[0]["STATUS"] == "CANCELLED"


def test_everybody_gets_the_moments_of_a_task_and_of_a_plan(client: FlaskClient) -> None:
    plan = an_active_initiative()
    soup, bread = a_task(plan, title="Soep koken"), a_task(plan, title="Brood bakken")
    a_shift(soup, starts_at=clock.now() + timedelta(days=3))
    a_shift(bread, starts_at=clock.now() + timedelta(days=2))
    a_shift(bread, starts_at=clock.now() - timedelta(days=1))
    off = a_shift(soup, starts_at=clock.now() + timedelta(days=5))
    service.cancel_shift(off, by=a_person("Anna"))

    def moments(path: str) -> list[tuple[str, str]]:
        events = Calendar.from_ical(client.get(path).data).events
        return [(str(event["SUMMARY"]), str(event["STATUS"])) for event in events]

    of_soup = [("Soep koken", "CONFIRMED"), ("Soep koken", "CANCELLED")]
    assert moments(f"/doe-mee/{soup.id}.ics") == of_soup
    assert moments(f"/initiatieven/{plan.id}.ics") == [("Brood bakken", "CONFIRMED"), *of_soup]
    assert f'href="/doe-mee/{soup.id}.ics"' in client.get(f"/doe-mee/{soup.id}").text
    assert f'href="/initiatieven/{plan.id}.ics"' in client.get(f"/initiatieven/{plan.id}").text


@pytest.mark.parametrize("what", ["a task that waits", "a hidden plan", "nothing to come"])
def test_what_is_not_public_has_no_file_also_not_for_its_makers(
    client: FlaskClient, signed_in: SignedIn, what: str
) -> None:
    state = TextState.WAITING if what == "a task that waits" else TextState.PUBLISHED
    task = a_task(state=state)
    if what != "nothing to come":
        a_shift(task)
    if what == "a hidden plan":
        task.initiative.hidden_at = clock.now()

    for path in (f"/doe-mee/{task.id}.ics", f"/initiatieven/{task.initiative_id}.ics"):
        assert client.get(path).status_code == 404, path
        assert signed_in(a_person("Anna")).get(path).status_code == 404, path


def test_other_tasks_of_a_public_plan_stay_out_of_its_file(client: FlaskClient) -> None:
    plan = an_active_initiative()
    a_shift(a_task(plan, title="Soep koken"))
    a_shift(a_task(plan, title="Nog niet gelezen", state=TextState.WAITING))

    assert "Nog niet gelezen" not in client.get(f"/initiatieven/{plan.id}.ics").text
