"""The pages about budgets."""

from collections.abc import Callable
from html import unescape

from flask.testing import FlaskClient

from app.accounts.models import User
from app.support import ledger
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.support import a_budget, a_request

SignedIn = Callable[[User], FlaskClient]


def test_a_coordinator_reads_what_is_reserved_booked_and_free(signed_in: SignedIn) -> None:
    budget, request, carla = a_budget(), a_request(), a_coordinator(a_town().north)
    ledger.reserve(budget, request, 1850_00, by=carla)
    ledger.book(budget, request, reserved=1850_00, booked=1000_00, by=carla)
    ledger.reserve(budget, request, 500_00, by=carla)
    browser = signed_in(carla)

    assert "Wijkbudget Noord" in browser.get("/budgetten").text
    page = unescape(browser.get(f"/budgetten/{budget.id}").text).replace("\u00a0", " ")

    for amount in ("€ 10.000,00", "€ 500,00", "€ 1.000,00", "€ 8.500,00"):
        assert f'class="figures__value">{amount}<' in page
    assert page.count(str(request.reference)) == 4
    assert page.index("Vrijgegeven") < page.index("Geboekt</td>") < page.rindex("Gereserveerd")


def test_a_budget_without_bookings_says_so(signed_in: SignedIn) -> None:
    budget = a_budget()

    assert "Nog geen boekingen" in signed_in(a_coordinator()).get(f"/budgetten/{budget.id}").text


def test_the_ledger_goes_on_at_the_next_page(signed_in: SignedIn) -> None:
    budget, request, carla = a_budget(), a_request(), a_coordinator()
    for _number in range(21):
        ledger.reserve(budget, request, 1_00, by=carla)
    browser = signed_in(carla)

    first = browser.get(f"/budgetten/{budget.id}").text
    link = unescape(first).partition('rel="next" href="')[2].partition('"')[0]

    assert first.count(str(request.reference)) == 20
    assert browser.get(link).text.count(str(request.reference)) == 1


def test_a_budget_of_another_district_is_not_there(signed_in: SignedIn) -> None:
    budget = a_budget(a_town().south)
    carla = signed_in(a_coordinator(a_town().north))

    assert carla.get(f"/budgetten/{budget.id}").status_code == 404
    assert "Er zijn geen budgetten" in carla.get("/budgetten").text


def test_residents_read_no_budgets(signed_in: SignedIn) -> None:
    assert signed_in(a_person("Noor")).get("/budgetten").status_code == 403
