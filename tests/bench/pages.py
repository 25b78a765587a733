"""Measure what each page costs, against a trivial Flask page under the same gunicorn.

    python -m tests.bench.pages [--sizes 1000,100000] [--requests 75] [--databases sqlite,postgresql]

Prints one Markdown table per database: SQL statements per page, processor microseconds per
request of the application and of the database, the ratio to the trivial page, and the ratio to
the same page at the smallest size. Every figure is the lowest of ``ROUNDS`` rounds. The trivial
page is asked in turn with every page, so that both meet the same machine: how fast that is
changes while a measurement runs. That is why sizes are compared in trivial pages too.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "deploy"))

import postgresql

from tests.bench import visits
from tests.bench.processes import BIN, ROOT, Server, cpu_seconds, get, gunicorn, used_since

ROUNDS = 20  # short ones: between two of them, others may use the machine
WARM_UP = 30
QUESTIONS_PER_INITIATIVE = 5


@dataclass(frozen=True)
class Cost:
    """What one page costs: statements, and microseconds of application and database."""

    statements: int
    application: float
    database: float
    trivial: float  # of the trivial page, in the same minutes
    size: int

    @property
    def total(self) -> float:
        """Application and database together."""
        return self.application + self.database

    @property
    def ratio(self) -> float:
        """How many trivial pages it costs."""
        return self.total / self.trivial


def main() -> None:
    """Run the measurement and print its tables."""
    parser = argparse.ArgumentParser(description="What does each page cost?")
    parser.add_argument("--sizes", default="1000,100000")
    parser.add_argument("--requests", type=int, default=75)
    parser.add_argument("--databases", default="sqlite,postgresql")
    wanted = parser.parse_args()
    sizes = [int(size) for size in wanted.sizes.split(",")]
    for database in wanted.databases.split(","):
        costs = {size: _measure(database, size, wanted.requests) for size in sizes}
        _print(database, costs)


def _measure(database: str, size: int, requests: int) -> dict[str, Cost]:
    with _database(database) as (address, database_pids):
        environment = {"AANZET_DATABASE_URL": address}
        _fill(environment, size)
        pages, cookies, statements = visits.prepare(address)
        with (
            gunicorn("tests.bench.trivial:app", {}) as trivial,
            gunicorn("wsgi:app", environment) as portal,
        ):
            get(trivial.port, "/", "", WARM_UP)
            costs = {}
            for name, path in pages.items():
                cookie = cookies.get(name, "")
                bytes_sent = get(portal.port, path, cookie, WARM_UP)
                rounds, trivial_rounds = [], []
                for _ in range(ROUNDS):
                    trivial_rounds.append(_round(trivial, "/", "", requests, []))
                    rounds.append(_round(portal, path, cookie, requests, database_pids))
                application, in_database = min(rounds, key=sum)
                costs[name] = Cost(
                    *(statements[name], application, in_database),
                    *(min(trivial_rounds)[0], bytes_sent),
                )
            return costs


def _round(
    server: Server, path: str, cookie: str, requests: int, database_pids: list[int]
) -> tuple[float, float]:
    """Return the microseconds per request of the application and of the database."""
    own, its = cpu_seconds([server.pid]), cpu_seconds(database_pids)
    get(server.port, path, cookie, requests)
    own_used, its_used = used_since(own, [server.pid]), used_since(its, database_pids)
    return own_used / requests * 1e6, its_used / requests * 1e6


@contextmanager
def _database(name: str) -> Iterator[tuple[str, list[int]]]:
    """Give the address of an empty database and the processes that serve it."""
    if name == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/bench.db", []
        return
    binaries = postgresql.programs()
    if binaries is None:
        sys.exit("PostgreSQL is not installed: use --databases sqlite")
    with postgresql.server(binaries) as address:
        found = subprocess.run(
            ["pgrep", "-o", "-f", address.rpartition(":")[2].partition("/")[0]],
            capture_output=True,
            text=True,
            check=True,
        )
        yield address, [int(found.stdout)]


def _fill(environment: dict[str, str], size: int) -> None:
    for command in (
        ["db", "upgrade"],
        [
            "demo",
            "fill",
            "--residents",
            str(max(300, size // 5)),
            "--initiatives",
            str(size),
            "--seed",
            "1",
        ],
    ):
        subprocess.run(
            [BIN / "flask", *command],
            cwd=ROOT,
            env={**visits.environment(), **environment},
            check=True,
        )


def _print(database: str, costs: dict[int, dict[str, Cost]]) -> None:
    smallest = min(costs)
    print(f"### {database}\n")
    print(
        "| page | initiatives | SQL | application µs | database µs | trivial µs | × trivial | × at smallest | bytes |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name in costs[smallest]:
        for size, pages in costs.items():
            cost, base = pages[name], costs[smallest][name]
            print(
                f"| {name} | {size:,} | {cost.statements} | {cost.application:.0f} | {cost.database:.0f}"
                f" | {cost.trivial:.0f} | {cost.ratio:.1f} | {cost.ratio / base.ratio:.2f} | {cost.size:,} |",
                flush=True,
            )
    print()


if __name__ == "__main__":
    main()
