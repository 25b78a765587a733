"""People change what they tell about themselves, and end their sessions."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from factories.accounts import a_person, a_session
from factories.areas import a_town

SignedIn = Callable[[User], FlaskClient]
PAGE = "/mijn/gegevens"


def test_the_page_shows_what_we_keep(signed_in: SignedIn) -> None:
    anna, town = a_person("Anna"), a_town()
    anna.neighbourhood_id = town.park.id

    page = signed_in(anna).get(PAGE).text

    assert 'value="Anna"' in page
    assert f'<option selected value="{town.park.id}">Parkbuurt</option>' in page
    assert "anna@voorbeeld.example" in page


@pytest.mark.parametrize("chosen", ["", "mill"])
def test_people_change_their_name_and_neighbourhood(signed_in: SignedIn, chosen: str) -> None:
    anna, town = a_person("Anna"), a_town()
    area_id = getattr(town, chosen).id if chosen else None
    anna.neighbourhood_id = town.park.id
    client = signed_in(anna)

    answer = client.post(
        PAGE, data={"name": "Anna B.", "neighbourhood_id": area_id or "", "language": "nl"}
    )

    assert (answer.status_code, answer.location) == (303, PAGE)
    db.session.expire_all()
    assert (anna.name, anna.neighbourhood_id) == ("Anna B.", area_id)
    assert "Je gegevens zijn opgeslagen." in client.get(PAGE).text


def test_people_choose_the_language_of_their_pages_and_mails(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = signed_in(anna)

    client.post(PAGE, data={"name": "Anna", "neighbourhood_id": "", "language": "en"})

    assert "Your details have been saved." in client.get(PAGE).text
    db.session.expire_all()
    assert anna.language == "en"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": "", "neighbourhood_id": "", "language": "nl"}, "name"),
        ({"name": "x" * 81, "neighbourhood_id": "", "language": "nl"}, "name"),
        ({"name": "Anna", "neighbourhood_id": "999999", "language": "nl"}, "neighbourhood_id"),
        ({"name": "Anna", "neighbourhood_id": "abc", "language": "nl"}, "neighbourhood_id"),
        ({"name": "Anna", "neighbourhood_id": "", "language": "xx"}, "language"),
    ],
)
def test_what_does_not_fit_is_refused_at_the_field(
    signed_in: SignedIn, typed: dict[str, str], field: str
) -> None:
    a_town()
    answer = signed_in(a_person("Anna")).post(PAGE, data=typed)

    assert (answer.status_code, f'href="#{field}"' in answer.text) == (422, True)


def test_a_name_with_signs_is_shown_as_it_was_typed(signed_in: SignedIn) -> None:
    client = signed_in(a_person("Anna"))
    name = "O'Brien <script>alert(1)</script> {{7*7}} van 't Hoff"

    client.post(PAGE, data={"name": name, "neighbourhood_id": ""})

    page = client.get(PAGE).text
    assert "<script>" not in page
    assert "O&#39;Brien &lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} van &#39;t Hoff" in page


def test_extra_fields_change_nothing(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    typed = {"name": "Anna", "neighbourhood_id": "", "email": "x@y.nl", "password_hash": "x"}

    signed_in(anna).post(PAGE, data=typed)

    db.session.expire_all()
    assert (anna.email, anna.password_hash) == ("anna@voorbeeld.example", None)


def test_every_session_is_listed_and_can_be_ended(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    other = a_session(anna, device="Safari, iPhone")
    client = signed_in(anna)
    page = client.get(PAGE).text
    assert ("Safari, iPhone" in page, page.count("dit apparaat)")) == (True, 1)

    answer = client.post(f"{PAGE}/apparaten/{other.id}/afmelding")

    assert answer.location == PAGE
    assert "Safari, iPhone" not in client.get(PAGE).text


def test_ending_the_session_of_this_browser_signs_out(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = signed_in(anna)
    own = db.session.execute(db.text("select max(id) from login_sessions")).scalar_one()

    assert client.post(f"{PAGE}/apparaten/{own}/afmelding").location == "/uitgelogd"
    assert client.get(PAGE).status_code == 303


def test_sessions_of_others_do_not_exist(signed_in: SignedIn) -> None:
    other = a_session(a_person("Bilal"))
    client = signed_in(a_person("Anna"))

    assert client.post(f"{PAGE}/apparaten/{other.id}/afmelding").status_code == 404
    assert client.post(f"{PAGE}/apparaten/999999/afmelding").status_code == 404
    db.session.expire_all()
    assert other.ended_at is None


def test_the_language_of_the_page_becomes_that_of_the_person(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = signed_in(anna)

    answer = client.post(
        "/mijn/taal", data={"language": "en", "terug": "/initiatieven?zoek=x&taal=nl"}
    )

    assert (answer.status_code, answer.location) == (303, "/initiatieven?zoek=x")
    assert '<html lang="en" dir="ltr"' in client.get(answer.location).text
    db.session.expire_all()
    assert anna.language == "en"


@pytest.mark.parametrize("elsewhere", ["", "//evil.example/", "https://evil.example/"])
def test_another_language_leads_to_no_other_site(signed_in: SignedIn, elsewhere: str) -> None:
    data = {"language": "en", "terug": elsewhere}
    assert signed_in(a_person("Anna")).post("/mijn/taal", data=data).location == "/"


@pytest.mark.parametrize("unknown", ["", "xx", "../en"])
def test_a_language_that_we_do_not_speak_is_refused(signed_in: SignedIn, unknown: str) -> None:
    anna = a_person("Anna")
    answer = signed_in(anna).post("/mijn/taal", data={"language": unknown})

    assert (answer.status_code, anna.language) == (422, "")
