"""A nervous thumb: one button, two requests, and a browser that reads the second answer only."""

from flask.testing import FlaskClient


def lose_the_answer(client: FlaskClient, link: str, data: dict[str, str] | None = None) -> str:
    """Press the button behind ``link``, and drop the answer with its cookie; return where it led."""
    with client.session_transaction() as cookie:
        cookie["csrf_token"] = "only this browser knows"
        before = dict(cookie)
    way_on = client.post(link, data=data).location
    with client.session_transaction() as cookie:
        cookie.clear()
        cookie.update(before)
    return way_on or ""
