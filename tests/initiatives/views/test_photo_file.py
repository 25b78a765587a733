"""The file of a photo: who gets it, what a cache may do with it, and that it is gone when hidden."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.db import db
from app.initiatives import photo_files
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from factories.accounts import a_person
from factories.areas import a_town
from factories.cast import an_initiative_of_many, everybody
from factories.initiatives import an_initiative
from factories.photos import a_photo

Browsers = Callable[[User], FlaskClient]
THEIRS = {"owner", "team", "board", "moderator"}  # who sees a photo before everybody does


def path_of(photo_id: int, width: int = 480) -> str:
    return f"/initiatieven/fotos/{photo_id}/{width}.webp"


@pytest.mark.parametrize("state", list(TextState))
@pytest.mark.parametrize(
    ("plan", "hidden"), [(State.RUNNING, False), (State.RUNNING, True), (State.SUBMITTED, False)]
)
def test_who_gets_a_file(
    signed_in: Browsers, client: FlaskClient, state: TextState, plan: State, hidden: bool
) -> None:
    initiative = an_initiative_of_many()
    initiative.hidden_at = clock.now() if hidden else None
    _put(initiative.id, plan)
    photo = a_photo(initiative, state=state)
    is_public = plan is State.RUNNING and not hidden and state is TextState.PUBLISHED

    seen = {}
    for name, person in everybody().items():
        browser = signed_in(person) if isinstance(person, User) else client
        seen[name] = browser.get(path_of(photo.id)).status_code

    expected = {name: 200 if is_public or name in THEIRS else 404 for name in seen}
    assert seen == expected


def test_a_public_file_is_a_picture_that_a_browser_may_keep(client: FlaskClient) -> None:
    photo = a_photo(an_initiative())

    answer = client.get(path_of(photo.id, 960))

    assert answer.data == photo_files.path_of(photo.name, 960).read_bytes()
    headers = answer.headers
    assert headers["Content-Type"] == "image/webp"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"] == f"inline; filename=foto-{photo.id}.webp"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert set(headers["Cache-Control"].split(", ")) == {
        *("public", "immutable", "max-age=31536000"),
        *("s-maxage=0", "proxy-revalidate"),
    }
    again = client.get(path_of(photo.id, 960), headers={"If-None-Match": headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_who_is_signed_in_keeps_a_public_file_as_well(signed_in: Browsers) -> None:
    photo = a_photo(an_initiative())

    answer = signed_in(a_person("Noor")).get(path_of(photo.id))

    assert "immutable" in answer.headers["Cache-Control"]


def test_a_file_that_waits_is_for_its_reader_alone(signed_in: Browsers) -> None:
    photo = a_photo(an_initiative(a_person()), state=TextState.WAITING)

    answer = signed_in(a_person()).get(path_of(photo.id))

    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert "public" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize("happens", ["hidden", "archived", "rejected", "taken away"])
def test_a_photo_is_gone_at_once_also_for_a_cache_that_asks_again(
    client: FlaskClient, happens: str
) -> None:
    photo = a_photo(an_initiative())
    etag, number = client.get(path_of(photo.id)).headers["ETag"], photo.id
    if happens == "taken away":
        db.session.delete(photo)
    elif happens == "rejected":
        photo.state = TextState.REJECTED
    elif happens == "hidden":
        photo.initiative.hidden_at = clock.now()
    else:
        _put(photo.initiative_id, State.ARCHIVED)

    answer = client.get(path_of(number), headers={"If-None-Match": etag})

    assert (answer.status_code, answer.mimetype) == (404, "text/html")


@pytest.mark.parametrize("width", [0, 1, 479, 481, 800, 1600, 99999])
def test_there_is_nothing_of_any_other_width(client: FlaskClient, width: int) -> None:
    photo = a_photo(an_initiative())  # 800 wide

    assert client.get(path_of(photo.id, width)).status_code == 404


@pytest.mark.parametrize("number", [0, 10**6, 2**63 - 1, 2**64])
def test_there_is_nothing_at_a_number_without_a_photo(client: FlaskClient, number: int) -> None:
    assert client.get(path_of(number)).status_code == 404


def test_a_file_that_is_lost_is_not_found(client: FlaskClient) -> None:
    photo = a_photo(an_initiative())
    Path(photo_files.path_of(photo.name, 480)).unlink()

    assert client.get(path_of(photo.id)).status_code == 404


def test_a_moderator_of_another_place_gets_nothing(signed_in: Browsers) -> None:
    photo = a_photo(an_initiative(), state=TextState.WAITING)
    elsewhere = a_person("Max", role=Role.MODERATOR, area=a_town().south)

    assert signed_in(elsewhere).get(path_of(photo.id)).status_code == 404


def _put(initiative_id: int, state: State) -> None:
    """Put a plan in a state without telling how it came there."""
    plan = db.session.get_one(Initiative, initiative_id)
    plan.state = state
    db.session.flush()
