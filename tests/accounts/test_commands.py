"""Commands do what their page does, say what was wrong, and keep nothing then."""

from urllib.parse import urlsplit

import pytest
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import OneTimeLink, User
from app.accounts.queries import second_factor_of
from app.audit.models import Entry
from app.core.db import db
from factories.accounts import a_moderator, a_person, an_administrator
from factories.areas import a_town
from factories.notifications import mails_to
from factories.second_factor import an_app

CARLA = "carla@voorbeeld.example"


def run(app: Flask, *words: str) -> Result:
    db.session.commit()
    return app.test_cli_runner().invoke(args=["accounts", *words])


def roles_of(email: str) -> list[tuple[str, str]]:
    db.session.rollback()
    person = db.session.query(User).filter_by(email=email).one()
    return [(held.role.value, held.area.slug if held.area else "") for held in person.assignments]


def test_staff_are_registered_and_get_a_link_in_the_mail(app: Flask) -> None:
    a_town()

    result = run(app, "staff", CARLA, "Carla", "--role", "area_coordinator", "--area", "noord")

    assert (result.exit_code, result.output) == (
        0,
        f"{CARLA}: a link to choose a password is in the mail\n",
    )
    assert roles_of(CARLA) == [("area_coordinator", "noord")]
    assert mails_to(CARLA)[-1].link.startswith("/inloggen/wachtwoord/")


def test_the_link_is_printed_on_request_and_works(app: Flask, client: FlaskClient) -> None:
    result = run(app, "staff", CARLA, "Carla", "--role", "moderator", "--show-link")

    link = urlsplit(result.output.strip())
    assert f"{link.scheme}://{link.netloc}" == app.config["PUBLIC_URL"]
    typed = {"password": "paard batterij nietje"}
    assert client.post(link.path, data=typed).status_code == 303
    assert [mail.subject for mail in mails_to(CARLA)][:1] == ["Je hebt een nieuwe rol: Moderator"]


def test_a_role_is_given_and_taken(app: Flask) -> None:
    a_person("Anna")
    a_town()

    given = run(app, "grant", "anna@voorbeeld.example", "--role", "auditor", "--area", "zuid")
    assert given.output == "anna@voorbeeld.example: is now auditor in zuid\n"
    assert roles_of("anna@voorbeeld.example") == [("auditor", "zuid")]

    taken = run(app, "revoke", "anna@voorbeeld.example", "--role", "auditor", "--area", "zuid")
    assert taken.output == "anna@voorbeeld.example: is no longer auditor in zuid\n"
    assert roles_of("anna@voorbeeld.example") == []


def test_staff_are_listed_with_tabs_between(app: Flask) -> None:
    a_person("Anna")
    a_moderator("Mo")
    an_administrator("Ada")

    assert run(app, "list").output == (
        "ada@voorbeeld.example\tAda\tadministrator\t\nmo@voorbeeld.example\tMo\tmoderator\t\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["staff", "no address", "X", "--role", "moderator"], "email: Vul een e-mailadres in"),
        (["staff", CARLA, "", "--role", "moderator"], "name: Vul je naam in."),
        (["staff", CARLA, "Carla", "--role", "king"], "Invalid value for '--role'"),
        (["staff", CARLA, "Carla"], "Missing option '--role'"),
        (["staff", CARLA, "Carla", "--role", "moderator", "--area", "x"], "'x'"),
        (["grant", CARLA, "--role", "moderator"], "nobody has an account"),
        (["grant", "mo@voorbeeld.example", "--role", "moderator"], "role: Mo heeft deze rol al."),
        (["revoke", "mo@voorbeeld.example", "--role", "auditor"], "does not have this role"),
        (["revoke", "ada@voorbeeld.example", "--role", "administrator"], "altijd een beheerder"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    app: Flask, words: list[str], said: str
) -> None:
    a_moderator("Mo")
    an_administrator("Ada")

    result = run(app, *words)

    assert (result.exit_code > 0, said in result.output) == (True, True)
    db.session.rollback()
    assert (db.session.query(User).count(), db.session.query(OneTimeLink).count()) == (2, 0)


def test_a_lost_app_is_reset_when_no_administrator_can(app: Flask) -> None:
    ada = an_administrator()
    an_app(ada)

    result = run(app, "reset-app", ada.email, "Enige beheerder, telefoon stuk")

    assert (result.exit_code, result.output) == (
        0,
        f"{ada.email}: has no app for codes and no passkey any more, and is signed out\n",
    )
    db.session.expire_all()
    assert second_factor_of(ada) is None
    entry = db.session.query(Entry).one()
    assert (entry.actor_id, entry.reason) == (None, "Enige beheerder, telefoon stuk")


def test_without_an_app_there_is_nothing_to_reset(app: Flask) -> None:
    result = run(app, "reset-app", an_administrator().email, "x")

    assert (result.exit_code, "heeft geen app voor codes" in result.output) == (1, True)
