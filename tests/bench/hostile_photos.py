"""Measure what a hostile photo costs before it is refused: seconds, and memory above what was in use.

    python -m tests.bench.hostile_photos

Prints a Markdown table, the slowest first. The exit code is 1 when one is taken, takes a second of
processor time, or takes more than 200 MB.
"""

import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests import from

from PIL import Image

from app import create_app
from app.core import pictures
from app.core.errors import Refused
from core.test_pictures import NO_PICTURES

MOST_SECONDS, MOST_MEGABYTES = 1.0, 200
LARGE = (4000, 4000)  # as many pixels as may be unpacked at once


class Cost(NamedTuple):
    """What one file cost."""

    seconds: float
    megabytes: float
    name: str
    is_refused: bool


def main() -> int:
    """Measure, print, and return the exit code."""
    app = create_app({"SQLALCHEMY_DATABASE_URI": "sqlite://", "MAIL_URL": "file://mail"})
    with app.app_context():
        costs = sorted(_costs(), reverse=True)
    print("| file | processor time | memory | refused |\n|---|---|---|---|")
    for cost in costs:
        answer = "yes" if cost.is_refused else "no"
        print(f"| {cost.name} | {cost.seconds:.2f} s | {cost.megabytes:.0f} MB | {answer} |")
    return int(any(map(_is_too_much, costs)))


def _is_too_much(cost: Cost) -> bool:
    return not cost.is_refused or cost.seconds >= MOST_SECONDS or cost.megabytes >= MOST_MEGABYTES


def _costs() -> Iterator[Cost]:
    files: dict[str, Callable[[], bytes]] = {**NO_PICTURES, **_broken_off()}
    for name, make in files.items():
        content = make()
        before, start = _forget_peak(), time.process_time()
        try:
            pictures.clean(content)
        except Refused:
            is_refused = True
        else:
            is_refused = False
        seconds = time.process_time() - start
        yield Cost(seconds, _status("VmHWM") - before, name, is_refused)


def _broken_off() -> dict[str, Callable[[], bytes]]:
    """Return files of the largest size that is taken, that break off at their very end."""
    return {
        "16 million pixels of a PNG, broken off": lambda: _drawn("PNG", LARGE)[:-400],
        "16 million pixels of a JPEG in passes, broken off": lambda: _drawn(
            "JPEG", LARGE, progressive=True
        )[:-20_000],
        "10 million pixels of a WebP, broken off": lambda: _drawn("WEBP", (3162, 3162))[:-20_000],
    }


def _drawn(kind: str, size: tuple[int, int], **how: object) -> bytes:
    file = BytesIO()
    small = Image.effect_noise((size[0] // 64, size[1] // 64), 90).convert("RGB")
    small.resize(size).save(file, kind, **how)
    return file.getvalue()


def _forget_peak() -> float:
    """Let the peak of this process begin anew (Linux only), and return what is in use, in MB."""
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _status(name: str) -> float:
    """Return a size in ``/proc/self/status``, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    sys.exit(main())
