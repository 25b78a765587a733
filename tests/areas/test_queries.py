"""What other rooms ask about areas is answered from memory, and right after a change as well."""

from datetime import date
from decimal import Decimal

import pytest

from app.areas import queries
from app.areas.models import AreaKind, KeyFigure, Postcode
from app.core.db import db
from app.core.inquiries import answers
from factories.areas import a_town, an_area
from factories.counting import counted


def names(places: list[queries.Place]) -> list[str]:
    return [place.name for place in places]


def test_an_empty_portal_has_no_municipality() -> None:
    assert (queries.municipality(), queries.districts(), queries.choices()) == (None, [], {})


def test_the_town_is_found_by_level_slug_code_and_id() -> None:
    town = a_town()
    municipality = queries.municipality()

    assert municipality is not None
    assert municipality.id == town.municipality.id
    assert names(queries.districts()) == ["Noord", "Zuid"]
    assert names(queries.neighbourhoods()) == [
        *("Havenbuurt", "Molenbuurt", "Parkbuurt", "Stationsbuurt"),
    ]
    assert queries.by_slug("havenbuurt") == queries.by_code("BU999801AF")
    assert queries.by_slug("havenbuurt") == queries.by_id(town.harbour.id)
    assert queries.by_slug("nergens") is queries.by_code("BU0") is queries.by_id(0) is None


def test_names_of_areas_are_one_line_and_each_is_said_once() -> None:
    town = a_town()

    assert queries.names(town.mill.id, town.north.id) == "Molenbuurt, Noord"
    assert queries.names(town.mill.id, town.mill.id, 0) == "Molenbuurt"
    assert queries.names() == ""


def test_the_tree_is_walked_down_and_up() -> None:
    town = a_town()

    assert names(queries.children(town.municipality)) == ["Noord", "Zuid"]
    assert names(queries.children(town.north)) == ["Havenbuurt", "Molenbuurt"]
    assert names(queries.ancestors(town.mill)) == ["Noord", "Proefstad"]
    assert queries.ancestors(town.municipality) == []
    assert queries.district_of(town.park) == queries.by_id(town.south.id)
    assert queries.district_of(town.municipality) is None


def test_an_area_that_is_no_longer_in_use_is_found_but_not_offered() -> None:
    town = a_town()
    town.mill.retired_on = date(2026, 1, 1)
    db.session.flush()

    mill = queries.by_id(town.mill.id)
    assert mill is not None
    assert mill.is_retired
    assert names(queries.children(town.north)) == ["Havenbuurt"]
    assert queries.choices()["Noord"] == [(town.harbour.id, "Havenbuurt")]


def test_choices_for_forms_are_grouped_by_district() -> None:
    town = a_town()

    assert queries.choices() == {
        "Noord": [(town.harbour.id, "Havenbuurt"), (town.mill.id, "Molenbuurt")],
        "Zuid": [(town.park.id, "Parkbuurt"), (town.station.id, "Stationsbuurt")],
    }
    assert queries.district_choices() == [(town.north.id, "Noord"), (town.south.id, "Zuid")]


def test_districts_with_one_name_are_told_apart() -> None:
    town = a_town()
    other = an_area(AreaKind.MUNICIPALITY, "GM9997", "Elders")
    an_area(AreaKind.DISTRICT, "WK999701", "Noord", other)

    assert [label for _, label in queries.district_choices()] == [
        *("Noord (Elders)", "Noord (Proefstad)", "Zuid"),
    ]
    assert town.north.id in [number for number, _ in queries.district_choices()]


@pytest.fixture
def postcodes() -> None:
    town = a_town()
    rows = [
        ("8299AA", 0, town.mill),
        ("8299AA", 5, town.harbour),
        ("8299AB", 0, town.park),
        ("8298ZZ", 0, town.station),
    ]
    for postcode, number, area in rows:
        db.session.add(Postcode(postcode=postcode, house_number=number, neighbourhood_id=area.id))
    db.session.flush()


@pytest.mark.usefixtures("postcodes")
@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("8299AB", None, ["Parkbuurt"]),
        (" 8299 ab ", None, ["Parkbuurt"]),
        ("8299AA", None, ["Molenbuurt", "Havenbuurt"]),
        ("8299AA", 3, ["Molenbuurt"]),
        ("8299AA", 5, ["Havenbuurt"]),
        ("8299", None, ["Havenbuurt", "Molenbuurt", "Parkbuurt"]),
        ("8299", 5, ["Havenbuurt", "Molenbuurt", "Parkbuurt"]),
        ("8298", None, ["Stationsbuurt"]),
        ("8297", None, []),
        ("8299AC", None, []),
        ("0299AA", None, []),
        ("82 99", None, ["Havenbuurt", "Molenbuurt", "Parkbuurt"]),
        ("Molenstraat 3", None, []),
        ("", None, []),
        ("8299AA'--", None, []),
        ("８２９９AA", None, []),
        ("8299AB" * 5_000, None, []),
    ],
)
def test_a_postcode_tells_the_neighbourhood(
    text: str, number: int | None, found: list[str]
) -> None:
    assert names(queries.for_postcode(text, number)) == found


@pytest.mark.usefixtures("postcodes")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1192AB", "1192 AB"),
        (" 1192 ab 10", "1192 AB"),
        ("1192 AB, 10-3 hoog", "1192 AB"),
        ("1192", "1192"),
    ],
)
def test_what_looks_like_an_address_is_looked_up_by_postcode(text: str, found: str) -> None:
    number = 10 if "10" in text else None

    assert queries.meant(text) == queries.for_postcode(found, number)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Molenbuurt", ["Molenbuurt"]),
        ("de MÓLEN", ["Molenbuurt"]),
        ("wijk Noord", ["Noord"]),
        ("o", ["Noord", "Molenbuurt", "Stationsbuurt"]),
        ("molen noord", []),
        ("de buurt", []),
        ("", []),
        ("12", []),
        ("%", []),
    ],
)
def test_a_part_of_a_name_is_enough(text: str, found: list[str]) -> None:
    a_town()

    assert names(queries.meant(text)) == found


def test_what_is_called_exactly_so_comes_first() -> None:
    town = a_town()
    an_area(AreaKind.NEIGHBOURHOOD, "BU99980203", "Park", town.south)

    assert names(queries.meant("park")) == ["Park", "Parkbuurt"]


def test_figures_are_words_with_their_source_and_unknown_is_no_zero() -> None:
    town = a_town()
    rows = [
        ("aantalInwoners", 2024, Decimal(12345)),
        ("aantalInwoners", 2025, Decimal(12500)),
        ("percentageKoopwoningen", 2025, None),
        ("gemiddeldeHuishoudsgrootte", 2025, Decimal("2.4")),
        ("nettoArbeidsparticipatie", 2025, Decimal(71)),
        ("gemiddeldeWoningwaardeX1000Euro", 2024, Decimal(335)),
        ("huisartsenpraktijkGemiddeldeAfstandInKm", 2025, Decimal("0.6")),
        ("geregistreerdeMisdrijven12Maanden", 2025, Decimal(99)),
    ]
    for name, year, value in rows:
        db.session.add(KeyFigure(area_id=town.mill.id, name=name, year=year, value=value))
    db.session.flush()

    figures = queries.newest_of(answers({"figures": queries.figures(town.mill)})["figures"])

    assert [(figure.label, figure.value, figure.year) for figure in figures] == [
        ("Inwoners", "12.500", 2025),
        ("Mensen per huishouden, gemiddeld", "2,4", 2025),
        ("Koopwoningen", "onbekend", 2025),
        ("Waarde van een woning (WOZ), gemiddeld", "€ 335.000", 2024),
        ("Mensen met betaald werk", "71%", 2025),
        ("Afstand tot de huisarts, gemiddeld", "0,6 kilometer", 2025),
    ]
    assert figures[2].number is None
    assert figures[0].source == "Bron: CBS, Kerncijfers wijken en buurten 2025"


def test_questions_cost_no_statement_once_the_tree_is_there() -> None:
    town = a_town()
    queries.municipality()

    with counted() as sent:
        queries.choices()
        queries.ancestors(town.mill)
        queries.by_slug("molenbuurt")

    assert sent == []
