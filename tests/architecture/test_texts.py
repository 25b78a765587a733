"""Every text for people can be read in English too, and what residents meet in every language."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from architecture.resident_texts import resident_texts
from architecture.sources import ROOT, TEMPLATES, name_of

CATALOGUES = ROOT / "app" / "translations"
LANGUAGES = sorted(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/messages.po"))
HOLE = re.compile(r"%\((\w+)\)s")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
MARK_UP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(request: pytest.FixtureRequest) -> Catalog:
    """Return the catalogue of one language after the other, as a translator wrote it."""
    with (CATALOGUES / request.param / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=request.param)


def test_every_text_has_an_english_translation(texts: Catalog) -> None:
    with (CATALOGUES / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        english = read_po(file, locale="en")
    missing = [message.id for message in texts if message.id and not _is_done(english, message.id)]

    assert missing == [], "run `make texts` and translate"


def test_residents_read_every_language_from_the_first_page_to_the_last(
    texts: Catalog, translated: Catalog
) -> None:
    missing = [
        message.id for message in resident_texts(texts) if not _is_done(translated, message.id)
    ]

    assert missing == [], f"run `make texts` and translate to {translated.locale}"


def test_the_catalogue_holds_no_text_that_is_gone(texts: Catalog, translated: Catalog) -> None:
    gone = [message.id for message in translated if message.id and message.id not in texts]

    assert gone == []


def test_a_translation_fills_the_same_holes(translated: Catalog) -> None:
    different = [
        message.id
        for message in translated
        if message.id and _is_done(translated, message.id) and not _same_holes(message)
    ]

    assert different == []


def test_a_number_has_as_many_forms_as_the_language(translated: Catalog) -> None:
    wrong = [
        message.id
        for message in translated
        if message.pluralizable and len(_all(message.string)) != translated.num_plurals
    ]

    assert wrong == []


def test_the_glossary_says_what_the_pages_say(translated: Catalog) -> None:
    head, *rows = _glossary()
    column = head.index(str(translated.locale))
    different = [
        (row[0], row[column], str(found.string))
        for row in rows
        if (found := translated.get(row[0])) and found.string and found.string != row[column]
    ]

    assert different == []
    assert len(rows) >= 30


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_no_text_outside_gettext(path: Path) -> None:
    bare = MARK_UP.sub(" ", JINJA.sub(" ", path.read_text()))

    assert WORD.findall(bare) == [], 'put it in {{ _("...") }}'


def _is_done(catalogue: Catalog, key: str | tuple[str, ...]) -> bool:
    found = catalogue.get(key if isinstance(key, str) else key[0])
    return found is not None and all(_all(found.string))


def _same_holes(message: Message) -> bool:
    """Tell whether a text asks for the same values; "one day" need not say the number."""
    asked = set(HOLE.findall(" ".join(_all(message.id))))
    forms = [set(HOLE.findall(text)) for text in _all(message.string)]
    if not message.pluralizable:
        return all(form == asked for form in forms)
    return all(asked - {"num"} <= form <= asked for form in forms) and forms[-1] == asked


def _all(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def _glossary() -> list[list[str]]:
    """Return the table of field terms: codes of languages, then a row for each term."""
    lines = (ROOT / "docs" / "languages.md").read_text().splitlines()
    table = [line.strip("| ").split("|") for line in lines if line.startswith("|")]
    head, _line, *rows = [[cell.strip() for cell in row] for row in table]
    return [head, *rows]
