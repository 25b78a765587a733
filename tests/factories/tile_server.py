"""A tile server for tests: a real one, in a process of its own.

    python -m factories.tile_server

It prints its port. How it behaves is in the address that it is asked at: ``/good/7/1/2`` gives a
tile that shows its numbers, ``/jpeg``, ``/slow`` and the like do what they are called, and
``/asked`` tells how many tiles it was asked for since it was asked that before.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

from PIL import Image, ImageDraw

TESTS = Path(__file__).resolve().parents[1]
SLOW = 4.0  # seconds
Answer = tuple[int, str, bytes]


def a_picture(words: str = "", kind: str = "PNG", side: int = 256) -> bytes:
    """Return a square that shows ``words``: light green, with a border."""
    picture = Image.new("RGB", (side, side), "#e6f0d8")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, side - 1, side - 1), outline="#8a9")
    pen.line((0, side, side, 0), fill="#fff", width=9)
    pen.text((20, 20), words, fill="#345", font_size=28)
    content = BytesIO()
    picture.save(content, kind)
    return content.getvalue()


def slowly(words: str) -> Answer:
    time.sleep(SLOW)
    return 200, "image/png", a_picture(words)


BEHAVIOURS: dict[str, Callable[[str], Answer]] = {
    "good": lambda words: (200, "image/png", a_picture(words)),
    "jpeg": lambda words: (200, "image/jpeg", a_picture(words, "JPEG")),
    "slow": slowly,
    "broken": lambda _: (500, "text/plain", b"oops"),
    "unknown": lambda _: (404, "text/plain", b"no such tile"),
    "page": lambda _: (200, "image/png", b"<script>alert(1)</script>"),
    "half": lambda words: (200, "image/png", a_picture(words)[:-200]),
    "odd": lambda words: (200, "image/png", a_picture(words, side=300)),
    "gif": lambda words: (200, "image/png", a_picture(words, "GIF")),
    "large": lambda words: (200, "image/png", a_picture(words) + bytes(600_000)),
    "elsewhere": lambda _: (302, "", b""),
}


class TileHandler(BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self) -> None:
        _, behaviour, *numbers = self.path.split("/")
        if behaviour == "asked":
            status, kind, content = 200, "text/plain", str(TileHandler.asked).encode()
            TileHandler.asked = 0
        else:
            TileHandler.asked += 1
            status, kind, content = BEHAVIOURS[behaviour](" ".join(numbers))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", f"/good/{'/'.join(numbers)}")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test that fails says enough."""


class RunningServer:
    """A tile server that runs: where it is, and how often it was asked."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"

    def template(self, behaviour: str = "good") -> str:
        """Return the setting that makes the portal use this server."""
        return f"{self.root}/{behaviour}/{{z}}/{{x}}/{{y}}"

    def asked(self) -> int:
        """Return how many tiles it was asked for since the last time."""
        with urlopen(f"{self.root}/asked") as answer:
            return int(answer.read())


@contextmanager
def a_tile_server() -> Iterator[RunningServer]:
    """Run the server in a process of its own until the block ends."""
    command = [sys.executable, "-m", "factories.tile_server"]
    with subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield RunningServer(int(process.stdout.readline()))
        process.terminate()


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), TileHandler)
    print(server.server_port, flush=True)  # noqa: T201 -- whoever started it wants to know
    server.serve_forever()
