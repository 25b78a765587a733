"""Photos in the invented town."""

from app.core.db import db
from app.demo.service import Size
from app.demo.service.photos import MOST_PLANS
from app.initiatives import photo_files
from app.initiatives.lifecycle import PUBLIC, TextState
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from factories.demo import fill


def test_some_public_plans_show_photos_with_words_and_files() -> None:
    fill(Size(residents=40, initiatives=60, seed=3))

    found = db.session.query(Photo).join(Initiative).filter(Initiative.state.in_(PUBLIC)).all()

    assert found
    assert {one.state for one in found} <= {TextState.PUBLISHED, TextState.WAITING}
    assert all("voorbeeld" in one.alt for one in found)
    assert all(photo_files.path_of(one.name, one.widths[-1]).exists() for one in found)


def test_a_large_town_has_none() -> None:
    fill(Size(residents=30, initiatives=MOST_PLANS + 1, seed=3))

    assert db.session.query(Photo).count() == 0
