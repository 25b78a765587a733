"""Run the tests on SQLite and on PostgreSQL; with ``--migrations`` check the migrations instead.

Without PostgreSQL on this machine its half is left out, and the output says so; with
``CI=true`` that is a failure.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import postgresql

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
COVERED = 90  # percent of lines and branches, measured on SQLite


def main() -> int:
    """Run what was asked on each database; return the first exit code that is not 0."""
    os.chdir(ROOT)
    check = migrations if "--migrations" in sys.argv else tests
    with tempfile.TemporaryDirectory() as folder:
        code = check("SQLite", f"sqlite:///{folder}/test.db")
    if code:
        return code
    binaries = postgresql.programs()
    if binaries is None:
        print("PostgreSQL is not installed: its half of the checks is left out.", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with postgresql.server(binaries) as address:
        return check("PostgreSQL", address)


def tests(name: str, address: str) -> int:
    """Run the whole suite on the database at ``address``; measure coverage on the first."""
    print(f"\n== Tests on {name} ==", flush=True)
    if name != "SQLite":
        return _run([BIN / "pytest", "-q"], AANZET_TEST_DATABASE_URL=address)
    tested = _run([BIN / "coverage", "run", "-m", "pytest", "-q"], AANZET_TEST_DATABASE_URL=address)
    return tested or _run([BIN / "coverage", "report", "--skip-covered", f"--fail-under={COVERED}"])


def migrations(name: str, address: str) -> int:
    """Go up from nothing, compare with the models, go down to nothing and up again."""
    print(f"\n== Migrations on {name} ==", flush=True)
    for step in (["upgrade"], ["check"], ["downgrade", "base"], ["upgrade"]):
        code = _run([BIN / "flask", "db", *step], AANZET_DATABASE_URL=address)
        if code:
            return code
    return 0


def _run(command: list[Path | str], **environment: str) -> int:
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
