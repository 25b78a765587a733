"""SC1 on real ground: the areas of Delft as the CBS publishes them, or an invented town in the same files."""

from pathlib import Path

import pytest

from app.areas import queries as areas
from app.areas import service
from app.areas.tree import Place
from app.core.db import db
from app.demo.geography.city import build_city
from app.demo.geography.files import write_files
from app.initiatives.models import Initiative
from journeys.conftest import Mailbox
from journeys.steps import registering
from journeys.steps.phone import APhone
from journeys.steps.registering import Idea, shown

pytestmark = pytest.mark.browser
CBS = Path(__file__).resolve().parents[3] / "shared" / "data" / "cbs"


@pytest.fixture
def neighbourhood(tmp_path: Path) -> Place:
    """The Gillisbuurt of Delft; where the files of the CBS are not, one that was invented."""
    if CBS.is_dir():
        outlines = sorted(CBS.glob("gm0503_delft_*.geojson"))
        service.load(outlines, [CBS / "gm0503_delft_kerncijfers_2024.csv"], [], year=2024)
        name = "Gillisbuurt"
    else:
        city = build_city()
        files = write_files(city, tmp_path)
        outlines = [files.neighbourhoods, files.districts, files.municipality]
        service.load(outlines, [files.key_figures], [files.postcodes], year=2024)
        name = city.districts[0].neighbourhoods[0].name
    return next(place for place in areas.neighbourhoods() if place.name == name)


def test_a_resident_registers_wall_gardens_in_a_real_neighbourhood(
    neighbourhood: Place, a_phone: APhone, mailbox: Mailbox
) -> None:
    district, municipality = areas.ancestors(neighbourhood)
    sanne, idea = a_phone(), Idea(title=f"Geveltuintjes in de {neighbourhood.name}")
    registering.begin(sanne)
    registering.tell_what(sanne, idea)
    sanne.follow("Ik kies zelf mijn buurt")
    sanne.choose("In welke buurt is het?", neighbourhood.name)
    sanne.press("Verder")
    registering.tell_who(sanne, idea)
    registering.tell_what_is_needed(sanne, idea)

    place = f"{neighbourhood.name}, wijk {district.name}, gemeente {municipality.name}"
    assert shown(sanne)["Buurt"] == place
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.go(mailbox.last_link(idea.email))
    sanne.press("Stuur mijn initiatief in")

    assert sanne.heading == "We hebben je plan ontvangen"
    initiative = db.session.query(Initiative).one()
    assert (initiative.neighbourhood_id, initiative.district_id) == (neighbourhood.id, district.id)
    for area in (neighbourhood, district):
        sanne.go(f"/wijken/{area.slug}")
        assert area.name in sanne.heading
