"""The main pages by day and by night: readable colours, no sideways scroll, nothing wrong for a screen reader."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from app.accounts.roles import Role
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.capacity import a_lead, a_team, an_offer, reserved
from factories.initiatives import a_question, an_answer, an_update
from factories.support import a_budget, a_request, a_type, money, proposed, team_hours
from factories.volunteering import a_shift, a_task, all_sign_up
from journeys.steps import registering
from journeys.steps.phone import APhone, Phone
from journeys.steps.setting import a_plan_sent_in, a_public_plan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True], ids=["scripts"]),
    pytest.mark.parametrize("scheme", ["light", "dark"]),
]
PhoneOf = Callable[..., Phone]


@pytest.fixture
def busy() -> SimpleNamespace:
    """Return a town where something is going on everywhere."""
    sanne, carla = a_person("Sanne"), a_coordinator(a_town().north)
    plan = a_public_plan(sanne, moderator=a_moderator())
    an_update(plan)
    an_answer(a_question(plan))
    task = a_task(plan)
    all_sign_up(a_shift(task, places=1), [a_person("Bilal"), a_person("Cora")])
    a_type()
    budget, offer = a_budget(), an_offer(a_team(), 10)
    asked = a_request(plan, needs=[money(), team_hours()])
    reserved(offer, asked.needs[1], by=a_lead(offer.team))
    proposed(asked, by=carla, budget=budget, cents=100_00)
    a_plan_sent_in(a_person("Tom"), title="Soep op zondag")
    return SimpleNamespace(plan=plan, task=task, asked=asked, budget=budget)


def test_what_everybody_sees(busy: SimpleNamespace, a_phone: APhone, scheme: str) -> None:
    visitor = a_phone(color_scheme=scheme)

    look_at(
        visitor,
        "/",
        "/initiatieven",
        "/initiatieven?zoek=niets&wijk=noord",
        f"/initiatieven/{busy.plan.id}",
        "/doe-mee",
        f"/doe-mee/{busy.task.id}",
        "/hulp",
        "/hulp/veldje-gebruiken",
        "/wijken",
        "/wijken/noord",
        "/wijken/molenbuurt",
        "/wijkteams",
        "/inloggen",
    )

    registering.begin(visitor)
    visitor.press("Verder")
    assert visitor.status == 422
    visitor.go("/bestaat-niet")
    assert visitor.status == 404


def test_what_residents_see(busy: SimpleNamespace, phone_of: PhoneOf, scheme: str) -> None:
    sanne = phone_of(a_person("Sanne"), color_scheme=scheme)
    cora = phone_of(a_person("Cora"), color_scheme=scheme)

    look_at(
        sanne,
        "/mijn",
        "/berichten",
        "/mijn/gegevens",
        f"/initiatieven/{busy.plan.id}",
        f"/initiatieven/{busy.plan.id}/wijzigen",
        f"/initiatieven/{busy.plan.id}/team",
        f"/doe-mee/{busy.task.id}/aanmeldingen",
        f"/initiatieven/{busy.plan.id}/klussen/nieuw",
        f"/initiatieven/{busy.plan.id}/ondersteuning/nieuw",
        f"/ondersteuning/{busy.asked.id}",
    )
    look_at(cora, "/mijn", "/mijn/aanmeldingen", f"/initiatieven/{busy.plan.id}/zorgen")


def test_what_the_office_sees(busy: SimpleNamespace, phone_of: PhoneOf, scheme: str) -> None:
    def phone(name: str, role: Role | None = None) -> Phone:
        return phone_of(a_person(name, role=role), color_scheme=scheme)

    look_at(phone("Mo"), "/mijn", "/moderatie")
    mo = phone("Mo")
    mo.go("/moderatie")
    mo.follow("Soep op zondag")
    request = f"/ondersteuning/{busy.asked.id}"
    look_at(phone("Carla"), "/mijn", "/ondersteuning", request, f"{request}/kansen", "/budgetten")
    dirk = phone("Dirk", Role.DECISION_MAKER)
    look_at(dirk, "/mijn", f"{request}/beoordeling", f"/budgetten/{busy.budget.id}")
    look_at(phone("Lea"), "/mijn", "/uren", f"{request}/reactie")
    look_at(phone("Ada", Role.ADMINISTRATOR), "/beheer/rollen", "/beheer/hulp", "/beheer/wijkteams")
    look_at(phone("Aukje", Role.AUDITOR), "/beheer/logboek")


def look_at(phone: Phone, *addresses: str) -> None:
    """Open these pages; each is checked as it comes in."""
    for address in addresses:
        phone.go(address)
        assert phone.status == 200, address
