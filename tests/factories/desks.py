"""Read a desk as a person does."""

from typing import Any

import html5lib
from flask.testing import FlaskClient


def read(browser: FlaskClient) -> dict[str, list[str]]:
    """Return the words of every item on a desk, by the heading of its section."""
    answer = browser.get("/mijn")
    assert answer.status_code == 200
    page = html5lib.parse(answer.text, namespaceHTMLElements=False)
    return {
        _words(section.find("h2")): [_words(item) for item in section.findall("ul/li")]
        for section in page.findall(".//main//section")
        if section.get("class") != "contact"
    }


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
