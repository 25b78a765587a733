"""The server that makes the tiles: always the one of the setting, asked with short time-outs."""

from time import monotonic
from urllib.parse import urlsplit

import urllib3

from app.areas.tiles.grid import Tile
from app.areas.tiles.picture import LARGEST, is_tile

TIMEOUT = urllib3.Timeout(connect=2.0, read=3.0)  # seconds, for each step
DEADLINE = 8.0  # seconds for the whole picture
AT_ONCE = 4  # connections
NOT_THERE = {204, 400, 404, 410}  # the server works, but has no such tile


class Away(Exception):
    """The tile server does not answer, or not with a tile."""


class NoSuchTile(Exception):
    """The tile server says that it has no such tile."""


class TileServer:
    """Fetches tiles. The host is fixed when it is made, and a redirect is not followed."""

    def __init__(self, template: str, *, agent: str) -> None:
        parts = urlsplit(template)
        root = f"{parts.scheme}://{parts.netloc}"
        self._path = template.removeprefix(root)
        self._hosts = urllib3.connection_from_url(
            root,
            maxsize=AT_ONCE,
            timeout=TIMEOUT,
            retries=False,
            headers={"User-Agent": agent, "Accept": "image/png, image/jpeg"},
        )

    def fetch(self, tile: Tile) -> bytes:
        """Return the picture of a tile; raises ``Away`` or ``NoSuchTile``."""
        deadline = monotonic() + DEADLINE
        path = self._path.format(z=tile.zoom, x=tile.column, y=tile.row)
        try:
            answer = self._hosts.urlopen("GET", path, redirect=False, preload_content=False)
            try:
                if answer.status in NOT_THERE:
                    raise NoSuchTile(path)
                content = _body(answer, deadline) if answer.status == 200 else b""
            finally:
                answer.close()
        except (urllib3.exceptions.HTTPError, OSError) as failed:
            raise Away(str(failed)) from failed
        if not is_tile(content):
            raise Away(f"status {answer.status}, {len(content)} bytes that are no tile")
        return content


def _body(answer: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
    """Read as it comes, unpacking nothing, until it ends, is too large, or takes too long."""
    content = b""
    while piece := answer.read1(LARGEST, decode_content=False):
        content += piece
        if len(content) > LARGEST or monotonic() > deadline:
            raise Away("too large or too slow")
    return content
