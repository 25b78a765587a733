"""Files are small, say what they are for, and have a name that means something."""

import ast
from pathlib import Path

import pytest

from architecture.sources import PYTHON, ROOT, name_of, tree_of

TESTS = sorted((ROOT / "tests").rglob("*.py"))
EMPTY_NAMES = {"utils.py", "util.py", "helpers.py", "misc.py", "common.py"}


@pytest.mark.parametrize("path", PYTHON + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_stays_under_300_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) < 300, "split it by subject"


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_file_starts_with_one_sentence_that_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)), "begin with a sentence for the next reader"


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_file_is_named_after_its_subject(path: Path) -> None:
    assert path.name not in EMPTY_NAMES, "name the subject"
