"""A form that came too late: what was typed is given back, to send it once more.

Somebody who wrote for an hour, or signed out in another tab, does not lose a word. Only a form
that stood on a page of ours is given back: the browser says where it stood, and a page of
somebody else cannot change what it says.
"""

from urllib.parse import urlsplit, urlunsplit

from flask import Response, make_response, render_template, request

SECRET = {"csrf_token", "password", "code", "passkey"}  # fields that are asked for again


def can_give_back() -> bool:
    """Tell whether this request brings something typed, from a page of this portal."""
    return request.method == "POST" and stood_on_our_page() and bool(_typed())


def page(status: int, *, sign_in: str | None = None) -> Response:
    """Return the page with everything that was typed; ``sign_in`` is where to sign in first."""
    fields = _typed()
    html = render_template(
        "ui/again.html",
        fields=fields,
        written=[value for _name, value in fields if " " in value.strip()],
        address=request.full_path.rstrip("?"),
        sign_in=sign_in,
    )
    return make_response(html, status)


def where_it_stood() -> str | None:
    """Return the path of the page of ours from which this was sent, as far as the browser tells."""
    if not stood_on_our_page():
        return None
    page = urlsplit(request.referrer or "")
    return urlunsplit(("", "", page.path, page.query, "")) or None


def stood_on_our_page() -> bool:
    """Tell whether the browser says that what was sent stood on a page of this portal."""
    where = request.headers.get("Sec-Fetch-Site")
    if where is not None:
        return where == "same-origin"
    return request.origin == request.host_url.rstrip("/")


def _typed() -> list[tuple[str, str]]:
    return [field for field in request.form.items(multi=True) if field[0] not in SECRET]
