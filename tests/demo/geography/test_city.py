import re
from itertools import combinations

import pytest
import shapely
from shapely import LineString

from app.demo.geography.city import City, build_city
from app.demo.geography.plan import Character
from app.demo.geography.shape import hectares


@pytest.mark.parametrize("seed", range(1, 13))
def test_neighbourhoods_are_whole_and_touch_without_overlap_or_gap(seed: int) -> None:
    city = build_city(seed)
    outlines = [part.outline for part in city.neighbourhoods]

    assert [shapely.is_valid_reason(outline) for outline in outlines] == ["Valid Geometry"] * 36
    assert [
        (one, other)
        for one, other in combinations(range(36), 2)
        if outlines[one].intersection(outlines[other]).area > 0
    ] == []
    assert shapely.union_all(outlines).symmetric_difference(city.outline).area == 0
    assert len(city.outline.interiors) == 0


def test_districts_are_the_exact_union_of_their_neighbourhoods(city: City) -> None:
    for district in city.districts:
        parts = [part.outline for part in district.neighbourhoods]
        assert shapely.union_all(parts).equals(district.outline)
    whole = shapely.union_all([district.outline for district in city.districts])
    assert whole.equals(city.outline)


def test_every_corner_has_six_decimals_and_is_shared_with_the_neighbours(city: City) -> None:
    corners = [set(part.outline.exterior.coords) for part in city.neighbourhoods]

    for x, y in set().union(*corners):
        assert (round(x, 6), round(y, 6)) == (x, y)
    for number, part in enumerate(city.neighbourhoods):
        for other in range(number):
            shared = part.outline.intersection(city.neighbourhoods[other].outline)
            ends = {
                corner
                for line in shapely.get_parts(shared)
                if isinstance(line, LineString)
                for corner in line.coords
            }
            assert ends <= corners[number] & corners[other]


def test_the_town_lies_in_the_markermeer_and_has_a_believable_size(city: City) -> None:
    west, south, east, north = city.outline.bounds

    assert (west > 5.15, south > 52.50, east < 5.35, north < 52.62) == (True, True, True, True)
    assert 2000 < hectares(city.outline) < 4000
    assert min(hectares(part.outline) for part in city.neighbourhoods) > 15


def test_codes_follow_the_cbs_and_may_hold_letters(city: City) -> None:
    districts = [district.code for district in city.districts]
    parts = [part.code for part in city.neighbourhoods]

    assert city.code == "GM9999"
    assert [code for code in districts if not re.fullmatch(r"WK9999[0-9A-Z]{2}", code)] == []
    assert [code for code in parts if not re.fullmatch(r"BU9999[0-9A-Z]{4}", code)] == []
    assert "WK9999AK" in districts
    assert (len(set(districts)), len(set(parts))) == (7, 36)
    for district in city.districts:
        assert {f"WK{part.code[2:8]}" for part in district.neighbourhoods} == {district.code}


def test_names_are_numbered_officially_and_plain_for_residents(city: City) -> None:
    mills = city.districts[1]

    assert (mills.official_name, mills.name, mills.named.the) == (
        "Wijk 02 Molenkwartier",
        "Molenkwartier",
        "het Molenkwartier",
    )
    assert mills.neighbourhoods[3].official_name == "Buurt 04 Wiekenbuurt"
    assert mills.neighbourhoods[3].named.the == "de Wiekenbuurt"


def test_streets_are_unique_invented_and_spoken_of_correctly(city: City) -> None:
    streets = [street for part in city.neighbourhoods for street in part.streets]
    at = {street.name: street.at for street in streets}

    assert len({street.name for street in streets}) == len(streets)
    assert {street.invented for street in streets} == {True}
    assert at["Meelstraat"] == "in de Meelstraat"
    assert at["Werfplein"] == "aan het Werfplein"
    assert at["Pandhof"] == "in het Pandhof"
    assert at["Rietkade"] == "aan de Rietkade"


def test_the_same_seed_gives_the_same_town_and_another_seed_another(city: City) -> None:
    build_city.cache_clear()

    assert build_city(7) == city
    assert build_city(8).outline != city.outline


def test_secret_and_unknown_figures_are_none_and_never_zero(city: City) -> None:
    business = [part for part in city.neighbourhoods if part.character is Character.BUSINESS]
    rural = [part for part in city.neighbourhoods if part.character is Character.RURAL]

    assert [part.figures["aantalInwoners"] for part in business] == [None]
    assert [part.figures["gemiddeldeWoningwaardeX1000Euro"] for part in business + rural] == [
        None,
        None,
    ]
    numbers = [value for part in city.neighbourhoods for value in part.figures.values()]
    assert 0 not in numbers


def test_postcodes_lie_in_a_range_that_was_never_given_out(city: City) -> None:
    codes = [postcode.code for postcode in city.postcodes]

    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"119[2-8][A-Z]{2}", code)] == []
    assert [code for code in codes if code[4:] in {"SA", "SD", "SS"}] == []


def test_some_postcodes_cross_a_border(city: City) -> None:
    crossing = [postcode for postcode in city.postcodes if postcode.exceptions]

    assert len(crossing) == 36
    for postcode in crossing:
        assert set(postcode.exceptions) < set(postcode.numbers)
        assert postcode.exceptions_code != postcode.neighbourhood_code
