"""Run the tests on SQLite and on PostgreSQL; with ``--migrations`` check the migrations instead,
with ``--faults`` kill workers and web processes many times and print what was lost and doubled.

Both databases are tested at the same time: each half is one process, and keeps one processor
busy. What the second half has to say is printed when the first is ready.

Without PostgreSQL on this machine its half is left out, and the output says so; with
``CI=true`` that is a failure.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import postgresql

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
COVERED = 90  # percent of lines and branches
PYTEST = ("pytest", "-q", "--durations=20", "--durations-min=5")
KILLS = "200"
Command = Sequence[Path | str]
Half = Callable[[str, IO[str]], int]  # the address of a database, where to write -> exit code


def main() -> int:
    """Run what was asked on each database; return the first exit code that is not 0."""
    os.chdir(ROOT)
    halves = {"--migrations": migrations, "--faults": faults}
    half = next((halves[word] for word in sys.argv if word in halves), tests)
    binaries = postgresql.programs()
    with ExitStack() as open_until_the_end:
        folder = Path(open_until_the_end.enter_context(tempfile.TemporaryDirectory()))
        addresses = {"SQLite": f"sqlite:///{folder}/test.db"}
        if binaries is not None:
            server = postgresql.server(binaries)
            addresses["PostgreSQL"] = open_until_the_end.enter_context(server)
        codes = _at_once(half, addresses, folder)
    if binaries is None:
        print("PostgreSQL is not installed: its half of the checks is left out.", file=sys.stderr)
        codes.append(1 if os.environ.get("CI") else 0)
    return next(filter(None, codes), 0)


def tests(address: str, output: IO[str]) -> int:
    """Run the whole suite on the database at ``address``.

    Coverage is measured on PostgreSQL: that half has less to do, since tests of how pages look run
    on SQLite only.
    """
    where = {"AANZET_TEST_DATABASE_URL": address}
    if address.startswith("sqlite"):
        return _run([sys.executable, "-m", *PYTEST], output, where)
    tested = _run([BIN / "coverage", "run", "-m", *PYTEST], output, where)
    report = [BIN / "coverage", "report", "--skip-covered", f"--fail-under={COVERED}"]
    return tested or _run(report, output, where)


def migrations(address: str, output: IO[str]) -> int:
    """Go up from nothing, compare with the models, go down to nothing and up again."""
    for step in (["upgrade"], ["check"], ["downgrade", "base"], ["upgrade"]):
        code = _run([BIN / "flask", "db", *step], output, {"AANZET_DATABASE_URL": address})
        if code:
            return code
    return 0


def faults(address: str, output: IO[str]) -> int:
    """Kill workers and web processes ``KILLS`` times at the database at ``address``."""
    where = {"AANZET_TEST_DATABASE_URL": address, "FAULTS": KILLS}
    return _run([sys.executable, "-m", "pytest", "-q", "tests/faults"], output, where)


def _at_once(half: Half, addresses: dict[str, str], folder: Path) -> list[int]:
    """Run a half for each database; the first speaks at once, the next when all are ready."""
    first, *others = addresses
    print(f"\n== {first} ==", flush=True)
    kept = [(folder / name).open("w+") for name in others]
    with ThreadPoolExecutor(len(addresses)) as pool:
        codes = list(pool.map(half, addresses.values(), [sys.stdout, *kept]))
    for name, output in zip(others, kept, strict=True):
        output.seek(0)
        print(f"\n== {name} ==\n{output.read()}", flush=True)
    return codes


def _run(command: Command, output: IO[str], environment: dict[str, str]) -> int:
    return subprocess.run(
        command,
        env={**os.environ, **environment},
        stdout=output,
        stderr=subprocess.STDOUT,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
