"""A page in another language is the same page, on this site."""

import re
from collections.abc import Callable

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.core.speech import speaking
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from app.initiatives.voices import Concern
from app.support.models import SupportRequest
from app.web.language import as_written, here, say_number
from factories.accounts import a_person
from factories.initiatives import an_initiative
from journeys.steps.setting import a_town_with_postcodes

WHAT, WHERE = "/initiatieven/nieuw/wat", "/initiatieven/nieuw/waar"
TYPED = {"title": "Soep", "themes": ["together"], "starts_on-day": "31"}
BUTTONS = re.compile(r'<button[^>]*?type="submit"[^>]*>', re.DOTALL)


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/over", "/over?taal=en"),
        ("/wijken/caf%C3%A9", "/wijken/caf%C3%A9?taal=en"),
        ("/a%3Fb", "/a%3Fb?taal=en"),
        ("/%00", "/%00?taal=en"),
    ],
)
def test_the_link_to_english_leads_to_this_very_page(app: Flask, path: str, link: str) -> None:
    with app.test_request_context(path):
        assert f"{here()}taal=en" == link


def test_a_path_that_looks_like_another_site_stays_on_this_one(app: Flask) -> None:
    with app.test_request_context("/", environ_overrides={"PATH_INFO": "//evil.example/x"}):
        assert here() == "/evil.example/x?"


def test_the_page_in_another_language_is_asked_the_same(app: Flask) -> None:
    with app.test_request_context("/initiatieven?zoek=b%26b&taal=nl&wijk=x&wijk=y"):
        assert here() == "/initiatieven?zoek=b%26b&wijk=x&wijk=y&"


def test_a_page_that_only_takes_posts_leads_to_the_page_before(app: Flask) -> None:
    before = {"Referer": "http://127.0.0.1:5000/berichten?x=1"}
    with app.test_request_context("/uitloggen", method="POST", headers=before):
        assert here() == "/berichten?"


def test_what_residents_wrote_is_marked_on_a_page_in_another_language(app: Flask) -> None:
    with app.test_request_context("/?taal=en"):
        assert as_written() == ""
        with speaking("en"):
            assert (as_written(), as_written("en")) == (' lang="nl" dir="auto"', "")


def test_a_page_that_is_not_there_is_valid_whatever_its_address(client: FlaskClient) -> None:
    assert client.get("/%00").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("nl", "Inloggen"), ("en", "Log in")])
def test_a_page_speaks_the_language_of_the_reader(
    client: FlaskClient, language: str, words: str
) -> None:
    page = client.get("/over", query_string={"taal": language}).text
    assert f">{words}</a>" in page


@pytest.mark.parametrize(("num", "words"), [(1, "1 tekst wacht"), (2, "2 teksten wachten")])
def test_words_go_with_their_number(app: Flask, num: int, words: str) -> None:
    with app.test_request_context("/"):
        assert say_number("%(num)s tekst wacht", "%(num)s teksten wachten", num) == words


def test_what_people_typed_is_escaped_in_a_sentence(app: Flask) -> None:
    with app.test_request_context("/"):
        page = render_template_string('{{ _("Dag %(name)s", name=name) }}', name="<b>Jo</b> 100%")
    assert page == "Dag &lt;b&gt;Jo&lt;/b&gt; 100%"


def test_what_is_typed_goes_along_and_nothing_is_judged_or_kept(client: FlaskClient) -> None:
    page = client.post(WHAT, data={**TYPED, "taal": "en"})

    assert (page.status_code, '<html lang="en"' in page.text) == (200, True)
    assert "Error:" not in page.text
    for field in ('value="Soep"', 'value="together" checked', 'value="31"'):
        assert field in page.text
    assert db.session.query(Initiative).count() == 0
    assert '<html lang="en"' in client.get(WHAT).text


def test_a_postcode_is_not_looked_up(client: FlaskClient) -> None:
    a_town_with_postcodes()

    page = client.post(WHERE, data={"postcode": "2625 AB", "taal": "pl"})

    assert (page.status_code, 'value="2625 AB"' in page.text) == (200, True)
    assert "Molenbuurt" not in page.text


def test_a_language_that_we_do_not_speak_is_no_switch(client: FlaskClient) -> None:
    assert client.post(WHAT, data={**TYPED, "taal": "xx"}).status_code == 422


@pytest.mark.parametrize("path", [WHAT, WHERE])
def test_the_switch_on_top_leads_to_the_form_and_enter_still_sends_the_form_in(
    client: FlaskClient, path: str
) -> None:
    page = client.get(path).text

    assert 'class="languages__toggle" href="#talen"' in page
    assert "?taal=" not in page
    form = page[page.index('<form class="form"') :]
    first, *languages = BUTTONS.findall(form)
    assert 'name="taal"' not in first
    assert len([button for button in languages if 'name="taal"' in button]) == 5


def test_who_signed_in_is_written_to_in_that_language_too(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    bilal, plan = a_person("Bilal"), an_initiative()

    page = signed_in(bilal).post(
        f"/initiatieven/{plan.id}/zorgen", data={"text": "Is er genoeg licht?", "taal": "tr"}
    )

    assert (page.status_code, "Is er genoeg licht?" in page.text) == (200, True)
    assert db.session.query(Concern).count() == 0
    db.session.refresh(bilal)
    assert bilal.language == "tr"


def test_a_form_with_lines_comes_back_with_every_line(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    plan = an_initiative()
    asked = {"needs-0-description": "Twintig bakken", "needs-1-description": "Wie kan metselen?"}

    page = signed_in(plan.owner).post(
        f"/initiatieven/{plan.id}/ondersteuning/nieuw",
        data={**asked, "needs-0-starts_on": "ergens in mei", "taal": "en"},
    )

    assert (page.status_code, '<html lang="en"' in page.text) == (200, True)
    for typed in (*asked.values(), 'value="ergens in mei"'):
        assert typed in page.text
    assert db.session.query(SupportRequest).count() == 0


def test_a_photo_is_not_sent_to_go_on_in_another_language(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    plan = an_initiative()
    path, owner = f"/initiatieven/{plan.id}/fotos", signed_in(plan.owner)

    buttons = [one for one in BUTTONS.findall(owner.get(path).text) if 'name="taal"' in one]
    page = owner.post(path, data={"file": "IMG_1.jpg", "alt": "Drie mensen", "taal": "en"})

    assert len(buttons) == 5
    assert all('formenctype="application/x-www-form-urlencoded"' in one for one in buttons)
    assert (page.status_code, 'value="Drie mensen"' in page.text) == (200, True)
    assert db.session.query(Photo).count() == 0
