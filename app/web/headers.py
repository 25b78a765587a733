"""Headers that keep readers safe: nothing from elsewhere, nothing inline, nothing of a person cached."""

from collections.abc import Callable
from wsgiref.headers import Headers

from flask import Flask, Response, request
from flask_login import current_user

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
OVER_HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
FORGET = {"Clear-Site-Data": '"cache"'}  # for the answer to somebody who signs out


def of_files(*, production: bool) -> Callable[[Headers, str, str], None]:
    """Return what puts the same headers on files, which are sent before the application is asked."""
    safe = ALWAYS | OVER_HTTPS_ONLY if production else ALWAYS

    def add(headers: Headers, _path: str, _url: str) -> None:
        for name, value in safe.items():
            headers[name] = value

    return add


def open_headers(app: Flask) -> None:
    """Put the headers on every answer of ``app``."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.extend(ALWAYS)
        response.vary.add("Cookie")
        if app.config["PRODUCTION"]:
            response.headers.extend(OVER_HTTPS_ONLY)
        if response.cache_control.public:
            return response  # the view says that it is the same for everybody
        if request.endpoint and (current_user.is_authenticated or request.method != "GET"):
            response.headers["Cache-Control"] = "no-store"
        return response
