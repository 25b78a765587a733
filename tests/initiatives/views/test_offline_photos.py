"""Photos of a plan that a phone sends by itself: those that belong to it, once each, judged as any other."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.audit.queries import history
from app.core import tokens
from app.core.db import db
from app.core.jobs import work_off
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from factories.areas import a_town
from factories.photos import a_file, drawn, has_files

WORDS = "/initiatieven/nieuw/offline"
PATH = f"{WORDS}/fotos"
OURS = {"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}
BENCH, TREE, POND = (a_file(picture=drawn(colour=colour)) for colour in ("tan", "green", "blue"))


class Phone:
    """Sends a plan and its photos, as the script of the page does."""

    def __init__(self, client: FlaskClient) -> None:
        self.client, self.key = client, tokens.secret()
        self.neighbourhood = a_town().mill

    def send_words(self, photos: Sequence[str] = ()) -> None:
        answers = {
            "key": self.key,
            "photo": list(photos),
            "title": "Geveltuintjes",
            "summary": "We maken samen tuintjes langs de gevels.",
            "neighbourhood_id": str(self.neighbourhood.id),
            "for_whom": "Alle bewoners",
            "initiator_kind": "group",
            "name": "Anna",
            "email": "anna@voorbeeld.example",
        }
        assert self.client.post(WORDS, data=answers, headers=OURS).status_code == 201

    def send_photo(
        self, mark: str, file: bytes, alt: str = "Een bank", **other: str
    ) -> TestResponse:
        sent = {
            "key": self.key,
            "photo": mark,
            "alt": alt,
            "file": (BytesIO(file), "photo"),
            **other,
        }
        return self.client.post(PATH, data=sent, headers=OURS)


@pytest.fixture
def phone(client: FlaskClient) -> Phone:
    return Phone(client)


def mark(letter: str) -> str:
    """Return a key as a phone makes it."""
    return letter * 43


def alts() -> list[str]:
    db.session.expire_all()
    return [photo.alt for photo in db.session.query(Photo).order_by(Photo.id)]


def test_photos_come_after_the_words_and_stand_at_the_draft(phone: Phone) -> None:
    phone.send_words([mark("a"), mark("b")])
    answers = [phone.send_photo(mark("a"), BENCH), phone.send_photo(mark("b"), TREE, "Een boom")]

    assert [(answer.status_code, answer.json) for answer in answers] == [(201, {}), (201, {})]
    assert alts() == ["Een bank", "Een boom"]
    phone.client.post(f"/initiatieven/nieuw/verder/{phone.key}")
    assert "Een boom" in phone.client.get("/initiatieven/nieuw/controle").text


def test_everything_a_second_time_changes_nothing(phone: Phone) -> None:
    for _time in range(2):
        phone.send_words([mark("a"), mark("b")])
        phone.send_photo(mark("a"), BENCH)
        phone.send_photo(mark("b"), TREE, "Een boom")

    assert alts() == ["Een bank", "Een boom"]
    photo = db.session.query(Photo).order_by(Photo.id).first()
    assert photo is not None
    assert [line.action for line in history("photos", photo.id)] == ["photos.add"]
    assert db.session.query(Initiative).count() == 1


def test_other_words_for_a_photo_replace_the_first(phone: Phone) -> None:
    phone.send_words([mark("a")])
    phone.send_photo(mark("a"), BENCH)

    phone.send_photo(mark("a"), BENCH, "Een oude bank")

    assert alts() == ["Een oude bank"]


def test_a_photo_that_was_taken_away_on_the_phone_goes_here_too(phone: Phone) -> None:
    phone.send_words([mark("a"), mark("b")])
    phone.send_photo(mark("a"), BENCH)
    name = db.session.query(Photo.name).scalar()

    phone.send_words([mark("b"), mark("c")])
    phone.send_photo(mark("b"), TREE, "Een boom")
    phone.send_photo(mark("c"), POND, "Een vijver")

    assert alts() == ["Een boom", "Een vijver"]
    db.session.commit()
    work_off()
    assert not has_files(name)


def test_a_draft_that_somebody_went_on_with_keeps_its_own_photos(phone: Phone) -> None:
    phone.send_words([mark("a")])
    phone.send_photo(mark("a"), BENCH)
    phone.client.post(f"/initiatieven/nieuw/verder/{phone.key}")
    changed = {"title": "Tuintjes", "summary": "We maken samen tuintjes langs de gevels."}
    phone.client.post("/initiatieven/nieuw/wat", data=changed)

    phone.send_words([mark("b")])
    answer = phone.send_photo(mark("b"), TREE)

    assert answer.status_code == 201
    assert alts() == ["Een bank"]


def test_a_photo_from_the_page_of_the_draft_stays(phone: Phone) -> None:
    phone.send_words()
    phone.client.post(f"/initiatieven/nieuw/verder/{phone.key}")
    own = {"alt": "Een boom", "file": (BytesIO(TREE), "boom.jpg")}
    phone.client.post("/initiatieven/nieuw/fotos", data=own)

    phone.send_words()

    assert alts() == ["Een boom"]


@pytest.mark.parametrize(
    ("file", "wrong", "message"),
    [
        (b"<svg onload=alert(1)>", {}, "We kunnen deze foto niet openen."),
        (a_file(picture=drawn(60, 60)), {}, "Deze foto is te klein om goed te zien."),
        (BENCH, {"alt": ""}, "Vertel wat er op de foto te zien is."),
        (BENCH, {"photo": "kort"}, "Laad deze pagina opnieuw en verstuur je plan dan."),
        (BENCH, {"key": ""}, "Laad deze pagina opnieuw en verstuur je plan dan."),
    ],
)
def test_a_refusal_says_in_words_what_is_wrong_and_the_plan_stays(
    phone: Phone, file: bytes, wrong: dict[str, str], message: str
) -> None:
    phone.send_words([mark("a")])

    answer = phone.send_photo(mark("a"), file, **wrong)

    assert answer.status_code == 422
    assert answer.get_json()["message"].startswith(message)
    assert alts() == []
    assert db.session.query(Initiative).count() == 1


def test_a_fourth_photo_is_refused(phone: Phone) -> None:
    marks = [mark(letter) for letter in "abcd"]
    files = [BENCH, TREE, POND, a_file(picture=drawn(colour="gold"))]
    phone.send_words(marks)

    answers = [phone.send_photo(*one) for one in zip(marks, files, strict=True)]

    assert [answer.status_code for answer in answers] == [201, 201, 201, 422]
    assert "Er staan al 3 foto's bij je plan." in answers[3].get_json()["message"]


def test_a_photo_of_a_plan_that_is_not_known_is_not_kept(phone: Phone) -> None:
    assert phone.send_photo(mark("a"), BENCH).status_code == 404
    assert alts() == []


def test_the_answer_speaks_the_language_of_the_page(phone: Phone) -> None:
    sent = {"key": phone.key, "photo": mark("a"), "alt": "Bench", "file": (BytesIO(b"?"), "photo")}

    answer = phone.client.post(f"{PATH}?taal=en", data=sent, headers=OURS)

    assert answer.get_json()["message"].startswith("We cannot open this photo.")


def test_a_page_of_another_site_cannot_add_a_photo(phone: Phone) -> None:
    phone.send_words([mark("a")])
    sent = {"key": phone.key, "photo": mark("a"), "alt": "Een bank", "file": (BytesIO(BENCH), "a")}

    answer = phone.client.post(PATH, data=sent, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert alts() == []
