"""The pages about the portal itself."""

from datetime import timedelta

from flask import Response, abort, current_app, render_template, request, url_for

from app.core import clock
from app.pages.views.blueprint import bp
from app.ui.samples import examples, samples
from app.web.face import asset, themes


@bp.get("/over")
def about() -> str:
    """Tell what this site is and how it works."""
    return render_template("pages/about.html")


@bp.get("/privacy")
def privacy() -> str:
    """Tell which data are kept, why, how long, and what people can ask."""
    return render_template("pages/privacy.html")


@bp.get("/toegankelijkheid")
def accessibility() -> str:
    """Show the accessibility statement."""
    return render_template("pages/accessibility.html")


@bp.get("/contact")
def contact() -> str:
    """Tell how to reach a person."""
    return render_template("pages/contact.html", prefix=current_app.config["REFERENCE_PREFIX"])


@bp.get("/stijl")
def style() -> str:
    """Show every component in every state; while developing only."""
    if current_app.config["PRODUCTION"]:
        abort(404)
    faces, chosen = themes(), request.args.get("thema")
    theme = asset(f"{chosen}.css") if chosen in faces else None
    shown = {"examples": examples(), "sample": samples()}
    return render_template("ui/style.html", **shown, faces=faces, theme=theme)


@bp.get("/.well-known/security.txt")
def security_txt() -> Response:
    """Tell researchers where to report a leak (RFC 9116)."""
    address = current_app.config["CONTACT_EMAIL"]
    expires = (clock.now() + timedelta(days=180)).replace(microsecond=0)
    lines = [
        f"Contact: mailto:{address}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {current_app.config['PUBLIC_URL']}{url_for('pages.security_txt')}",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
