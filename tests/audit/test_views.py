"""Auditors read the log; nobody else does."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.audit.service import record
from factories.accounts import a_person
from factories.counting import statements

SignedIn = Callable[[User], FlaskClient]
PAGE = "/beheer/logboek"


@pytest.fixture
def auditor(signed_in: SignedIn) -> FlaskClient:
    return signed_in(a_person("Ron", role=Role.AUDITOR))


def test_the_newest_line_comes_first_with_who_what_and_why(auditor: FlaskClient) -> None:
    anna = a_person("Anna")
    record(anna, "users.give_role", anna, new="moderator", reason="<b>vrolijk</b>")
    record(None, "users.change_profile", anna)

    page = auditor.get(PAGE).text

    assert page.index("Veranderde de eigen gegevens") < page.index("Gaf een rol: Moderator")
    assert all(words in page for words in ("Het portaal", "&lt;b&gt;vrolijk&lt;/b&gt;"))
    assert page.count(">Anna</td>") == 1


def test_one_kind_or_one_thing_can_be_picked(auditor: FlaskClient) -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    record(anna, "users.sign_in", anna)
    record(bilal, "users.set_password", bilal)

    of_anna = auditor.get(f"{PAGE}?soort=users&nummer={anna.id}").text
    of_none = auditor.get(f"{PAGE}?soort=initiatives").text

    assert ("Logde in" in of_anna, "Koos een wachtwoord" in of_anna) == (True, False)
    assert "Geen regels gevonden." in of_none


@pytest.mark.parametrize("query", ["nummer=abc", "nummer=", "soort=%00", "soort='--", "nummer=-1"])
def test_a_strange_choice_is_no_error(auditor: FlaskClient, query: str) -> None:
    assert auditor.get(f"{PAGE}?{query}").status_code == 200


def test_a_number_that_no_database_holds_finds_nothing(auditor: FlaskClient) -> None:
    assert auditor.get(f"{PAGE}?nummer={10**30}").status_code == 404


def test_the_next_page_keeps_the_choice(auditor: FlaskClient) -> None:
    anna = a_person("Anna")
    for _ in range(25):
        record(anna, "users.sign_in", anna)

    first = auditor.get(f"{PAGE}?soort=users&nummer={anna.id}").text
    [following] = [part for part in first.split('"') if "na=" in part]
    second = auditor.get(following.replace("&amp;", "&")).text

    assert "soort=users" in following
    assert (first.count("Logde in"), second.count("Logde in")) == (20, 5)


def test_the_log_costs_as_much_for_twenty_people_as_for_one(auditor: FlaskClient) -> None:
    anna = a_person("Anna")
    record(anna, "users.sign_in", anna)
    one = statements(lambda: auditor.get(PAGE))
    for number in range(19):
        person = a_person(f"Buur {number}")
        record(person, "users.sign_in", person)

    assert statements(lambda: auditor.get(PAGE)) == one <= 6


@pytest.mark.parametrize("role", [None, *(role for role in Role if role != Role.AUDITOR)])
def test_nobody_else_reads_the_log(signed_in: SignedIn, role: Role | None) -> None:
    assert signed_in(a_person("Bo", role=role)).get(PAGE).status_code == 403


def test_what_one_person_did_can_be_picked_by_a_part_of_the_name(auditor: FlaskClient) -> None:
    anna, bilal = a_person("Anna de Wit"), a_person("Bilal 100%")
    record(anna, "users.sign_in", bilal)
    record(bilal, "users.set_password", anna)

    of_anna = auditor.get(f"{PAGE}?wie=de wit").text
    of_bilal = auditor.get(f"{PAGE}?wie=100%25&soort=users").text
    of_nobody = auditor.get(f"{PAGE}?wie=_").text

    assert ("Logde in" in of_anna, "Koos een wachtwoord" in of_anna) == (True, False)
    assert ("Logde in" in of_bilal, "Koos een wachtwoord" in of_bilal) == (False, True)
    assert "Geen regels gevonden." in of_nobody
    assert "/beheer/logboek/bestand?soort=users&amp;wie=100%25" in of_bilal
