"""Whoever of the staff reads what not everybody may read is written down, and the person reads it."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.looks import Look, Why, looks_at
from app.accounts.models import User
from app.accounts.roles import Role
from app.core.db import db
from app.organisations.models import MemberRole, Membership
from app.volunteering.service import sign_up
from architecture.walk import walk
from factories.accounts import a_coordinator, a_moderator, a_person, an_administrator
from factories.areas import a_town
from factories.capacity import an_organisation
from factories.lives import MARK, a_full_life
from factories.support import a_decider, a_request, an_adviser
from factories.volunteering import a_shift

SignedIn = Callable[[User], FlaskClient]


def looks() -> list[tuple[str, Why, str]]:
    """Return who was looked at, why, and on a page about what; oldest first."""
    db.session.rollback()
    rows = db.session.query(Look, User).join(User, User.id == Look.person_id).order_by(Look.id)
    return [(person.name, look.why, look.about) for look, person in rows]


def test_a_coordinator_who_reads_sign_ups_is_written_down(signed_in: SignedIn) -> None:
    shift = a_shift()
    for name in ("Dora", "Emre"):
        sign_up(shift, by=a_person(name))
    path = f"/doe-mee/{shift.task_id}/aanmeldingen"

    signed_in(a_coordinator(a_town().north)).get(path)

    assert looks() == [
        ("Dora", Why.SIGN_UPS, "Zwerfvuil prikken"),
        ("Emre", Why.SIGN_UPS, "Zwerfvuil prikken"),
    ]


def test_an_organiser_who_lives_there_is_not(signed_in: SignedIn) -> None:
    shift = a_shift()
    sign_up(shift, by=a_person("Dora"))

    assert (
        signed_in(a_person("Anna")).get(f"/doe-mee/{shift.task_id}/aanmeldingen").status_code == 200
    )

    assert looks() == []


def test_a_page_that_is_refused_is_no_look(signed_in: SignedIn) -> None:
    shift = a_shift()
    sign_up(shift, by=a_person("Dora"))
    elsewhere = a_coordinator(a_town().south, "Cor")

    assert signed_in(elsewhere).get(f"/doe-mee/{shift.task_id}/aanmeldingen").status_code >= 403

    assert looks() == []


def test_a_professional_is_known_by_role_and_organisation(signed_in: SignedIn) -> None:
    petra = a_person("Petra", role=Role.PROFESSIONAL, area=a_town().north)
    welfare = an_organisation("Welzijn Noord")
    member = Membership(organisation_id=welfare.id, user_id=petra.id, role=MemberRole.MEMBER)
    db.session.add(member)
    request = a_request()

    signed_in(petra).get(f"/ondersteuning/{request.id}")

    [look] = db.session.scalars(looks_at(request.author))
    assert (look.role, look.organisation) == (Role.PROFESSIONAL, "Welzijn Noord")
    assert (look.why, look.about) == (Why.REQUEST, request.reference)


def test_each_time_counts(signed_in: SignedIn) -> None:
    request = a_request()
    browser = signed_in(a_coordinator(a_town().north))

    for _ in range(3):
        browser.get(f"/ondersteuning/{request.id}")

    assert len(looks()) == 3


def test_staff_are_not_written_down_for_reading_about_themselves(signed_in: SignedIn) -> None:
    ada = an_administrator()
    mo = a_moderator()

    signed_in(ada).get("/beheer/rollen")

    assert looks() == [(mo.name, Why.ROLES, "")]


def test_without_the_look_there_is_no_page(app: Flask, signed_in: SignedIn) -> None:
    request = a_request()
    browser = signed_in(a_coordinator(a_town().north))
    app.testing, before = False, app.config["PROPAGATE_EXCEPTIONS"]
    app.config["PROPAGATE_EXCEPTIONS"] = False
    db.session.execute(db.text("alter table looks rename to looks_away"))
    db.session.commit()
    try:
        answer = browser.get(f"/ondersteuning/{request.id}")
    finally:
        db.session.execute(db.text("alter table looks_away rename to looks"))
        db.session.commit()
        app.testing, app.config["PROPAGATE_EXCEPTIONS"] = True, before

    assert answer.status_code >= 500
    assert str(request.reference) not in answer.text


def test_no_page_shows_staff_a_person_without_a_look(app: Flask, signed_in: SignedIn) -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("the pages are the same")
    person, north = a_full_life(), a_town().north
    mark = MARK.encode()
    public = {path for path, answer in walk(app, app.test_client()) if mark in answer.data}
    unseen = []
    for reader in (
        a_coordinator(north),
        a_decider(area=north),
        an_adviser(area=north),
        a_person("Petra", role=Role.PROFESSIONAL, area=north),
        a_moderator(),
        an_administrator(),
        a_person("Otto", role=Role.AUDITOR),
    ):
        before = 0
        for path, answer in walk(app, signed_in(reader)):
            db.session.rollback()
            now = db.session.query(Look).filter_by(person_id=person.id, reader_id=reader.id).count()
            if mark in answer.data and path not in public and now == before:
                unseen.append((reader.name, path))
            before = now

    assert unseen == []
