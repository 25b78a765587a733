"""What waits for moderators, and the tools of administrators."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from factories.accounts import a_moderator, a_person, an_administrator
from factories.desks import read
from factories.moderation import a_review

Browser = Callable[[User], FlaskClient]


def test_a_moderator_sees_how_many_texts_wait(signed_in: Browser) -> None:
    for _ in range(2):
        a_review()
    browser = signed_in(a_moderator())

    (text,) = read(browser)["Teksten controleren"]

    assert text.startswith("2 teksten wachten")
    assert "Teksten controleren (2)" in browser.get("/mijn").text


def test_an_administrator_finds_the_tools(signed_in: Browser) -> None:
    html = signed_in(an_administrator()).get("/mijn").text

    for path in ("/beheer/rollen", "/beheer/hulp", "/beheer/budgetten", "/beheer/wijkteams"):
        assert f'href="{path}"' in html


def test_who_reads_the_log_finds_it(signed_in: Browser) -> None:
    auditor = a_person("Aad", role=Role.AUDITOR)

    assert read(signed_in(auditor)) == {"Beheer": []}
