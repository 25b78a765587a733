"""A municipality draws areas of its own: neighbourhoods together under a name people use."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from app.accounts.roles import Role
from app.areas import queries, service
from app.areas.models import Area, AreaKind
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from areas.files import feature, geojson, square, town_features
from factories.accounts import a_moderator, a_person


@pytest.fixture(autouse=True)
def town(tmp_path: Path) -> None:
    service.load([geojson(tmp_path)], [], [], year=2025)


def areas(*codes: str) -> Sequence[Area]:
    return db.session.scalars(select(Area).where(Area.code.in_(codes)).order_by(Area.code)).all()


def test_an_administrator_joins_neighbourhoods_under_a_name() -> None:
    administrator = a_person("Ada", role=Role.ADMINISTRATOR)

    area = service.define_own_area(
        " De  Oever ", areas("BU99980101", "BU999801AF"), by=administrator
    )

    assert (area.kind, area.code, area.name, area.slug, area.year) == (
        *(AreaKind.OWN, "EG999801", "De Oever", "de-oever", 2025),
    )
    assert area.outline is not None
    assert queries.containing(5.205, 52.515) == queries.children(area)[1]
    assert [place.name for place in queries.children(area)] == ["Havenbuurt", "Molenbuurt"]
    assert [place.name for place in queries.own_areas()] == ["De Oever"]


def test_the_definition_is_written_in_the_log() -> None:
    administrator = a_person("Ada", role=Role.ADMINISTRATOR)
    area = service.define_own_area("Oever", areas("BU99980101"), by=administrator)

    entry = db.session.scalars(select(Entry).where(Entry.action == "areas.defined")).one()
    assert (entry.subject_id, entry.actor_id, entry.new) == (
        *(area.id, administrator.id, "BU99980101"),
    )


def test_the_same_name_defines_the_same_area_anew() -> None:
    first = service.define_own_area("Oever", areas("BU99980101", "BU999801AF"), by=None)
    known = (first.id, first.slug)

    again = service.define_own_area("Oever", areas("BU99980201"), by=None)

    assert (again.id, again.slug) == known
    assert [place.name for place in queries.children(again)] == ["Parkbuurt"]


def test_a_second_area_gets_its_own_code_and_address() -> None:
    service.define_own_area("Oever", areas("BU99980101"), by=None)
    second = service.define_own_area("Noord", areas("BU99980101"), by=None)

    assert (second.code, second.slug) == ("EG999802", "noord-gebied")


def test_an_own_area_follows_the_outlines_of_its_neighbourhoods(tmp_path: Path) -> None:
    area = service.define_own_area("Oever", areas("BU99980101"), by=None)
    features = town_features()
    features[0] = feature(square(0, 1, rows=3), buurtcode="BU99980101", buurtnaam="Molenbuurt")

    service.load([geojson(tmp_path, features)], [], [], year=2025)

    assert area.outline == square(0, 1, rows=3)


def test_an_own_area_does_not_retire_with_a_new_year(tmp_path: Path) -> None:
    area = service.define_own_area("Oever", areas("BU99980101"), by=None)

    service.load([geojson(tmp_path)], [], [], year=2026)

    assert area.retired_on is None


@pytest.mark.parametrize(
    ("name", "codes", "field"),
    [
        ("", ("BU99980101",), "name"),
        ("x" * 81, ("BU99980101",), "name"),
        ("Oever", (), "neighbourhoods"),
        ("Oever", ("WK999801",), "neighbourhoods"),
        ("Oever", ("BU99980101", "GM9998"), "neighbourhoods"),
    ],
)
def test_what_is_no_area_is_refused(name: str, codes: tuple[str, ...], field: str) -> None:
    with pytest.raises(Refused) as refused:
        service.define_own_area(name, areas(*codes), by=None)

    assert refused.value.field == field


def test_neighbourhoods_of_two_municipalities_do_not_go_together(tmp_path: Path) -> None:
    other = [
        feature(square(5, 5), buurtcode="BU99970101", buurtnaam="Elders"),
        feature(square(5, 5), wijkcode="WK999701", wijknaam="Elders"),
        feature(square(5, 5), gemeentecode="GM9997", gemeentenaam="Elders"),
    ]
    service.load([geojson(tmp_path, other)], [], [], year=2025)

    with pytest.raises(Refused, match="één gemeente"):
        service.define_own_area("Oever", areas("BU99980101", "BU99970101"), by=None)


def test_only_an_administrator_may() -> None:
    with pytest.raises(NotAllowed):
        service.define_own_area("Oever", areas("BU99980101"), by=a_moderator())
