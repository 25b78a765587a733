"""The face of a municipality: its colours and its logo, each one file that a setting points at.

No build is needed: the portal reads them when it starts, and serves them under a name with their
fingerprint. Two themes come with the portal and are chosen by name.
"""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"
BUILT, THEMES = STATIC / "dist", STATIC / "themes"
STYLESHEETS, PICTURES = (".css",), (".svg", ".png", ".webp")


class WrongFile(RuntimeError):
    """A setting points at a file that cannot be served."""


@dataclass(frozen=True)
class OwnFile:
    """A file of the municipality, and the address where browsers find it."""

    path: Path
    address: str


@dataclass(frozen=True)
class Face:
    """Addresses of the stylesheet (empty: only ours) and the logo, and the files of its own behind them."""

    stylesheet: str
    logo: str
    files: tuple[OwnFile, ...]


def face(theme: str, logo: str) -> Face:
    """Return the face that the settings ask for. Raises ``WrongFile`` for a file that is not there."""
    colours = _own(theme, "AANZET_THEME", STYLESHEETS) if theme and theme not in themes() else None
    picture = _own(logo, "AANZET_LOGO", PICTURES) if logo else None
    return Face(
        stylesheet=colours.address if colours else theme and asset(f"{theme}.css"),
        logo=picture.address if picture else asset("mark.svg"),
        files=tuple(file for file in (colours, picture) if file),
    )


def asset(name: str) -> str:
    """Return the address of a built file: ``app.css`` -> ``/static/app.3f2a9c.css``."""
    return f"/static/{_manifest().get(name, name)}"


def themes() -> list[str]:
    """Return the names of the themes that come with the portal, beside its own."""
    return sorted(path.stem for path in THEMES.glob("*.css"))


def colours(theme: str) -> str:
    """Return the stylesheet of the setting itself, for a document that cannot ask for one."""
    if not theme:
        return ""
    path = THEMES / f"{theme}.css" if theme in themes() else Path(theme)
    return path.read_text()


def _own(setting: str, name: str, suffixes: tuple[str, ...]) -> OwnFile:
    path = Path(setting).resolve()
    if path.suffix not in suffixes or not path.is_file():
        raise WrongFile(f"{name}: there is no file of kind {' or '.join(suffixes)} at {path}")
    fingerprint = sha256(path.read_bytes()).hexdigest()[:10]
    return OwnFile(path, f"/static/{path.stem}.{fingerprint}{path.suffix}")


@cache
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    names: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    return names
