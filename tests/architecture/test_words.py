"""No Dutch outside the reach of the catalogues: whatever a person reads can be translated.

For templates ``test_texts.py`` asks the same: there every bare word counts.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.sources import APP, PYTHON, name_of, tree_of

GETTEXT = {"_", "_l", "gettext", "lazy_gettext", "ngettext", "lazy_ngettext"}
LITTLE_WORDS = (
    "de het een je jouw wij niet geen van voor naar met bij zijn wordt kun deze dit waar vul kies"
)
DUTCH = re.compile(rf"\b(?:{'|'.join(LITTLE_WORDS.split())})\b")
NOT_READ_AS_A_PAGE = {
    "matching/register.py": "the Algoritmeregister wants Dutch, whoever reads it",
    "config.py": "a municipality sets its own opening hours",
    "search/likeness.py": "a list of everyday words",
    "ui/forms.py": "the page of styles, in development only",
    "ui/samples.py": "the page of styles, in development only",
}
FILES = [
    path
    for path in PYTHON
    if APP / "demo" not in path.parents and name_of(path) not in NOT_READ_AS_A_PAGE
]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_sentence_in_the_code_can_be_translated(path: Path) -> None:
    bare = [said for said in _outside_gettext(tree_of(path)) if " " in said and DUTCH.search(said)]

    assert bare == [], 'put it in _("...")'


def test_a_sentence_that_nobody_can_translate_is_seen() -> None:
    code = '"""Over de buurt."""\nflash("Kies een buurt")\nflash(_("Kies een buurt"))'

    assert list(_outside_gettext(ast.parse(code))) == ["Kies een buurt"]


def _outside_gettext(tree: ast.Module) -> Iterator[str]:
    """Give every text that no gettext reaches; docstrings are for colleagues."""
    passed_by = {
        id(part)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT)
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed_by
        ):
            yield node.value
