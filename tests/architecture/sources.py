"""The source files of the portal, as the house rules see them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
PYTHON = [*sorted(APP.rglob("*.py")), ROOT / "config.py", ROOT / "wsgi.py"]
TEMPLATES = sorted(path for path in APP.rglob("*.html") if "static" not in path.parts)


def name_of(path: Path) -> str:
    """Return the path as a colleague would say it: ``initiatives/service/life.py``."""
    return str(path.relative_to(APP if APP in path.parents else ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the parsed source."""
    return ast.parse(path.read_text())
