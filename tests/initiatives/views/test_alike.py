"""Who registers a plan sees what looks like it nearby, and goes on in one step."""

from flask.testing import FlaskClient

from app.initiatives.service import findable
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative

WHAT = {"title": "Geveltuintjes", "summary": "We maken samen tuintjes langs de gevels."}


def start(client: FlaskClient) -> None:
    a_town()
    client.post("/initiatieven/nieuw/wat", data=WHAT)


def a_plan_nearby() -> int:
    plan = an_initiative(title="Tuintjes langs de gevel")
    findable.put(plan)
    return plan.id


def tell_where(client: FlaskClient, way: str = "?zelf=ja") -> str:
    data = {"neighbourhood_id": a_town().mill.id}
    return str(client.post(f"/initiatieven/nieuw/waar{way}", data=data).location)


def test_a_plan_nearby_that_looks_alike_is_shown_before_the_next_page(client: FlaskClient) -> None:
    start(client)
    number = a_plan_nearby()

    assert tell_where(client) == "/initiatieven/nieuw/lijkt-erop"

    page = client.get("/initiatieven/nieuw/lijkt-erop").text
    assert "In je buurt loopt al een plan dat hierop lijkt" in page
    assert f'href="/initiatieven/{number}"' in page
    assert "Tuintjes langs de gevel" in page
    assert "Molenbuurt" in page
    assert "Geplaatst" in page
    assert 'href="/initiatieven/nieuw/wie"' in page
    assert "Ga door met mijn eigen plan" in page


def test_without_a_plan_that_looks_alike_nothing_comes_between(client: FlaskClient) -> None:
    start(client)
    other = an_initiative(title="Zebrapad")
    other.summary = "Kinderen kunnen niet veilig oversteken."
    findable.put(other)

    assert tell_where(client) == "/initiatieven/nieuw/wie"
    page = client.get("/initiatieven/nieuw/lijkt-erop")
    assert (page.status_code, page.location) == (303, "/initiatieven/nieuw/wie")


def test_without_a_draft_there_is_nothing_to_look_like(client: FlaskClient) -> None:
    assert client.get("/initiatieven/nieuw/lijkt-erop").location == "/initiatieven/nieuw/wie"


def test_changing_the_place_leads_back_to_the_check_whatever_is_nearby(client: FlaskClient) -> None:
    start(client)
    a_plan_nearby()

    assert tell_where(client, "?zelf=ja&terug=controle") == "/initiatieven/nieuw/controle"


def test_the_page_of_plans_nearby_costs_the_same_for_one_as_for_many(client: FlaskClient) -> None:
    start(client)
    a_plan_nearby()
    tell_where(client)
    one = statements(lambda: client.get("/initiatieven/nieuw/lijkt-erop"))
    for _plan in range(6):
        a_plan_nearby()

    many = statements(lambda: client.get("/initiatieven/nieuw/lijkt-erop"))

    assert (one, many) == (2, 2)
