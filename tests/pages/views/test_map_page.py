"""Plans by neighbourhood: typed, in a list and in a drawing, with the map as an extra."""

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.areas.models import AreaKind, Postcode
from app.core.db import db
from app.pages.views import map_page
from factories.areas import a_town, an_area
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.outlines import a_town_on_real_ground, draw

SVG = "{http://www.w3.org/2000/svg}"
LIST, FOUND = ".//*[@data-map='list']//a", ".//*[@data-map='found']//a"
DRAWING = f".//*[@data-map='drawing']/{SVG}svg/{SVG}a"


def links(html: str, path: str) -> list[str]:
    page = html5lib.parse(html, namespaceHTMLElements=False)
    return [link.get("href") for link in page.findall(path)]


@pytest.fixture
def settings(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "TILES", "")  # and back again afterwards


def test_every_neighbourhood_stands_in_the_list_with_its_number_and_in_the_drawing(
    client: FlaskClient,
) -> None:
    town = a_town()
    draw(town.mill, town.harbour, town.park, town.station)
    an_initiative()

    html = client.get("/kaart").text

    hoods = ["/wijken/havenbuurt", "/wijken/molenbuurt"]
    others = ["/wijken/parkbuurt", "/wijken/stationsbuurt"]
    assert links(html, LIST) == ["/wijken/noord", *hoods, "/wijken/zuid", *others]
    assert links(html, DRAWING) == [*hoods, *others]
    assert (
        '<a href="/wijken/molenbuurt" data-plans="1">Molenbuurt</a> <span class="quiet">1 initiatief</span>'
        in html
    )
    assert "<title>Molenbuurt: 1 initiatief</title>" in html


def test_without_scripts_there_is_no_button_for_what_needs_one(client: FlaskClient) -> None:
    draw(a_town().mill)

    html = client.get("/kaart").text

    assert 'aria-expanded="false" hidden>Toon de kaart</button>' in html
    assert "leaflet" not in html


def test_where_there_are_no_outlines_the_list_is_all_there_is(client: FlaskClient) -> None:
    a_town()

    html = client.get("/kaart").text

    assert "Molenbuurt" in html
    assert "Toon de kaart" not in html
    assert 'src="/static/map.' not in html
    assert '<svg class="map"' not in html


def test_more_neighbourhoods_than_thumbs_can_hit_are_drawn_as_districts(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = a_town()
    draw(town.north, town.south, town.mill, town.harbour, town.park)
    monkeypatch.setattr(map_page, "MOST_DRAWN", 3)

    assert links(client.get("/kaart").text, DRAWING) == ["/wijken/noord", "/wijken/zuid"]


def test_before_areas_are_loaded_the_page_says_so(client: FlaskClient) -> None:
    html = client.get("/kaart").text

    assert "Nog geen wijken" in html
    assert "<form" not in html.partition("<main")[2]


def test_a_postcode_leads_to_its_neighbourhood_and_stands_in_no_address(
    client: FlaskClient,
) -> None:
    db.session.add(Postcode(postcode="1234AB", neighbourhood_id=a_town().mill.id))

    answer = client.post("/kaart", data={"where": " 1234 ab 12 "})

    assert (answer.status_code, answer.location) == (303, "/kaart?buurt=molenbuurt#gevonden")
    assert links(client.get("/kaart?buurt=molenbuurt").text, FOUND) == ["/wijken/molenbuurt"]


def test_a_part_of_a_name_that_many_have_gives_them_all(client: FlaskClient) -> None:
    a_town()

    answer = client.post("/kaart", data={"where": "n"})

    assert answer.location == (
        "/kaart?buurt=noord&buurt=havenbuurt&buurt=molenbuurt&buurt=stationsbuurt#gevonden"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9999 ZZ", "Hier vinden we geen buurt bij."),
        ("<b>Nergens", "Hier vinden we geen buurt bij."),
        ("", "Typ een postcode of de naam van een buurt."),
        ("m" * 81, "Dit is te lang."),
    ],
)
def test_what_is_not_found_is_kept_and_said_at_the_field(
    client: FlaskClient, typed: str, said: str
) -> None:
    a_town()

    answer = client.post("/kaart", data={"where": typed})

    page = html5lib.parse(answer.text, namespaceHTMLElements=False)
    field = page.find(".//input[@name='where']")
    assert (answer.status_code, field.get("value")) == (422, typed)
    assert said in "".join(page.find(".//*[@id='where-error']").itertext())
    assert "<title>Fout:" in answer.text


@pytest.mark.parametrize("asked", ["nergens", "%00", "'--"])
def test_an_unknown_neighbourhood_in_the_address_is_passed_by(
    client: FlaskClient, asked: str
) -> None:
    a_town()

    answer = client.get(f"/kaart?buurt={asked}&buurt=molenbuurt&buurt=molenbuurt")

    assert links(answer.text, FOUND) == ["/wijken/molenbuurt"]


def test_looking_a_place_up_needs_no_cookie(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    a_town()

    shown, answer = client.get("/kaart"), client.post("/kaart", data={"where": "Molenbuurt"})

    assert (answer.status_code, "Set-Cookie" in shown.headers) == (303, False)


@pytest.mark.usefixtures("settings")
def test_the_window_holds_where_everything_is_and_who_made_the_streets(client: FlaskClient) -> None:
    a_town_on_real_ground("http://127.0.0.1:9/{z}/{x}/{y}")

    html = client.get("/kaart/venster").json["html"]

    assert 'data-tiles="/kaart/tegels" data-within="3.96000 51.97' in html
    assert "Straten: Kadaster, PDOK (CC BY 4.0)." in html
    assert "127.0.0.1" not in html


def test_the_window_of_an_invented_municipality_has_no_streets(client: FlaskClient) -> None:
    draw(a_town().mill)

    html = client.get("/kaart/venster").json["html"]

    assert 'data-tiles="" data-within=""' in html
    assert "Kadaster" not in html


def test_the_window_speaks_the_language_of_the_reader(client: FlaskClient) -> None:
    client.get("/kaart?taal=en")

    assert "Hide the map" in client.get("/kaart/venster").json["html"]


def test_the_outlines_are_geojson_that_caches_may_keep(client: FlaskClient) -> None:
    town = a_town()
    draw(town.mill, town.harbour)

    answer = client.get("/kaart/omtrekken")

    assert answer.mimetype == "application/geo+json"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert [one["id"] for one in answer.get_json(force=True)["features"]] == [
        "molenbuurt",
        "havenbuurt",
    ]
    again = client.get("/kaart/omtrekken", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_outlines_go_out_compressed(client: FlaskClient) -> None:
    town = a_town()
    draw(town.mill, town.harbour, town.park, town.station)

    answer = client.get("/kaart/omtrekken", headers={"Accept-Encoding": "br"})

    assert answer.headers["Content-Encoding"] == "br"


def test_the_page_costs_the_same_for_much_as_for_little(client: FlaskClient) -> None:
    town = a_town()
    draw(town.mill, town.harbour)
    an_initiative()
    client.get("/kaart")

    few = statements(lambda: client.get("/kaart"))
    for number in range(30):
        an_area(AreaKind.NEIGHBOURHOOD, f"BU999801{number + 10}", f"Buurt {number}", town.north)
        an_initiative()
    client.get("/kaart")

    assert (statements(lambda: client.get("/kaart")), few) == (few, 0)
