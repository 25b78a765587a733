"""Start servers for a measurement, and read how much processor time they used."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
RUN_TIME = re.compile(r"se\.sum_exec_runtime\s*:\s*([\d.]+)")  # milliseconds
PATIENCE = 60  # seconds for a server to answer


@dataclass(frozen=True)
class Server:
    """A gunicorn with one process of four threads."""

    pid: int
    port: int


@contextlib.contextmanager
def gunicorn(application: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve ``application`` on a free port until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [BIN / "gunicorn", "--config", "deploy/gunicorn.conf.py", application],
        cwd=ROOT,
        env={
            **os.environ,
            **environment,
            "AANZET_BIND": f"127.0.0.1:{port}",
            "AANZET_WORKERS": "1",
        },
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield Server(process.pid, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def cpu_seconds(pids: list[int]) -> dict[int, float]:
    """Return the processor time that these processes and their children used so far, by process."""
    return {pid: _own_seconds(pid) for root in pids for pid in [root, *_descendants(root)]}


def used_since(before: dict[int, float], pids: list[int]) -> float:
    """Return what ``cpu_seconds`` went up with; a process that ended meanwhile does not count."""
    return sum(now - before.get(pid, 0) for pid, now in cpu_seconds(pids).items())


def get(port: int, path: str, cookie: str, times: int) -> int:
    """Ask for a page ``times`` times over one connection; return the size of the last answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    size = 0
    for _ in range(times):
        connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        size = len(answer.read())
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
    connection.close()
    return size


def _own_seconds(pid: int) -> float:
    """Return the time all threads of a process were on a processor, from the scheduler."""
    total = 0.0
    for task in Path(f"/proc/{pid}/task").glob("*/sched"):
        with contextlib.suppress(OSError, AttributeError):
            total += float(RUN_TIME.search(task.read_text()).group(1))  # type: ignore[union-attr]
    return total / 1000


def _descendants(pid: int) -> list[int]:
    children = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            children += [int(child) for child in listing.read_text().split()]
    return children + [below for child in children for below in _descendants(child)]


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not answer")
