"""The first step: the map of the invented municipality, loaded from files like a real one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from app.areas import service as areas
from app.areas.models import Area
from app.core.db import db
from app.demo.geography.city import City, build_city
from app.demo.geography.files import YEAR, write_files


@dataclass(frozen=True)
class Town:
    """The city as values, with the numbers of its areas in the database by code."""

    city: City
    ids: Mapping[str, int]


def settle(seed: int) -> Town:
    """Write the files of the city of ``seed``, load them and return what came of it."""
    city = build_city(seed)
    with TemporaryDirectory() as folder:
        files = write_files(city, Path(folder))
        areas.load(
            [files.municipality, files.districts, files.neighbourhoods],
            [files.key_figures],
            [files.postcodes],
            year=YEAR,
        )
    return Town(city, dict(db.session.execute(select(Area.code, Area.id)).all()))
