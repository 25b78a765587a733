"""Start the whole portal on this machine: database, demo data, web server and worker.

Stays in the foreground; Ctrl-C (or a stop signal) ends everything that it started.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PATIENCE = 25  # seconds to stop


def main() -> int:
    """Prepare and serve; return the exit code."""
    port = os.environ.get("PORT", "5000")
    if not port.isdigit() or not _is_free(int(port)):
        print(
            f"Port {port} cannot be used. Choose another one: make run PORT=5001", file=sys.stderr
        )
        return 1
    os.chdir(ROOT)
    address = f"http://127.0.0.1:{port}"
    os.environ.setdefault("AANZET_PUBLIC_URL", address)
    os.environ.setdefault("AANZET_MUNICIPALITY", "Gemeente Rietmonde")
    os.environ["AANZET_BIND"] = f"127.0.0.1:{port}"
    for command in (["db", "upgrade"], ["demo", "fill", "--small", "--if-empty"]):
        done = subprocess.run([BIN / "flask", *command], check=False)
        if done.returncode:
            return done.returncode
    children = [
        _start([BIN / "gunicorn", "--config", "deploy/gunicorn.conf.py"]),
        _start([BIN / "flask", "worker"]),
    ]
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, _leave)
    try:
        if _answers(int(port), children):
            print(f"\n  Aanzet is open at {address}\n", flush=True)
            subprocess.run([BIN / "flask", "demo", "accounts"], check=False)
        while all(child.poll() is None for child in children):
            time.sleep(0.5)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(children)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
        return True


def _start(command: list[Path | str]) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, so that only we pass on the Ctrl-C."""
    return subprocess.Popen(command, start_new_session=True)


def _answers(port: int, children: list[subprocess.Popen[bytes]]) -> bool:
    while all(child.poll() is None for child in children):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _leave(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
