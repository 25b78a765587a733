"""A PostgreSQL server for tests: started in a temporary folder, gone when the tests end."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def programs() -> Path | None:
    """Return the folder with ``initdb`` and ``pg_ctl`` of a real installation, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextlib.contextmanager
def server(binaries: Path) -> Iterator[str]:
    """Run a server and give the address of its empty database ``aanzet``."""
    folder = Path(tempfile.mkdtemp(prefix="aanzet-postgresql-"))
    folder.chmod(0o755)
    home = folder / "home"
    home.mkdir()
    become = _as_postgres(home)
    port = _free_port()
    control = [*become, binaries / "pg_ctl", "-D", home / "data", "-l", home / "log"]
    try:
        _run([*become, binaries / "initdb", "-D", home / "data", "-A", "trust", "-U", "postgres",
              "--locale=C.UTF-8", "-E", "UTF8", "--no-sync"])  # fmt: skip
        _run(
            [
                *control,
                "-w",
                "-o",
                f"-p {port} -k {home} -c listen_addresses=127.0.0.1 {FAST}",
                "start",
            ]
        )
        address = f"postgresql+psycopg://postgres@127.0.0.1:{port}"
        _run(
            [binaries / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "aanzet"]
        )
        yield f"{address}/aanzet"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def _as_postgres(home: Path) -> list[str]:
    """Return what to put before a command: PostgreSQL refuses to run as root."""
    if os.geteuid():
        return []
    shutil.chown(home, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[Path | str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")
