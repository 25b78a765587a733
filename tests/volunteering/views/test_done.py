"""What a volunteer has done: what the organiser noted, and saying that it is not right."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.initiatives.lifecycle import TextState
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.volunteering import a_past_shift, a_place, a_shift, a_task

SignedIn = Callable[[User], FlaskClient]
DONE = "/mijn/aanmeldingen/geweest"


@pytest.fixture
def bilal(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Bilal"))


def note(sign_up: SignUp, quarters: int) -> None:
    service.note_attendance(sign_up, quarters, version=0, by=a_person("Anna"))


def test_the_page_says_what_is_noted_and_nothing_of_others(bilal: FlaskClient) -> None:
    noted, absent, open_ = (
        a_past_shift(a_task(title=title)) for title in ("Soep", "Brood", "Thee")
    )
    for shift, quarters in ((noted, 6), (absent, 0), (open_, None)):
        own = a_place(shift, "Bilal")
        a_place(shift, "Vera")
        if quarters is not None:
            note(own, quarters)
    service.thank(noted, "Lekker gekookt!", before="", by=a_person("Anna"))

    page = bilal.get(DONE).text

    assert "Je was er. De organisator schreef 1 uur en 30 minuten op." in page
    assert "Lekker gekookt!" in page
    assert "De organisator schreef op dat je er niet was." in page
    assert "De organisator heeft nog niets opgeschreven." in page
    assert page.count("Dit klopt niet") == 2
    assert "Vera" not in page
    assert f'href="{DONE}"' in bilal.get("/mijn/aanmeldingen").text


def test_only_what_one_had_a_place_at_and_what_is_over_is_there(bilal: FlaskClient) -> None:
    assert "Je hebt nog niet geholpen" in bilal.get(DONE).text
    a_place(a_past_shift(a_task(title="Afgemeld")), "Bilal", SignUpState.CANCELLED)
    service.sign_up(a_shift(a_task(title="Komt nog")), by=a_person("Bilal"))
    a_place(a_past_shift(a_task(title="Nog niet gelezen", state=TextState.WAITING)), "Bilal")

    page = bilal.get(DONE).text

    assert page.count('aria-labelledby="aanmelding-') == 1
    for title in ("Afgemeld", "Komt nog", "Nog niet gelezen"):
        assert title not in page


def test_the_volunteer_says_that_it_is_not_right(bilal: FlaskClient, signed_in: SignedIn) -> None:
    shift = a_past_shift()
    sign_up = a_place(shift, "Bilal")
    path = f"/aanmeldingen/{sign_up.id}/klopt-niet"
    assert (bilal.get(path).status_code, bilal.post(path).status_code) == (409, 409)
    note(sign_up, 0)
    assert "De organisator schreef op dat je er niet was." in bilal.get(path).text

    assert bilal.post(path, data={"text": " "}).status_code == 422
    long = bilal.post(path, data={"text": "Ik was er. " * 40})
    assert (long.status_code, "Ik was er. Ik was er." in long.text) == (422, True)
    answer = bilal.post(path, data={"text": "Ik was er <b>wel</b>."}, follow_redirects=True)

    assert "De organisator krijgt bericht." in answer.text
    assert "Ik was er &lt;b&gt;wel&lt;/b&gt;." in answer.text
    assert "Ik was er &lt;b&gt;wel&lt;/b&gt;." in bilal.get(path).text
    page = signed_in(a_person("Anna")).get(f"/momenten/{shift.id}/aanwezigheid").text
    assert "Volgens deze persoon klopt dit niet:" in page
    assert "Ik was er &lt;b&gt;wel&lt;/b&gt;." in page


def test_nobody_says_it_for_somebody_else(signed_in: SignedIn) -> None:
    sign_up = a_place(a_past_shift(), "Bilal")
    path = f"/aanmeldingen/{sign_up.id}/klopt-niet"
    note(sign_up, 0)
    expected = {a_person("Anna"): 403, a_coordinator(a_town().north): 403, a_person("Vera"): 404}

    assert {who: signed_in(who).get(path).status_code for who in expected} == expected
    assert {who: signed_in(who).post(path).status_code for who in expected} == expected
