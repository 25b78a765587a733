"""Passing a plan on: messages that are ready to send, the address, and what a link shows."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from app.initiatives.lifecycle import State
from factories.accounts import a_person
from factories.initiatives import an_initiative

TITLE = 'Thee & "taart" bij <ons> 50% 🍰'


class Page(HTMLParser):
    """Collects the links by their address and the tags that message programs read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.tags: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self.links.append(values)
        elif tag == "meta" and (name := values.get("property") or values.get("name")):
            self.tags[name] = values.get("content")

    def link_to(self, start: str) -> dict[str, str | None]:
        return next(link for link in self.links if (link.get("href") or "").startswith(start))


def test_the_message_for_whatsapp_is_ready_with_the_title_as_it_was_typed(
    client: FlaskClient,
) -> None:
    initiative = an_initiative(title=TITLE)

    link = Page(client.get(f"/initiatieven/{initiative.id}").text).link_to("https://wa.me/")

    parts = urlsplit(link["href"])
    assert (parts.netloc, parts.path, link["rel"]) == ("wa.me", "/", "noopener noreferrer")
    assert parse_qs(parts.query) == {
        "text": [
            f"Kijk eens naar dit plan in onze buurt: {TITLE}\n"
            f"http://127.0.0.1:5000/i/{initiative.id}"
        ]
    }


def test_the_mail_is_ready_with_a_subject_and_the_address(client: FlaskClient) -> None:
    initiative = an_initiative(title=TITLE)

    link = Page(client.get(f"/initiatieven/{initiative.id}").text).link_to("mailto:?")

    assert parse_qs(urlsplit(link["href"]).query) == {
        "subject": [f"Een plan in onze buurt: {TITLE}"],
        "body": [
            f"Kijk eens naar dit plan in onze buurt: {TITLE}\r\n\r\n"
            f"http://127.0.0.1:5000/i/{initiative.id}"
        ],
    }


def test_the_address_to_write_down_stands_on_the_page(client: FlaskClient) -> None:
    initiative = an_initiative()

    page = client.get(f"/initiatieven/{initiative.id}").text

    assert f'<span class="share__address" dir="ltr">127.0.0.1:5000/i/{initiative.id}</span>' in page


def test_a_link_shows_the_title_the_summary_and_the_picture(client: FlaskClient) -> None:
    initiative = an_initiative(title=TITLE)

    tags = Page(client.get(f"/initiatieven/{initiative.id}").text).tags

    page = f"http://127.0.0.1:5000/initiatieven/{initiative.id}"
    summary = "We maken samen tuintjes langs de gevels."
    assert tags["description"] == tags["og:description"] == summary
    assert (tags["og:title"], tags["og:url"]) == (TITLE, page)
    assert tags["og:image"] == f"{page}.png"
    answer = client.get(urlsplit(tags["og:image"]).path)
    assert answer.mimetype == tags["og:image:type"] == "image/png"


@pytest.mark.parametrize(
    ("state", "hidden"), [(State.SUBMITTED, False), (State.PUBLISHED, True), (State.DRAFT, False)]
)
def test_of_a_plan_that_is_not_public_nothing_can_be_passed_on(
    signed_in, state: State, hidden: bool
) -> None:
    initiative = an_initiative(state=state, hidden=hidden)

    page = signed_in(a_person("Anna")).get(f"/initiatieven/{initiative.id}")

    assert page.status_code == 200
    for words in ("wa.me", "og:title", "Vertel het verder", 'name="description"'):
        assert words not in page.text


def test_the_confirmation_shows_it_once_the_plan_is_public(signed_in) -> None:
    waiting, public = an_initiative(state=State.SUBMITTED), an_initiative()
    browser = signed_in(a_person("Anna"))

    before = browser.get(f"/initiatieven/{waiting.id}/ontvangen").text
    after = browser.get(f"/initiatieven/{public.id}/ontvangen").text

    assert ("wa.me" in before, "wa.me" in after) == (False, True)
