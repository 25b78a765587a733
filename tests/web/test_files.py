"""Files that the portal makes: asked for each time, sent again only when they changed."""

from flask import Flask

from app.web.files import answer


def test_a_file_has_its_kind_and_name_and_is_never_kept_unasked(app: Flask) -> None:
    with app.test_request_context():
        file = answer(b"abc", "image/png", name="plan-1.png")

    assert (file.status_code, file.data, file.mimetype) == (200, b"abc", "image/png")
    assert file.headers["Content-Disposition"] == "inline; filename=plan-1.png"
    assert file.headers["Cache-Control"] == "no-cache"


def test_whoever_has_it_already_gets_an_empty_answer(app: Flask) -> None:
    with app.test_request_context():
        tag = answer(b"abc", "image/png", name="a.png").headers["ETag"]
    with app.test_request_context(headers={"If-None-Match": tag}):
        again = answer(b"abc", "image/png", name="a.png")
        changed = answer(b"abcd", "image/png", name="a.png")

    assert (again.status_code, changed.status_code, changed.data) == (304, 200, b"abcd")


def test_a_file_to_keep_says_so(app: Flask) -> None:
    with app.test_request_context():
        file = answer(b"abc", "text/calendar", name="a.ics", download=True)

    assert file.headers["Content-Disposition"] == "attachment; filename=a.ics"
