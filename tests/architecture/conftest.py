"""What the house rules look at: the texts that stand in the code and the templates."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from architecture.sources import ROOT
from factories.portals import IS_POSTGRESQL

OF_FILES = ["test_files.py", "test_rooms.py", "test_texts.py", "test_words.py", "test_writing.py"]
collect_ignore = OF_FILES if IS_POSTGRESQL else []  # files are the same on every database


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return the texts that stand in the code and the templates now."""
    template = tmp_path_factory.mktemp("texts") / "messages.pot"
    pybabel = Path(sys.executable).parent / "pybabel"
    command = [pybabel, "-q", "extract", "-F", "pyproject.toml", "-k", "_l", "-k", "ngettext:1,2"]
    subprocess.run([*command, "-o", template, "."], cwd=ROOT, check=True)
    with template.open("rb") as file:
        return read_po(file)
