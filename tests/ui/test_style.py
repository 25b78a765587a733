"""The stylesheet and the templates belong together: no class without rules to follow, no dead rules."""

import re
from importlib import import_module
from pathlib import Path

import brotli
import pytest
from flask import Flask

from app.core.choices import Choice
from app.feedback.models import Verdict

APP = Path(__file__).resolve().parents[2] / "app"
STYLES = [path.read_text() for path in sorted((APP / "static" / "css").glob("*.css"))]
TEMPLATES = "\n".join(path.read_text() for path in APP.rglob("*.html"))
WRITTEN_IN_CODE = " ".join(
    found for path in APP.rglob("*.py") for found in re.findall(r'class="[^"]*"', path.read_text())
)
SCRIPTS = "\n".join(path.read_text() for path in (APP / "static" / "js").rglob("*.mjs"))
POSTER = tuple(f"poster__{part}--" for part in ("title", "summary", "facts"))  # by size
LIFECYCLES = sorted(path.parent.name for path in APP.glob("*/lifecycle.py"))


def own_classes() -> set[str]:
    """Return the classes that our stylesheet has rules for, without those of the packages."""
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", "\n".join(STYLES), flags=re.DOTALL)
    found = set(re.findall(r"\.([a-z][\w-]*)", rules))
    return {name for name in found if not name.startswith(("utrecht-", "nl-", "leaflet-"))}


def test_every_rule_of_the_stylesheet_has_a_template_that_uses_it() -> None:
    made_of_parts = (
        "status--",
        "tag--",
        "theme-",
        "outline--",
        "chart__bar--",
        "chart__line--",
        *POSTER,
    )
    used = set(re.findall(r"[a-z][\w-]+", TEMPLATES + WRITTEN_IN_CODE + SCRIPTS))

    unused = {name for name in own_classes() - used if not name.startswith(made_of_parts)}

    assert unused == set(), "take these rules out of app/static/css"


@pytest.mark.parametrize("room", LIFECYCLES)
def test_every_state_has_a_look(app: Flask, room: str) -> None:
    module = import_module(f"app.{room}.lifecycle")
    looks = vars(app.jinja_env.get_template("ui/macros/status.html").module)["TONES"]

    without = {
        state.value
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Choice)
        for state in kind
        if state.value not in looks
    }

    assert without == set(), "choose a look in app/ui/macros/status.html"


def test_every_theme_has_a_colour_and_a_picture() -> None:
    pictures = (APP / "static" / "img" / "icons.svg").read_text()
    themes = set(re.findall(r'id="theme-(\w+)"', pictures))

    assert themes == set(re.findall(r"\.theme-(\w+)", "\n".join(STYLES)))
    assert len(themes) == 8


def test_every_drawing_is_on_a_page_and_small_to_send() -> None:
    drawings = {
        found.group(1): found.group()
        for name in ("icons", "scenes")
        for found in re.finditer(
            r'<symbol id="([\w-]+)".*?</symbol>',
            (APP / "static" / "img" / f"{name}.svg").read_text(),
            re.DOTALL,
        )
    }
    asked = {f"scene-{name}" for name in re.findall(r'scene\("(\w+)"\)', TEMPLATES)}
    asked |= {f"empty-{name}" for name in re.findall(r'picture="(\w+)"', TEMPLATES)}
    asked |= {f"face-{verdict.value}" for verdict in Verdict}

    assert asked == {name for name in drawings if not name.startswith(("theme-", "skyline"))}
    assert max(len(brotli.compress(drawing.encode())) for drawing in drawings.values()) <= 1_500
