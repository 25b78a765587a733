"""Take a picture of each main page, on a phone and on a wide screen, by day and by night side by side.

    python -m tests.bench.screenshots [folder]

The demo is the same every time: the clock stands still. The pictures go to docs/screenshots.
"""

import logging
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from app import create_app
from app.core import clock
from app.core.db import db
from app.core.text import slug
from app.core.transaction import transaction
from app.demo import service
from app.demo.commands import SMALL
from tests.bench.main_pages import Page, main_pages
from tests.bench.processes import ROOT
from tests.journeys.chromium import CHROMIUM, MISSING, PHONE, chromium

MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
WIDE = {"width": 1280, "height": 800}
SCREENS = {"phone": (PHONE, 1.0), "wide": (WIDE, 0.7)}  # and how much of its size is kept
SCHEMES = ("light", "dark")
MOST = 60_000  # bytes of a picture
QUALITIES = (85, 75, 65, 55, 45, 35)
SHOWN = (
    *("home", "list", "detail", "task", "district", "help"),
    *("register: what", "register: check", "register: confirmation"),
    *("desk of a resident", "desk of a coordinator", "moderation"),
)


def main() -> int:
    """Take the pictures, say how large they are, and return the exit code."""
    if CHROMIUM is None:
        print(MISSING, file=sys.stderr)
        return 1
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with _portal() as (address, pages), chromium() as browser:
        for page in pages:
            for screen in SCREENS:
                picture = _smallest(_side_by_side(_shots(browser, address, page, screen)))
                (folder / f"{slug(page.name)}-{screen}.webp").write_bytes(picture)
                print(f"{page.name}, {screen}: {len(picture):,} bytes")
    return 0


@contextmanager
def _portal() -> Iterator[tuple[str, list[Page]]]:
    """Serve the small demo at a moment that does not pass, until the block ends."""
    clock.now = lambda: MOMENT
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(
            {
                "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/portal.db",
                "MAIL_URL": f"file://{folder}/mail",
                "MUNICIPALITY": "Gemeente Rietmonde",
                "RATELIMIT_ENABLED": False,
            }
        )
        with app.app_context():
            db.create_all()
            with transaction():
                service.fill(SMALL, today=clock.today(), watch=lambda *_step: nullcontext(_nothing))
        pages = {page.name: page for page in main_pages(app)}
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.port}", [pages[name] for name in SHOWN]
        server.shutdown()


def _nothing() -> None:
    """Nobody watches the filling."""


def _shots(browser: Browser, address: str, page: Page, screen: str) -> list[Image.Image]:
    return [_shot(browser, address, page, screen, scheme) for scheme in SCHEMES]


def _shot(browser: Browser, address: str, page: Page, screen: str, scheme: str) -> Image.Image:
    size, kept = SCREENS[screen]
    context = browser.new_context(
        base_url=address,
        viewport=size,
        color_scheme=scheme,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        reduced_motion="reduce",
        service_workers="block",
        extra_http_headers={"Cookie": page.cookie} if page.cookie else {},
    )
    tab = context.new_page()
    tab.goto(page.path)
    shot = Image.open(BytesIO(tab.screenshot())).convert("RGB")
    context.close()
    width, height = (round(side * kept) for side in shot.size)
    return shot.resize((width, height), Image.Resampling.LANCZOS)


def _side_by_side(shots: list[Image.Image]) -> Image.Image:
    width, height = shots[0].size
    sheet = Image.new("RGB", (len(shots) * width, height))
    for place, shot in enumerate(shots):
        sheet.paste(shot, (place * width, 0))
    return sheet


def _smallest(picture: Image.Image) -> bytes:
    """Return the picture as WebP, in the best quality that is not too large."""
    for quality in QUALITIES:
        sent = BytesIO()
        picture.save(sent, "WEBP", quality=quality, method=6)
        if sent.tell() <= MOST:
            break
    return sent.getvalue()


if __name__ == "__main__":
    sys.exit(main())
