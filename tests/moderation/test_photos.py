"""A photo in the queue: the moderator sees it large with its words, and its maker hears of it."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import pictures
from app.core.db import db
from app.initiatives import queries
from app.initiatives import service as initiatives
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.moderation import service
from app.moderation.models import Review, Rule
from app.notifications.models import Message
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative
from factories.photos import a_file, a_photo

Browsers = Callable[[User], FlaskClient]
ALT = "Drie mensen zetten planten in een bak"


@pytest.fixture
def review() -> Review:
    """Return the review of a photo that Anna added to her public plan."""
    anna = a_person()
    initiatives.add_photo(an_initiative(anna), pictures.clean(a_file()), ALT, by=anna)
    return db.session.query(Review).one()


def test_a_moderator_sees_a_photo_with_its_words_and_publishes_it(
    signed_in: Browsers, client: FlaskClient, review: Review
) -> None:
    browser, path = signed_in(a_moderator()), f"/moderatie/{review.id}"
    file = f"/initiatieven/fotos/{review.subject_id}/960.webp"

    assert "<td" in browser.get("/moderatie").text
    page = browser.get(path).text
    assert (f'src="{file}"' in page, page.count(ALT)) == (True, 2)
    assert browser.get(file).status_code == 200
    assert client.get(file).status_code == 404
    assert browser.post(path, data={"step": "publish"}).status_code == 303

    assert client.get(file).status_code == 200


def test_a_moderator_sees_the_photos_of_a_new_plan_with_the_plan(signed_in: Browsers) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    photo = a_photo(initiative)
    service.receive(
        initiative,
        title=initiative.title,
        text="",
        author=initiative.owner,
        district_id=initiative.district_id,
    )
    number = db.session.query(Review).one().id

    page = signed_in(a_moderator()).get(f"/moderatie/{number}").text

    assert f"/initiatieven/fotos/{photo.id}/960.webp" in page


@pytest.mark.parametrize(
    ("judge", "subject", "words", "link"),
    [
        ("publish", "Geplaatst: ", "We hebben je foto bekeken.", "/fotos"),
        ("request_changes", "Kijk nog eens naar je foto: ", "haal de foto weg.", "/fotos"),
        ("reject", "Niet geplaatst: ", "We plaatsen hem niet.", "/uitleg"),
    ],
)
def test_the_maker_hears_what_was_decided(
    review: Review, judge: str, subject: str, words: str, link: str
) -> None:
    why = {} if judge == "publish" else {"rule": Rule.PERSONAL, "reason": "Je ziet een kenteken."}

    getattr(service, judge)(review, by=a_moderator(), **why)

    message = db.session.query(Message).one()
    assert message.user_id == review.author_id
    assert message.subject == f"{subject}Geveltuintjes"
    assert words in message.text
    assert "tekst" not in message.subject
    assert str(message.link).endswith(link)


def test_a_photo_that_was_taken_away_is_gone_from_the_queue(
    signed_in: Browsers, review: Review
) -> None:
    initiative = db.session.query(Initiative).one()
    (photo,) = queries.photos_of(initiative)
    initiatives.remove_photo(photo, by=a_person())

    browser = signed_in(a_moderator())

    assert "Er wacht niets" in browser.get("/moderatie").text
    assert browser.get(f"/moderatie/{review.id}").status_code == 404
