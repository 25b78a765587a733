"""The portal as an app on a phone: its name and icons, its worker, and the page without internet."""

import json
from functools import cache

from flask import Response, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from app.pages.views.blueprint import bp
from app.web.face import BUILT, Face, asset, face
from app.web.language import NAMES

BAND, GROUND = "#0c4a51", "#fbfaf6"  # as in static/css/theme.css
ICONS = {"icon-192": "any", "icon-512": "any", "maskable-512": "maskable"}  # name: purpose
SHELL = ("app.css", "page.mjs", "offline.mjs", "draft.mjs", "icons.svg", "scenes.svg")


@bp.get("/app.webmanifest")
def manifest() -> Response:
    """Tell a phone how to keep the portal as an app."""
    settings = current_app.config
    name = settings["PORTAL_NAME"]
    told = {
        "id": "/",
        "name": name,
        "short_name": name[:12].rstrip(),
        "lang": settings["BABEL_DEFAULT_LOCALE"],
        "start_url": url_for(".home"),
        "scope": "/",
        "display": "standalone",
        "icons": [{"src": _face().logo, "sizes": "any"}] if settings["LOGO"] else _icons(),
    }
    if not settings["THEME"]:
        told |= {"theme_color": BAND, "background_color": GROUND}
    answer = Response(json.dumps(told), mimetype="application/manifest+json")
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer


@bp.get("/sw.js")
def worker() -> ResponseReturnValue:
    """Return the worker, with the files and the words of this build in it."""
    answer = Response(_worker(_face()), mimetype="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"  # a new build is there at the next page
    answer.add_etag()
    return answer.make_conditional(request)


@bp.get("/offline")
def offline() -> str:
    """Tell calmly that there is no internet, and which pages can be read all the same."""
    return render_template("pages/offline.html")


def _face() -> Face:
    return face(current_app.config["THEME"], current_app.config["LOGO"])


def _icons() -> list[dict[str, str]]:
    icons = []
    for name, purpose in ICONS.items():
        size = name.rpartition("-")[2]
        src = asset(f"{name}.png")
        icons.append(
            {"src": src, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        )
    return icons


@cache
def _worker(own: Face) -> str:
    files = [*map(asset, SHELL), own.logo]
    build = {
        "files": [*files, own.stylesheet] if own.stylesheet else files,
        "icon": own.logo if current_app.config["LOGO"] else asset("icon-192.png"),
        "calmPage": url_for(".offline"),
        "draftPage": url_for("initiatives.offline"),
        "registering": url_for("initiatives.start"),  # and every address that begins so
        "words": {language: _words(language) for language in NAMES},
    }
    script = (BUILT / asset("worker.mjs").rpartition("/")[2]).read_text()
    return f"self.BUILD = {json.dumps(build)};\n{script}"


def _words(language: str) -> dict[str, str]:
    with force_locale(language):
        return {
            "kept": _("Je bent offline. Dit is de pagina van %(moment)s.", moment="{moment}"),
            "arrived": _("Het plan dat je zonder internet schreef, is aangekomen."),
            "goOn": _("Lees het na en stuur het in"),
        }
