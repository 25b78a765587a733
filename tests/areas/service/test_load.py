"""Files are loaded together, again without a difference, or not at all."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.areas import queries, service
from app.areas.models import Area, AreaKind, KeyFigure, Postcode
from app.areas.reading.problems import BadFiles
from app.audit.models import Entry
from app.core.db import Base, db
from app.core.errors import Refused
from areas.files import (
    ADDRESSES,
    FIGURES,
    HEADER,
    TOWN,
    feature,
    geojson,
    postcodes,
    square,
    table,
    town_features,
)

Row = tuple[object, ...]


def whole_town(folder: Path, year: int = 2025) -> service.Result:
    return service.load([geojson(folder)], [table(folder)], [postcodes(folder)], year=year)


def everything() -> list[Row]:
    """Return all that was loaded, except the moment at which."""
    models: list[type[Base]] = [Area, KeyFigure, Postcode]
    return [
        tuple(
            getattr(thing, column.key)
            for column in model.__table__.columns
            if column.key != "changed_at" and not (model is Postcode and column.key == "id")
        )
        for model in models
        for thing in db.session.scalars(select(model).order_by(model.id))
    ]


def count(model: type[Base]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def in_town(code: str) -> Area:
    return db.session.scalars(select(Area).where(Area.code == code)).one()


def test_a_town_is_loaded_with_its_levels_figures_and_postcodes(tmp_path: Path) -> None:
    result = whole_town(tmp_path)

    assert result == service.Result(1, 2, 4, retired=0, figures=21, postcodes=3)
    assert [
        (area.code, area.kind, area.name, area.slug, area.parent.code if area.parent else None)
        for area in db.session.scalars(select(Area).order_by(Area.id))
    ] == [
        (TOWN, AreaKind.MUNICIPALITY, "Proefstad", "proefstad", None),
        ("WK999801", AreaKind.DISTRICT, "Noord", "noord", TOWN),
        ("WK999802", AreaKind.DISTRICT, "Zuid", "zuid", TOWN),
        ("BU99980101", AreaKind.NEIGHBOURHOOD, "Molenbuurt", "molenbuurt", "WK999801"),
        ("BU999801AF", AreaKind.NEIGHBOURHOOD, "Havenbuurt", "havenbuurt", "WK999801"),
        ("BU99980201", AreaKind.NEIGHBOURHOOD, "Parkbuurt", "parkbuurt", "WK999802"),
        ("BU99980202", AreaKind.NEIGHBOURHOOD, "Zuid", "zuid-buurt", "WK999802"),
    ]
    assert in_town("WK999801").official_name == "Wijk 01 Noord"
    assert in_town("BU99980101").outline == square(0, 1)


def test_an_unknown_figure_is_kept_as_unknown(tmp_path: Path) -> None:
    whole_town(tmp_path)
    query = select(KeyFigure.name, KeyFigure.value, KeyFigure.year)

    assert set(
        db.session.execute(query.where(KeyFigure.area_id == in_town("BU999801AF").id)).all()
    ) == {
        ("aantalInwoners", Decimal(1100), 2025),
        ("percentageKoopwoningen", Decimal(52), 2025),
        ("gemiddeldeHuishoudsgrootte", None, 2025),
    }


def test_loading_again_changes_nothing(tmp_path: Path) -> None:
    first = whole_town(tmp_path)
    before = everything()
    db.session.expire_all()

    assert (whole_town(tmp_path), everything()) == (first, before)


def test_loading_again_brings_names_outlines_and_figures_up_to_date(tmp_path: Path) -> None:
    whole_town(tmp_path)
    molen = in_town("BU99980101")
    known = (molen.id, molen.slug)
    features = town_features()
    features[0] = feature(square(0, 1, rows=2), buurtcode=molen.code, buurtnaam="Molenhoek")
    figures = [line.replace(",1200,", ",1300,") for line in FIGURES]

    service.load(
        [geojson(tmp_path, features)], [table(tmp_path, [HEADER, *figures])], [], year=2025
    )

    db.session.expire_all()
    query = select(KeyFigure.value).where(KeyFigure.area_id == molen.id)
    assert (molen.id, molen.slug) == known
    assert (molen.name, molen.outline) == ("Molenhoek", square(0, 1, rows=2))
    assert db.session.scalar(query.where(KeyFigure.name == "aantalInwoners")) == 1300


def test_figures_of_another_year_are_kept_beside_the_old_ones(tmp_path: Path) -> None:
    whole_town(tmp_path)
    whole_town(tmp_path, year=2026)

    assert (count(Area), count(KeyFigure), in_town(TOWN).year) == (7, 42, 2026)


def test_what_a_complete_town_has_no_more_is_retired_and_comes_back(tmp_path: Path) -> None:
    whole_town(tmp_path)
    harbour = in_town("BU999801AF")
    without = [
        part for part in town_features() if part["properties"].get("buurtcode") != harbour.code
    ]

    result = service.load([geojson(tmp_path, without)], [], [], year=2026)
    assert (result.retired, harbour.retired_on) == (1, date(2026, 1, 1))
    assert [place.name for place in queries.neighbourhoods()] == ["Molenbuurt", "Parkbuurt", "Zuid"]

    result = service.load([geojson(tmp_path)], [], [], year=2026)
    assert (result.retired, harbour.retired_on) == (0, None)


def test_a_part_of_a_town_retires_nothing(tmp_path: Path) -> None:
    whole_town(tmp_path)

    result = service.load([geojson(tmp_path, town_features()[:1])], [], [], year=2026)

    assert result == service.Result(0, 0, 1, retired=0, figures=0, postcodes=0)
    assert len(queries.neighbourhoods()) == 4


def test_a_table_of_figures_alone_makes_areas_without_outlines(tmp_path: Path) -> None:
    service.load([], [table(tmp_path)], [], year=2025)

    assert (len(queries.neighbourhoods()), in_town("BU99980101").outline) == (4, None)


def test_postcodes_replace_those_that_were_there(tmp_path: Path) -> None:
    whole_town(tmp_path)
    moved = [ADDRESSES[0], "8299AA;1;99980201;999802;9998"]

    result = service.load([], [], [postcodes(tmp_path, moved)], year=2025)

    assert result.postcodes == 1
    assert [place.name for place in queries.for_postcode("8299 aa")] == ["Parkbuurt"]
    assert queries.for_postcode("8299AB") == []


@pytest.mark.parametrize(
    ("features", "field", "line"),
    [
        ([town_features()[0], *town_features()], "code", 4),
        (town_features()[:1], "code", 3),
        ([*town_features()[:4], town_features()[-1]], "code", 3),
    ],
    ids=["double", "no district", "no district in a town"],
)
def test_areas_that_do_not_fit_together_load_nothing(
    tmp_path: Path, features: list[object], field: str, line: int
) -> None:
    with pytest.raises(BadFiles) as wrong:
        service.load([geojson(tmp_path, features)], [], [], year=2025)

    first = wrong.value.problems[0]
    assert (first.source.line, first.field, count(Area)) == (line, field, 0)


def test_the_parent_follows_from_the_code_and_not_from_a_field(tmp_path: Path) -> None:
    whole_town(tmp_path)

    assert [queries.by_id(place.parent_id or 0) for place in queries.neighbourhoods()] == [
        *(queries.by_code(code) for code in ("WK999801", "WK999801", "WK999802", "WK999802")),
    ]


def test_mistakes_in_several_files_are_told_together_and_load_nothing(tmp_path: Path) -> None:
    drawn = geojson(tmp_path, [*town_features(), feature(None, buurtcode="BU99980203")])
    counted = table(tmp_path, [HEADER, *FIGURES, "buurt,BU99980203,Extra,-1,1,1"])

    with pytest.raises(BadFiles) as wrong:
        service.load([drawn], [counted], [], year=2025)

    assert [(problem.source.path, problem.field) for problem in wrong.value.problems] == [
        (drawn, "geometry"),
        (counted, "aantalInwoners"),
    ]
    assert count(Area) == 0


def test_a_wrong_table_of_postcodes_loads_no_areas_either(tmp_path: Path) -> None:
    wrong = postcodes(tmp_path, [*ADDRESSES, "8299AC;9;99980299;999802;9998"])

    with pytest.raises(BadFiles):
        service.load([geojson(tmp_path)], [], [wrong], year=2025)

    assert count(Area) == 0


def test_an_older_year_does_not_overwrite_a_newer_one(tmp_path: Path) -> None:
    whole_town(tmp_path, year=2025)

    with pytest.raises(Refused, match="2025") as refused:
        whole_town(tmp_path, year=2024)

    assert refused.value.field == "year"


def test_a_load_is_written_in_the_log(tmp_path: Path) -> None:
    whole_town(tmp_path)

    entry = db.session.scalars(select(Entry)).one()
    assert (entry.action, entry.subject_id, entry.new, entry.actor_id) == (
        *("areas.loaded", in_town(TOWN).id, "2025", None),
    )


def test_names_that_are_taken_get_something_behind_them(tmp_path: Path) -> None:
    features = [
        feature(square(0, 0), buurtcode="BU99980101", buurtnaam="Centrum"),
        feature(square(1, 0), buurtcode="BU99980201", buurtnaam="Centrum"),
        feature(square(0, 1), buurtcode="BU99980202", buurtnaam="Centrum"),
        feature(square(1, 1), buurtcode="BU99980203", buurtnaam="Centrum"),
        feature(square(2, 1), buurtcode="BU99980204", buurtnaam="***"),
        *town_features()[4:],
    ]
    service.load([geojson(tmp_path, features)], [], [], year=2025)

    assert [queries.by_code(f"BU999802{tail}") for tail in ("01", "02", "03", "04")] == [
        *(queries.by_slug(slug) for slug in ("centrum-buurt", "centrum-buurt-zuid")),
        *(queries.by_slug(slug) for slug in ("centrum-bu99980203", "bu99980204")),
    ]
