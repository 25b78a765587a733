"""What stands in front of the application: its static files, and the proxies that it trusts."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from app.web import headers
from app.web.face import BUILT, face


def front(app: Flask) -> WhiteNoise:
    """Return the application behind its static files and the proxies it trusts."""
    inner = app.wsgi_app
    if trusted := app.config["PROXIES"]:
        inner = ProxyFix(inner, x_for=trusted, x_proto=trusted, x_host=trusted)
    BUILT.mkdir(parents=True, exist_ok=True)
    files = WhiteNoise(
        inner,
        root=BUILT,
        prefix="static/",
        max_age=31536000,
        immutable_file_test=_hashed,
        allow_all_origins=False,
        add_headers_function=headers.of_files(production=app.config["PRODUCTION"]),
    )
    for own in face(app.config["THEME"], app.config["LOGO"]).files:
        files.add_file_to_dictionary(own.address, str(own.path))
    return files


def _hashed(_path: str, _url: str) -> bool:
    """Tell WhiteNoise that every built file has its fingerprint in its name."""
    return True
