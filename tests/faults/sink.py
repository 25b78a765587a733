"""A mail server that misbehaves as it is told, and counts what it took."""

import asyncio
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller

LATER = "451 try again later"


@dataclass
class Sink:
    """``how`` it answers: take, refuse, hang (never answer), drop (take, and hang up), or part
    (take, and answer the goodbye with an error).
    """

    port: int
    how: str = "take"
    slow: float = 0.0  # seconds before it says that all is well
    begun: int = 0
    copies: Counter[str] = field(default_factory=Counter)
    controller: Any = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def doubles(self) -> int:
        """How many copies too many arrived."""
        return self.copies.total() - len(self.copies)

    def forget(self) -> None:
        """Begin anew, as a server that works."""
        self.how, self.slow, self.begun = "take", 0.0, 0
        self.copies.clear()

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd calls it so
        self.begun += 1
        if self.how == "refuse":
            return LATER
        if self.how == "hang":
            await asyncio.sleep(3)
            return LATER
        await asyncio.sleep(self.slow)
        self.copies[str(message_from_bytes(envelope.content)["Message-ID"])] += 1
        if self.how == "drop":
            server.transport.abort()
        return "250 OK"

    def open(self) -> None:
        """Listen, always on the same port."""
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def close(self) -> None:
        """Be down: nobody gets a connection."""
        self.controller.stop()

    async def handle_QUIT(self, _server: Any, _session: Any, _envelope: Any) -> str:  # noqa: N802 -- aiosmtpd calls it so
        return "421 never mind" if self.how == "part" else "221 bye"


@contextmanager
def a_sink() -> Iterator[Sink]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        sink = Sink(probe.getsockname()[1])
    sink.open()
    yield sink
    sink.close()
