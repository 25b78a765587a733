"""Real files of the CBS load as they are: Delft, Alkmaar and Deventer. Skipped where they are not."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.areas import queries, service
from app.areas.map import svg_map
from app.areas.models import Area, AreaKind, KeyFigure
from app.core.db import db
from app.core.inquiries import answer

CBS = Path(__file__).resolve().parents[3] / "shared" / "data" / "cbs"
pytestmark = pytest.mark.skipif(not CBS.is_dir(), reason="the files of the CBS are not here")
SMALL_ENOUGH = 25_000  # bytes of a map of all neighbourhoods


@pytest.fixture
def delft() -> service.Result:
    outlines = sorted(CBS.glob("gm0503_delft_*.geojson"))
    return service.load(outlines, [CBS / "gm0503_delft_kerncijfers_2024.csv"], [], year=2024)


def test_delft_has_thirteen_districts_and_ninety_one_neighbourhoods(delft: service.Result) -> None:
    assert (delft.municipalities, delft.districts, delft.neighbourhoods) == (1, 13, 91)
    assert "Binnenstad" in [place.name for place in queries.districts()]
    assert all(queries.district_of(place) for place in queries.neighbourhoods())
    assert len({place.slug for place in queries.neighbourhoods()}) == 91


@pytest.mark.usefixtures("delft")
@pytest.mark.parametrize(
    ("longitude", "latitude", "code"),
    [(4.3591, 52.0116, "BU05031104"), (4.3731, 52.0022, "BU05032805"), (4.9, 52.37, None)],
    ids=["Markt", "TU campus", "Amsterdam"],
)
def test_a_point_lies_in_the_neighbourhood_that_is_there(
    longitude: float, latitude: float, code: str | None
) -> None:
    place = queries.containing(longitude, latitude)

    assert (place.code if place else None) == code


@pytest.mark.usefixtures("delft")
def test_what_the_file_leaves_open_is_unknown_and_never_zero() -> None:
    features = json.loads((CBS / "gm0503_delft_buurten.geojson").read_text())["features"]
    open_ = sum(part["properties"]["aantalInwoners"] is None for part in features)
    unknown = (
        select(func.count())
        .select_from(KeyFigure)
        .join(Area, Area.id == KeyFigure.area_id)
        .where(Area.kind == AreaKind.NEIGHBOURHOOD, KeyFigure.name == "aantalInwoners")
        .where(KeyFigure.value.is_(None))
    )

    assert open_ > 0
    assert db.session.scalar(unknown) == open_
    business_park = queries.by_code("BU05031100")
    assert business_park is not None
    figures = queries.newest_of(answer(queries.figures(business_park)))
    assert {figure.value for figure in figures} == {"onbekend"}


@pytest.mark.usefixtures("delft")
def test_the_map_of_all_neighbourhoods_is_small() -> None:
    places = queries.neighbourhoods()
    svg = svg_map(
        places,
        address=lambda place: f"/wijken/{place.slug}",
        values={place.id: "12 initiatieven" for place in places},
    )

    assert (svg.count("<path"), len(svg.encode()) < SMALL_ENOUGH) == (91, True)


@pytest.mark.usefixtures("delft")
def test_loading_delft_again_adds_nothing() -> None:
    before = db.session.scalar(select(func.count()).select_from(KeyFigure))
    again = service.load(
        sorted(CBS.glob("gm0503_delft_*.geojson")),
        [CBS / "gm0503_delft_kerncijfers_2024.csv"],
        [],
        year=2024,
    )

    assert again.retired == 0
    assert db.session.scalar(select(func.count()).select_from(KeyFigure)) == before


def test_alkmaar_and_deventer_load_from_what_there_is_of_them() -> None:
    alkmaar = service.load(
        [CBS / "gm0361_alkmaar_wijken.geojson"],
        [CBS / "gm0361_alkmaar_kerncijfers_2024.csv"],
        [],
        year=2024,
    )
    deventer = service.load([], [CBS / "gm0150_deventer_kerncijfers_2024.csv"], [], year=2024)

    assert (alkmaar.districts, alkmaar.neighbourhoods) == (11, 66)
    assert (deventer.districts, deventer.neighbourhoods) == (15, 69)
