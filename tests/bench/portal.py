"""A portal with the small demo, to measure the pages of: its own database, gone afterwards."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app import create_app
from tests.bench.main_pages import Page, main_pages
from tests.bench.processes import BIN, ROOT, gunicorn

COMMANDS = (["db", "upgrade"], ["demo", "fill", "--small"])


@dataclass(frozen=True)
class Portal:
    """Where the portal is, and which pages of it are measured."""

    address: str
    pages: list[Page]


@contextmanager
def small_portal() -> Iterator[Portal]:
    """Serve the small demo until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/portal.db"
        settings = {"AANZET_DATABASE_URL": database, "AANZET_MAIL_URL": f"file://{folder}/mail"}
        for command in COMMANDS:
            subprocess.run(
                [BIN / "flask", "--app", "wsgi:app", *command],
                cwd=ROOT,
                env={**os.environ, **settings},
                check=True,
                capture_output=True,
            )
        pages = main_pages(create_app({"SQLALCHEMY_DATABASE_URI": database}))
        with gunicorn("wsgi:app", settings) as server:
            yield Portal(f"http://127.0.0.1:{server.port}", pages)
