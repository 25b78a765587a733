"""A phone that does not get the style sheet: everything can still be read, filled in and pressed."""

from datetime import timedelta

import pytest
from playwright.sync_api import Route

from app.core import clock
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.volunteering.models import SignUp
from factories.accounts import a_moderator
from factories.volunteering import a_shift, a_task
from journeys.conftest import Mailbox
from journeys.steps import registering, volunteering
from journeys.steps.phone import APhone, Phone
from journeys.steps.registering import Idea
from journeys.steps.setting import a_town_with_postcodes
from journeys.steps.signing_in import ask_link, open_link

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("scripts", [True], ids=["scripts"])]
IDEA = Idea()
FATMA = "fatma@voorbeeld.example"


def test_a_plan_is_registered_and_a_neighbour_signs_up(a_phone: APhone, mailbox: Mailbox) -> None:
    a_town_with_postcodes()
    lost: list[str] = []
    sanne, fatma = without_styles(a_phone(), lost), without_styles(a_phone(), lost)
    sanne.go("/")

    registering.tell_everything(sanne, IDEA)
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.go(mailbox.last_link(IDEA.email))
    sanne.press("Stuur mijn initiatief in")
    plan = db.session.query(Initiative).one()
    assert (plan.state, plan.title) == (State.SUBMITTED, IDEA.title)

    service.publish(plan, by=a_moderator())
    task = a_task(plan, title="Plantenbakken timmeren")
    a_shift(task, starts_at=clock.now() + timedelta(days=8))
    fatma.go(f"/initiatieven/{plan.id}")
    fatma.follow(task.title)
    fatma.follow("Meld je aan")
    ask_link(fatma, FATMA)
    open_link(fatma, mailbox, FATMA, name="Fatma")
    fatma.press("Ja, ik doe mee")

    assert volunteering.said(fatma)
    assert lost
    assert [sign_up.user.email for sign_up in db.session.query(SignUp)] == [FATMA]


def without_styles(phone: Phone, lost: list[str]) -> Phone:
    """Return the phone, on a line that loses every style sheet."""

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    phone.page.route("**/*.css", lose)
    return phone
