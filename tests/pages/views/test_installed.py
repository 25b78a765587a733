"""The portal as an app: a manifest that phones accept, a worker of this build, and a page without internet."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.pages.views import installed
from app.web.face import BUILT
from app.web.templating import APP

THEME = (APP / "static" / "css" / "theme.css").read_text()


def test_the_manifest_names_the_portal_and_icons_that_exist(client: FlaskClient) -> None:
    answer = client.get("/app.webmanifest")

    told = answer.get_json(force=True)
    assert answer.mimetype == "application/manifest+json"
    assert (told["name"], told["lang"], told["start_url"]) == ("Aanzet", "nl", "/")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    assert all((BUILT / icon["src"].rpartition("/")[2]).exists() for icon in told["icons"])


def test_a_municipality_with_a_logo_and_colours_has_them_on_the_phone_too(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "LOGO", str(APP / "static" / "img" / "icons.svg"))
    monkeypatch.setitem(app.config, "THEME", "kust")

    told = client.get("/app.webmanifest").get_json(force=True)

    assert [icon["src"].partition(".")[0] for icon in told["icons"]] == ["/static/icons"]
    assert "theme_color" not in told
    assert "/static/kust." in client.get("/sw.js").text


def test_the_colours_of_the_manifest_are_those_of_the_theme() -> None:
    assert f"--aanzet-band: {installed.BAND};" in THEME
    assert f"--basis-color-default-bg-document: {installed.GROUND};" in THEME


def test_the_bar_of_the_phone_has_the_colour_of_the_band_by_day_and_by_night(
    client: FlaskClient,
) -> None:
    colours = re.findall(r'name="theme-color" content="(#\w+)"', client.get("/over").text)

    assert colours == re.findall(r"--aanzet-band: (#\w+);", THEME)


def test_the_worker_knows_the_files_of_this_build_and_is_asked_for_anew(
    client: FlaskClient,
) -> None:
    answer = client.get("/sw.js")

    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/javascript", "no-cache")
    files = re.findall(r'"/static/([^"]+)"', answer.text.partition("\n")[0])
    assert len(files) == len(installed.SHELL) + 2  # the logo, and the icon of an announcement
    assert all((BUILT / name).exists() for name in files)


@pytest.mark.parametrize("encoding", ["identity", "br"])
def test_a_worker_that_did_not_change_is_not_sent_again(client: FlaskClient, encoding: str) -> None:
    asked = {"Accept-Encoding": encoding, "Sec-Fetch-Site": "same-origin"}
    first = client.get("/sw.js", headers=asked)

    again = client.get("/sw.js", headers={**asked, "If-None-Match": first.headers["ETag"]})

    assert first.headers.get("Content-Encoding", "identity") == encoding
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Je bent offline"), ("en", "You are offline")]
)
def test_the_page_without_internet_is_there_in_each_language(
    client: FlaskClient, app: Flask, language: str, words: str
) -> None:
    page = client.get(f"/offline?taal={language}")

    assert page.status_code == 200
    assert f"<h1>{words}</h1>" in page.text
    assert app.config["CONTACT_PHONE"] in page.text
