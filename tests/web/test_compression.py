"""Pages go out compressed to whoever asks; what is no page, and what another site asked for, does not."""

import gzip
from collections.abc import Callable, Iterator

import brotli
import pytest
from flask import Flask, Response, make_response, request
from werkzeug.test import Client

from app.web import compression

ASKED = "gzip, deflate, br, zstd"
BY_THE_READER = {"Accept-Encoding": ASKED, "Sec-Fetch-Site": "none"}
PAGE = "<!doctype html><title>Plan</title>" + "<p>Een tuin voor de buurt.</p>" * 50


@pytest.fixture
def browser(app: Flask) -> Client:
    """Return a browser that leaves what it gets as it is."""
    return Client(app, use_cookies=False)


@pytest.fixture
def small_house() -> Client:
    """Return a browser for an app with an answer of every kind."""
    app = Flask(__name__)
    compression.open_compression(app)

    @app.get("/marked")
    def marked() -> Response:
        answer = make_response(PAGE)
        answer.add_etag()
        answer.make_conditional(request)
        return answer

    @app.get("/as/<kind>/<subtype>")
    def other(kind: str, subtype: str) -> Response:
        return Response(PAGE, mimetype=f"{kind}/{subtype}")

    @app.get("/row-by-row")
    def row_by_row() -> Response:
        def rows() -> Iterator[str]:
            yield from [PAGE, PAGE]

        return Response(rows(), mimetype="text/html")

    return Client(app)


@pytest.mark.parametrize(
    ("asked", "way", "read"),
    [
        (ASKED, "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0.5, gzip", "gzip", gzip.decompress),
    ],
)
def test_a_page_comes_in_the_way_that_the_browser_likes_best(
    browser: Client, asked: str, way: str, read: Callable[[bytes], bytes]
) -> None:
    plain = browser.get("/over")
    answer = browser.get("/over", headers={"Accept-Encoding": asked})

    assert "Content-Encoding" not in plain.headers
    assert answer.headers["Content-Encoding"] == way
    assert read(answer.data) == plain.data
    assert answer.content_length == len(answer.data) < len(plain.data) / 2


@pytest.mark.parametrize("asked", ["", "identity", "br;q=0, identity"])
def test_a_program_that_did_not_ask_gets_the_page_as_it_is(browser: Client, asked: str) -> None:
    answer = browser.get("/over", headers={"Accept-Encoding": asked})

    assert "Content-Encoding" not in answer.headers
    assert answer.data.startswith(b"<!doctype html>")


def test_caches_keep_what_each_browser_asked_for_apart(browser: Client) -> None:
    for asked in ("", ASKED):
        answer = browser.get("/over", headers={"Accept-Encoding": asked})

        assert sorted(answer.headers["Vary"].split(", ")) == ["Accept-Encoding", "Cookie"]


def test_a_refusal_is_compressed_too_and_keeps_its_status(browser: Client) -> None:
    answer = browser.get("/bestaat-niet", headers=BY_THE_READER)

    assert (answer.status_code, answer.headers["Content-Encoding"]) == (404, "br")
    assert brotli.decompress(answer.data).startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    ("site", "is_compressed"),
    [
        ("none", True),
        ("same-origin", True),
        ("same-site", False),
        ("cross-site", False),
        ("", False),
    ],
)
def test_a_page_with_secrets_is_not_compressed_for_another_site(
    browser: Client, site: str, is_compressed: bool
) -> None:
    sent_from = {"Sec-Fetch-Site": site} if site else {}
    headers = {"Accept-Encoding": ASKED, "Cookie": "aanzet=x", **sent_from}
    answer = browser.get("/over", headers=headers)

    assert ("Content-Encoding" in answer.headers) == is_compressed


def test_a_visitor_without_a_cookie_has_no_secrets(browser: Client) -> None:
    answer = browser.get("/", headers={**BY_THE_READER, "Sec-Fetch-Site": "cross-site"})

    assert answer.headers["Content-Encoding"] == "br"


@pytest.mark.parametrize("kind", ["text/csv", "text/calendar", "application/pdf", "image/jpeg"])
def test_downloads_and_pictures_stay_as_they_are(small_house: Client, kind: str) -> None:
    answer = small_house.get(f"/as/{kind}", headers=BY_THE_READER)

    assert answer.text == PAGE
    assert not {"Content-Encoding", "Vary"} & set(answer.headers.keys())


def test_what_is_sent_row_by_row_stays_row_by_row(small_house: Client) -> None:
    answer = small_house.get("/row-by-row", headers=BY_THE_READER)

    assert "Content-Encoding" not in answer.headers
    assert answer.is_streamed


def test_a_page_that_did_not_change_is_not_sent_again(small_house: Client) -> None:
    first = small_house.get("/marked", headers=BY_THE_READER)
    mark = {"If-None-Match": first.headers["ETag"]}
    again = small_house.get("/marked", headers={**BY_THE_READER, **mark})
    plain = small_house.get("/marked", headers=mark)

    assert first.headers["Content-Encoding"] == "br"
    assert (again.status_code, again.data) == (304, b"")
    assert plain.status_code == 200, "it has the compressed page"


def test_a_file_of_the_house_is_left_to_the_one_who_compressed_it_before(browser: Client) -> None:
    style = browser.get("/over").text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    with browser.get(style, headers=BY_THE_READER) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert "max-age=31536000" in answer.headers["Cache-Control"]


def test_a_long_page_that_is_asked_for_seldom_is_made_smaller_still() -> None:
    app = Flask(__name__)
    compression.open_compression(app)
    page = PAGE.replace("<p>", "\n      <p>") + "<textarea>\n  &lt;b&gt;</textarea>"

    @app.get("/usual")
    def usual() -> str:
        return page

    @app.get("/long")
    @compression.squeezed_well
    def long() -> str:
        return page

    answers = [Client(app).get(path, headers=BY_THE_READER) for path in ("/usual", "/long")]
    gzipped = Client(app).get("/long", headers={**BY_THE_READER, "Accept-Encoding": "gzip"})

    assert brotli.decompress(answers[1].data).decode() == page.replace("\n      <p>", "\n<p>")
    assert len(answers[1].data) < len(answers[0].data)
    assert gzip.decompress(gzipped.data).decode() == page
