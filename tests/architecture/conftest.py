"""What the house rules look at: the texts that stand in the code and the templates."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from architecture.sources import ROOT


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return the texts that stand in the code and the templates now."""
    template = tmp_path_factory.mktemp("texts") / "messages.pot"
    pybabel = Path(sys.executable).parent / "pybabel"
    command = [pybabel, "-q", "extract", "-F", "pyproject.toml", "-k", "_l", "-k", "ngettext:1,2"]
    subprocess.run([*command, "-o", template, "."], cwd=ROOT, check=True)
    with template.open("rb") as file:
        return read_po(file)
