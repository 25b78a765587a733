"""Real workers that can be killed: ``worker.py DATABASE MAIL JOURNAL``, in a process of its own.

Each line that it reads begins a worker, forked from what was imported once, and is answered with
its number. The line names the point at which that worker kills itself, or ``-``.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from app import create_app
from app.core import jobs, mail
from app.notifications import jobs as mail_jobs

SHORT = timedelta(seconds=1)
POINTS: dict[str, tuple[Any, str, bool]] = {  # where, which function, and whether before it
    "before the claim": (jobs, "_take", True),
    "after the claim": (jobs, "_run", True),
    "before the mail server": (mail_jobs, "send", True),
    "after its answer": (mail_jobs, "send", False),
    "after the mark": (jobs, "_tick_off", True),
    "after the tick": (jobs, "_run", False),
}


def arm(point: str) -> None:
    """Let the process end at ``point`` as if the power failed."""
    module, name, is_before = POINTS[point]
    inner: Callable[..., Any] = getattr(module, name)

    def dies(*args: Any) -> None:
        if not is_before:
            inner(*args)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(module, name, dies)


def main() -> None:
    """Begin workers until there is nothing more to read."""
    jobs.LEASE, jobs.FIRST_WAIT, jobs.LONGEST_WAIT = SHORT, SHORT / 10, SHORT
    jobs.IDLE, jobs.AWAY, jobs.TRIES, mail.TIMEOUT = 0.02, 0.2, 1000, 1
    database, where, journal = sys.argv[1:]
    settings = {"SQLALCHEMY_DATABASE_URI": database, "MAIL_URL": where, "JOURNAL_FOLDER": journal}
    app = create_app({**settings, "TILES": ""})
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            if line.strip() != "-":
                arm(line.strip())
            app.test_cli_runner().invoke(args=["worker"])
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
