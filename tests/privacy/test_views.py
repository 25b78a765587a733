"""People see what we keep of them and take a copy, each of themselves only."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import LoginSession, User
from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.core.keeping import everything_kept
from factories.accounts import a_moderator, a_person
from factories.lives import a_full_life

SignedIn = Callable[[User], FlaskClient]
PAGE, COPY = "/mijn/gegevens/overzicht", "/mijn/gegevens/kopie"


def test_the_page_tells_every_kind_once_and_for_how_long(signed_in: SignedIn) -> None:
    page = signed_in(a_full_life()).get(PAGE).text

    names = {str(kept.name) for kept in everything_kept() if kept.code != "roles"}
    assert {name: page.count(f">{name}<") for name in names} == dict.fromkeys(names, 1)
    assert "1 tot 7 jaar na het besluit" in page


def test_somebody_new_reads_only_what_there_is(signed_in: SignedIn) -> None:
    page = signed_in(a_person("Anna")).get(PAGE).text

    assert "Je account: je naam, e-mailadres, buurt en taal" in page
    assert ("Je plannen" in page, "Je rollen" in page) == (False, False)


def test_staff_read_that_their_roles_are_kept(signed_in: SignedIn) -> None:
    assert "Je rollen" in signed_in(a_moderator()).get(PAGE).text


def test_both_are_two_clicks_away(signed_in: SignedIn) -> None:
    page = signed_in(a_person("Anna")).get("/mijn/gegevens").text

    assert (f'href="{PAGE}"' in page, f'href="{COPY}"' in page) == (True, True)


def test_a_copy_has_everything_of_every_kind(signed_in: SignedIn) -> None:
    answer = signed_in(a_full_life()).post(COPY)

    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="mijn-gegevens-')
    assert answer.headers["Cache-Control"] == "no-store"
    rows = {kind["kind"]: kind["rows"] for kind in answer.get_json()["kinds"]}
    assert [kind for kind, found in rows.items() if not found] == ["roles"]
    assert rows["account"] == [
        {
            "name": "Xanthippe Qworzel",
            "email": "xanthippe.qworzel@voorbeeld.example",
            "language": "",
            "created_at": rows["account"][0]["created_at"],
            "neighbourhood": "Molenbuurt",
            "has_password": False,
        }
    ]
    assert {row["state"] for row in rows["sign_ups"]} == {"Je doet mee"}
    assert rows["concerns"][0]["text"] == "Te veel lawaai, vindt Qworzel"


def test_a_copy_has_nothing_of_somebody_else(signed_in: SignedIn) -> None:
    a_full_life()
    document = signed_in(a_person("Bilal")).post(COPY).text

    assert "Qworzel" not in document
    assert "xanthippe" not in document.lower()


def test_the_log_remembers_that_a_copy_was_taken(signed_in: SignedIn) -> None:
    anna = a_person("Anna")

    signed_in(anna).post(COPY)

    [line] = history("users", anna.id)
    assert (line.who, line.action) == ("Anna", "users.copy")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_open_browser_alone_takes_no_copy(signed_in: SignedIn, method: str) -> None:
    client = signed_in(a_person("Anna"))
    db.session.query(LoginSession).one().created_at = clock.now() - timedelta(minutes=10)

    answer = client.open(COPY, method=method)

    assert (answer.status_code, answer.location) == (303, f"/inloggen/opnieuw?verder={COPY}")


@pytest.mark.parametrize("path", [PAGE, COPY])
def test_a_visitor_signs_in_first(client: FlaskClient, path: str) -> None:
    assert client.get(path).location == f"/inloggen?verder={path}"
