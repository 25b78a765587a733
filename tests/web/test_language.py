"""A page in another language is the same page, on this site."""

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from app.core.speech import speaking
from app.web.language import as_written, here, say_number


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
