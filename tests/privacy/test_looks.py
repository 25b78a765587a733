"""People read who looked at what is theirs, in words, and that nobody did."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.organisations.models import MemberRole, Membership
from app.volunteering.service import sign_up
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.capacity import an_organisation
from factories.volunteering import a_shift

SignedIn = Callable[[User], FlaskClient]
PAGE = "/mijn/gegevens/inzage"


def looked_at(person: User, reader: User, signed_in: SignedIn, *, times: int = 1) -> None:
    """Let ``reader`` look so many times at who comes to a shift."""
    shift = a_shift()
    sign_up(shift, by=person)
    browser = signed_in(reader)
    for _ in range(times):
        browser.get(f"/doe-mee/{shift.task_id}/aanmeldingen")


def test_a_look_is_told_with_role_place_of_work_and_reason(signed_in: SignedIn) -> None:
    dora, carla = a_person("Dora"), a_coordinator(a_town().north)
    office = an_organisation("Gemeente Molendam")
    held = Membership(organisation_id=office.id, user_id=carla.id, role=MemberRole.MEMBER)
    db.session.add(held)
    looked_at(dora, carla, signed_in)

    page = " ".join(signed_in(dora).get(PAGE).text.split())

    assert "Wijkcoördinator (Gemeente Molendam), om te zien wie er bij een klus helpt: " in page
    assert "Zwerfvuil prikken" in page
    assert "Carla" not in page


def test_who_was_not_looked_at_reads_that(signed_in: SignedIn) -> None:
    looked_at(a_person("Dora"), a_coordinator(a_town().north), signed_in)

    page = signed_in(a_person("Emre")).get(PAGE).text

    assert "Niemand keek in je gegevens" in page
    assert "Wijkcoördinator" not in page


def test_many_looks_have_more_pages(signed_in: SignedIn) -> None:
    dora = a_person("Dora")
    looked_at(dora, a_coordinator(a_town().north), signed_in, times=21)

    page = signed_in(dora).get(PAGE).text

    assert (page.count("om te zien wie er bij een klus helpt"), 'rel="next"' in page) == (20, True)


def test_it_is_two_clicks_away(signed_in: SignedIn) -> None:
    assert f'href="{PAGE}"' in signed_in(a_person("Anna")).get("/mijn/gegevens").text
