"""Every text for people can be read in English too."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from architecture.sources import ROOT, TEMPLATES, name_of

ENGLISH = ROOT / "app" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
HOLE = re.compile(r"%\((\w+)\)s")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
MARK_UP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")


@pytest.fixture(scope="module")
def english() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def test_every_text_has_an_english_translation(texts: Catalog, english: Catalog) -> None:
    missing = [message.id for message in texts if message.id and not _is_done(english, message.id)]

    assert missing == [], "run `make texts` and translate"


def test_the_catalogue_holds_no_text_that_is_gone(texts: Catalog, english: Catalog) -> None:
    gone = [message.id for message in english if message.id and message.id not in texts]

    assert gone == []


def test_a_translation_fills_the_same_holes(english: Catalog) -> None:
    different = [
        message.id
        for message in english
        if message.id
        and any(set(HOLE.findall(text)) != _holes(message.id) for text in _all(message.string))
    ]

    assert different == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_no_text_outside_gettext(path: Path) -> None:
    bare = MARK_UP.sub(" ", JINJA.sub(" ", path.read_text()))

    assert WORD.findall(bare) == [], 'put it in {{ _("...") }}'


def _is_done(english: Catalog, key: str | tuple[str, ...]) -> bool:
    found = english.get(key if isinstance(key, str) else key[0])
    return found is not None and all(_all(found.string))


def _all(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def _holes(key: str | tuple[str, ...]) -> set[str]:
    return set(HOLE.findall(" ".join(_all(key))))
