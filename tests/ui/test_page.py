"""Every page has the same skeleton, and says in its title when something is wrong."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import get_template_attribute, render_template, render_template_string
from flask.testing import FlaskClient
from wtforms import Form, StringField

from app.accounts.models import User
from app.web.language import NAMES, Language
from app.web.templating import NavigationLink
from factories.accounts import a_person
from tests.ui.conftest import words

PAGE = '{% extends "ui/page.html" %}{% block title %}Idee{% endblock %}{% block content %}<h1>x</h1>{% endblock %}'
MACROS = Path(__file__).resolve().parents[2] / "app" / "ui" / "macros"
HOSTILE = "<script>alert(1)</script>"


class Question(Form):
    x = StringField()


def read(html: str) -> Element:
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return document


def links_of(page: Element, part: str) -> list[Element]:
    found = page.find(f".//{part}")
    assert found is not None
    return list(found.iter("a"))


def test_the_first_link_skips_to_the_content() -> None:
    page = read(render_template_string(PAGE))

    body, main = page.find("body"), page.find(".//main")
    assert body is not None
    assert main is not None
    assert next(body.iter("a")).get("href") == f"#{main.get('id')}"


@pytest.mark.parametrize(("errors", "start"), [([], "Idee"), (["Leeg"], "Fout: Idee")])
def test_the_title_says_when_the_form_is_wrong(errors: list[str], start: str) -> None:
    form = Question()
    form.x.errors = errors

    page = read(render_template_string(PAGE, form=form))

    assert words(page.find(".//title")).startswith(start)


def test_the_language_of_the_page_is_marked_and_each_one_is_a_link() -> None:
    page = read(render_template_string(PAGE))

    choices = [link for link in links_of(page, "header") if link.get("hreflang")]
    assert (page.get("lang"), page.get("dir")) == ("nl", "ltr")
    assert [(words(link), link.get("lang")) for link in choices] == [
        (name, code) for code, name in NAMES.items()
    ]
    assert [link.get("lang") for link in choices if link.get("aria-current")] == ["nl"]


def test_a_language_is_chosen_with_a_button_by_who_is_signed_in(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    header = read(signed_in(a_person()).get("/initiatieven?zoek=x").text).find(".//header")

    assert header is not None
    form = next(one for one in header.iter("form") if one.get("id") == "taal")
    buttons = [one for one in header.iter("button") if one.get("form") == "taal"]
    assert (form.get("method"), form.get("action")) == ("post", "/mijn/taal")
    assert [(one.get("name"), one.get("value")) for one in buttons] == [
        ("language", code) for code in NAMES
    ]
    kept = {one.get("name"): one.get("value") for one in form.iter("input")}
    assert kept["terug"] == "/initiatieven?zoek=x&taal=nl"


def test_the_menu_marks_where_you_are_and_counts_what_is_new() -> None:
    everybody = [
        NavigationLink("Wijken", "/wijken", is_current=True),
        NavigationLink("Doe mee", "/doe-mee"),
    ]
    own = [NavigationLink("Berichten", "/berichten", shows_unread=True)]

    frame = get_template_attribute("ui/frame.html", "header")
    header = frame(everybody, own, 3, [Language("nl", "Nederlands", True)], True, "/?", "x")

    links = list(read(f"<!doctype html><title>x</title>{header}").iter("a"))
    assert [words(a) for a in links if a.get("aria-current")] == ["Wijken"]
    assert words(links[-1]) == "Berichten 3 nieuw"


def test_signing_out_is_a_button_that_posts_with_a_token(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    header = read(signed_in(a_person()).get("/over").text).find(".//header")

    assert header is not None
    button = next(one for one in header.iter("button") if words(one) == "Uitloggen")
    form = next(one for one in header.iter("form") if one.get("id") == button.get("form"))
    assert (form.get("method"), form.get("action")) == ("post", "/uitloggen")
    assert [i.get("name") for i in form.iter("input")] == ["csrf_token"]


def test_the_foot_of_every_page_gives_a_team_and_a_number() -> None:
    page = read(render_template_string(PAGE))

    kinds = [a.get("href", "").partition(":")[0] for a in links_of(page, "footer")]
    assert kinds[:2] == ["tel", "mailto"]


def test_a_page_has_no_script_and_no_look_written_in_it() -> None:
    page = read(render_template_string(PAGE))

    scripts = [(e.get("type"), e.text) for e in page.iter("script") if e.get("src")]
    assert scripts == [("module", None)]
    inline = [e for e in page.iter("script") if not e.get("src")]
    assert inline + [e for e in page.iter() if e.tag == "style" or e.get("style")] == []


def test_a_mail_has_its_link_twice_and_keeps_hostile_text_as_text() -> None:
    link = SimpleNamespace(label="Bekijk", url="https://example.nl/a")

    stop = SimpleNamespace(label=HOSTILE, url="https://example.nl/stop")
    part = SimpleNamespace(heading=HOSTILE, news=[(HOSTILE, link)])
    letter = SimpleNamespace(
        subject=HOSTILE,
        paragraphs=[HOSTILE, "Groet"],
        parts=[part],
        link=link,
        why=HOSTILE,
        stop=stop,
    )

    page = read(render_template("ui/mail.html", locale="nl", letter=letter))

    assert page.find(".//script") is None
    assert [a.get("href") for a in page.iter("a")] == [link.url, link.url, stop.url]
    assert words(page).count(link.url) == 1


def test_the_style_page_shows_every_component_with_its_code(client: FlaskClient) -> None:
    page = read(client.get("/stijl").text)

    shown = {words(code).split(" import ")[0] for code in page.iter("code")}
    assert {f'{{% from "ui/macros/{path.name}"' for path in MACROS.glob("*.html")} == shown


def test_the_style_page_shows_itself_in_a_theme_that_is_there(client: FlaskClient) -> None:
    def stylesheets(address: str) -> int:
        return client.get(address).text.count('rel="stylesheet"')

    assert [stylesheets(f"/stijl{end}") for end in ("", "?thema=kust", "?thema=x")] == [3, 4, 3]
