"""Who gives a tile: the shelf, else the tile server, without keeping a reader waiting for long.

A tile is fetched beside the request, in a thread of its own. The request waits for it a moment,
and only a few may wait at once, so that a slow tile server never holds up other pages. What
comes later is on the shelf when the browser asks again. A server that failed is left alone for
a while: then every answer comes at once.
"""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from threading import BoundedSemaphore, Lock
from time import monotonic

from app.areas.tiles.grid import Tile
from app.areas.tiles.server import AT_ONCE, Away, TileServer
from app.areas.tiles.shelf import Shelf

PATIENCE = 2.0  # seconds that a request waits
WAITING = 2  # requests of a process that may wait so long: half of its threads
BRIEFLY = 0.1  # seconds that another one waits for one of those to be ready
QUEUE = 40  # tiles that are being fetched: about two screens full
PAUSE = 30.0  # seconds that a server that failed is left alone
log = logging.getLogger(__name__)


class Keeper:
    """Gives tiles; one for each process."""

    def __init__(self, server: TileServer, shelf: Shelf) -> None:
        self._server, self._shelf = server, shelf
        self._asked: dict[Tile, Future[bytes]] = {}
        self._lock = Lock()
        self._seats = BoundedSemaphore(WAITING)
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="tile")
        self._quiet_until = 0.0

    def on_the_shelf(self, tile: Tile) -> bytes | None:
        """Return a tile that needs no fetching; costs reading one file."""
        found = self._shelf.find(tile)
        return found.content if found and found.is_fresh else None

    def fetched(self, tile: Tile) -> bytes:
        """Return a tile anew, or an old one when there is no better.

        Raises ``Away`` after at most ``BRIEFLY`` and ``PATIENCE`` seconds, and ``NoSuchTile``.
        """
        try:
            return self._wait_for(tile)
        except Away:
            if found := self._shelf.find(tile):
                return found.content
            raise

    def _wait_for(self, tile: Tile) -> bytes:
        coming = self._ask(tile)
        if not self._seats.acquire(timeout=BRIEFLY):
            raise Away("enough requests are waiting")
        try:
            return coming.result(PATIENCE)
        except TookTooLong as slow:
            self._leave_alone()
            raise Away("no answer yet") from slow
        finally:
            self._seats.release()

    def _ask(self, tile: Tile) -> Future[bytes]:
        """Have a tile fetched; once, however many ask for it."""
        with self._lock:
            if monotonic() < self._quiet_until:
                raise Away("it failed a moment ago")
            if tile not in self._asked:
                if len(self._asked) >= QUEUE:
                    raise Away("enough tiles are being fetched")
                self._asked[tile] = self._threads.submit(self._fetch, tile)
            return self._asked[tile]

    def _fetch(self, tile: Tile) -> bytes:
        """Fetch a tile and put it on the shelf; runs in a thread of its own."""
        try:
            if monotonic() < self._quiet_until:
                raise Away("it failed a moment ago")
            content = self._fetch_now(tile)
            self._put_away(tile, content)
            return content
        finally:
            with self._lock:
                self._asked.pop(tile, None)

    def _fetch_now(self, tile: Tile) -> bytes:
        try:
            return self._server.fetch(tile)
        except Away as failed:
            log.warning("The tile server is away: %s", failed)
            self._leave_alone()
            raise

    def _put_away(self, tile: Tile, content: bytes) -> None:
        try:
            self._shelf.keep(tile, content)
        except OSError as failed:
            log.warning("A tile of the map cannot be kept: %s", failed)

    def _leave_alone(self) -> None:
        self._quiet_until = monotonic() + PAUSE
