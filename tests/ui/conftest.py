"""Rendering one macro as a page would, and reading the result as a strict browser."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask

Rendering = Callable[..., Element]


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


@pytest.fixture
def rendered(app: Flask) -> Rendering:
    """Return a function that renders a template text and parses it without forgiving anything."""

    def render(source: str, **values: object) -> Element:
        page = app.jinja_env.from_string(source).render(**values)
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        document: Element = parser.parse(f"<!doctype html><title>x</title>{page}")
        return document

    return render


def words(element: Element | None) -> str:
    """Return the text of ``element`` as a reader hears it: on one line."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())
