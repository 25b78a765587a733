"""The pages on which a team adds photos, says again what is on them, and takes them away."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.accounts.models import User
from app.audit.service import record
from app.core import pictures
from app.core.db import db
from app.initiatives import queries
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.moderation.models import Review
from app.web.transaction import paused
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.initiatives import an_initiative
from factories.photos import a_file, a_photo

Browsers = Callable[[User], FlaskClient]
ALT = "Drie mensen zetten planten in een bak"


def send(
    browser: FlaskClient, path: str, content: bytes | None = None, **fields: Any
) -> TestResponse:
    file = (BytesIO(a_file() if content is None else content), fields.pop("name", "IMG_0001.jpg"))
    data = {"file": file, "alt": ALT, **fields}
    return browser.post(path, data=data, content_type="multipart/form-data")


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.id}/fotos"


def test_the_team_adds_a_photo_and_reads_that_it_waits(signed_in: Browsers) -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    browser = signed_in(anna)

    answer = send(browser, page_of(initiative))

    assert (answer.status_code, answer.location) == (303, page_of(initiative))
    page = browser.get(answer.location).text
    assert "Een moderator bekijkt je foto eerst." in page
    assert f'alt="{ALT}"' in page
    assert "Wacht op controle" in page
    assert [photo.state for photo in queries.photos_of(initiative)] == [TextState.WAITING]


def test_the_page_of_the_plan_leads_there_and_only_its_people_see_a_photo_that_waits(
    signed_in: Browsers, client: FlaskClient
) -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    photo = a_photo(initiative, state=TextState.WAITING)
    path, file = f"/initiatieven/{initiative.id}", f"/initiatieven/fotos/{photo.id}/"

    assert f'href="{page_of(initiative)}"' in signed_in(anna).get(path).text
    seen = {
        name: file in browser.get(path).text
        for name, browser in {
            "owner": signed_in(anna),
            "moderator": signed_in(a_moderator()),
            "coordinator": signed_in(a_coordinator()),
            "neighbour": signed_in(a_person("Noor")),
            "visitor": client,
        }.items()
    }
    assert seen == {
        "owner": True,
        "moderator": True,
        "coordinator": False,
        "neighbour": False,
        "visitor": False,
    }


def test_everybody_sees_public_photos_on_the_page_of_the_plan_and_in_the_list(
    client: FlaskClient,
) -> None:
    initiative = an_initiative()
    first, second = a_photo(initiative), a_photo(initiative, colour="navy", alt="Een <b>bak</b>")

    page = client.get(f"/initiatieven/{initiative.id}").text

    assert page.index(f"/fotos/{first.id}/") < page.index(f"/fotos/{second.id}/")
    assert f"/fotos/{first.id}/480.webp 480w, /initiatieven/fotos/{first.id}/960.webp 800w" in page
    assert 'width="800" height="600"' in page
    assert 'alt="Een &lt;b&gt;bak&lt;/b&gt;"' in page
    for path in ("/initiatieven", "/"):
        assert f"/fotos/{first.id}/480.webp" in client.get(path).text


def test_a_plan_without_a_photo_keeps_the_picture_of_its_theme(client: FlaskClient) -> None:
    an_initiative()

    page = client.get("/initiatieven").text

    assert ("#theme-surroundings" in page, "card__photo" in page) == (True, False)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "We kunnen deze foto niet openen."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "We kunnen deze foto niet openen."),
        (b"\0" * 300_001, "hoogstens 12 MB"),
    ],
)
def test_a_bad_file_gets_a_clear_answer_and_what_was_typed_stays(
    signed_in: Browsers, monkeypatch: pytest.MonkeyPatch, content: bytes, message: str
) -> None:
    monkeypatch.setattr(pictures, "LARGEST_FILE", 300_000)
    anna = a_person()
    initiative = an_initiative(anna)

    answer = send(signed_in(anna), page_of(initiative), content)

    assert answer.status_code == 422
    assert message in answer.text
    assert f'value="{ALT}"' in answer.text
    assert queries.photos_of(initiative) == []
    assert db.session.query(Review).count() == 0


def test_both_questions_have_to_be_answered(signed_in: Browsers) -> None:
    anna = a_person()
    initiative = an_initiative(anna)

    answer = signed_in(anna).post(page_of(initiative), data={"alt": " "})

    assert answer.status_code == 422
    assert "Kies een foto." in answer.text
    assert "Vertel wat er op de foto te zien is." in answer.text


def test_the_name_and_the_kind_that_a_file_claims_do_not_matter(signed_in: Browsers) -> None:
    anna = a_person()
    initiative = an_initiative(anna)

    answer = send(signed_in(anna), page_of(initiative), name="../../etc/passwd.php")

    assert answer.status_code == 303
    (photo,) = queries.photos_of(initiative)
    assert (len(photo.name), photo.name.isalnum()) == (64, True)


def test_only_these_pages_take_so_much(signed_in: Browsers) -> None:
    anna = a_person()
    initiative, browser = an_initiative(anna), signed_in(anna)
    kind = "multipart/form-data; boundary=x"
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'

    def status_of(path: str, megabytes: int) -> int:
        body = head + b"\0" * megabytes * 1024 * 1024 + b"\r\n--x--\r\n"
        return browser.post(path, data=body, content_type=kind).status_code

    assert status_of(f"/initiatieven/{initiative.id}/nieuws", 3) == 413
    assert status_of(page_of(initiative), 3) == 422
    assert status_of(page_of(initiative), 21) == 413


def test_pressing_twice_adds_one_photo(signed_in: Browsers) -> None:
    anna = a_person()
    initiative = an_initiative(anna)

    for _press in range(2):
        assert send(signed_in(anna), page_of(initiative)).status_code == 303

    assert len(queries.photos_of(initiative)) == 1


def test_a_full_plan_has_no_form_and_says_so_to_who_sends_anyway(signed_in: Browsers) -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    for colour in ("navy", "teal", "olive"):
        a_photo(initiative, colour=colour)
    browser = signed_in(anna)

    assert 'type="file"' not in browser.get(page_of(initiative)).text
    answer = send(browser, page_of(initiative))
    assert (answer.status_code, "Er staan al 3 foto" in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("who", "state", "status"),
    [("Noor", State.RUNNING, 403), ("Noor", State.SUBMITTED, 404), ("Anna", State.SUBMITTED, 403)],
)
def test_who_may_not_add_a_photo(signed_in: Browsers, who: str, state: State, status: int) -> None:
    initiative = an_initiative(a_person("Anna"), state=state)

    assert send(signed_in(a_person(who)), page_of(initiative)).status_code == status
    assert queries.photos_of(initiative) == []


def test_a_visitor_is_asked_to_sign_in(client: FlaskClient) -> None:
    assert send(client, page_of(an_initiative())).status_code == 303


def test_a_photo_that_was_given_back_shows_why_and_is_sent_in_again(signed_in: Browsers) -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    photo = a_photo(initiative, state=TextState.RETURNED)
    record(a_moderator(), "photos.request_changes", photo, reason="Wat zie je precies?")
    browser, path = signed_in(anna), f"{page_of(initiative)}/{photo.id}"

    page = browser.get(page_of(initiative)).text
    assert ("Wat zie je precies?" in page, f'href="{path}"' in page) == (True, True)
    assert f'value="{ALT}"' in browser.get(path).text
    assert browser.post(path, data={"alt": ""}).status_code == 422
    answer = browser.post(path, data={"alt": "Een bak met planten"})

    assert (answer.status_code, answer.location) == (303, page_of(initiative))
    assert (photo.alt, photo.state) == ("Een bak met planten", TextState.WAITING)


def test_the_words_of_a_public_photo_cannot_be_changed(signed_in: Browsers) -> None:
    anna = a_person()
    photo = a_photo(an_initiative(anna))
    path = f"{page_of(photo.initiative)}/{photo.id}"

    assert signed_in(anna).get(path).status_code == 303
    assert signed_in(anna).post(path, data={"alt": "Iets anders"}).status_code == 409


def test_a_photo_is_taken_away_once(signed_in: Browsers, client: FlaskClient) -> None:
    anna = a_person()
    photo = a_photo(an_initiative(anna))
    initiative, number = photo.initiative, photo.id
    end = f"{page_of(initiative)}/{number}/einde"

    assert signed_in(a_person("Noor")).post(end).status_code == 403
    for _press in range(2):
        assert signed_in(anna).post(end).location == page_of(initiative)

    assert queries.photos_of(initiative) == []
    assert f"/fotos/{number}/" not in client.get(f"/initiatieven/{initiative.id}").text


def test_while_a_photo_is_cleaned_others_can_write(app: Flask) -> None:
    with app.test_request_context(method="POST"):
        app.preprocess_request()
        with paused():
            assert not db.session().in_transaction()
        assert db.session().in_transaction()
