"""Who comes in, with a link or with a password, and what they tell about themselves."""

import pytest
from flask import Flask

from app.accounts import passwords, service
from app.accounts.models import OneTimeLink, Purpose, User
from app.accounts.queries import live_sessions
from app.accounts.service.people import Profile
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from factories.accounts import a_moderator, a_person, a_session
from factories.areas import a_town
from factories.notifications import mails_to
from factories.races import at_once
from factories.slowly import slowly

GOOD = "paard batterij nietje"


def actions() -> list[str]:
    return [entry.action for entry in db.session.query(Entry).order_by(Entry.id)]


def test_a_known_address_is_the_same_person_and_keeps_the_name() -> None:
    anna = a_person("Anna")

    assert service.person_for(" ANNA@voorbeeld.example", "Somebody else") is anna
    assert anna.name == "Anna"


def test_a_new_address_is_a_new_person() -> None:
    person = service.person_for("Nieuw@Voorbeeld.example", "  Sanne   de Boer ")

    assert (person.email, person.name) == ("nieuw@voorbeeld.example", "Sanne de Boer")
    assert (person.assignments, person.password_hash) == ([], None)


@pytest.mark.parametrize("name", ["", " \u200b ", "x" * 81])
def test_a_new_person_has_a_name_that_fits(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        service.person_for("nieuw@voorbeeld.example", name)

    assert refusal.value.field == "name"


def test_two_accounts_for_one_address_at_the_same_moment_are_one(app: Flask) -> None:
    with slowly("INSERT INTO users"):
        outcomes = at_once(
            app, [lambda: service.person_for("nieuw@voorbeeld.example", "Sanne")] * 6
        )

    assert outcomes == ["done"] * 6
    assert db.session.query(User).count() == 1


def test_a_link_lets_its_owner_in() -> None:
    anna = a_person("Anna")
    token = service.make_link(anna.email, Purpose.SIGN_IN, go_on="/doe-mee")

    person, link = service.enter(token)

    assert (person, link.go_on, link.used_at is not None) == (anna, "/doe-mee", True)
    assert actions() == []  # residents are not followed


def test_a_newcomer_without_a_name_does_not_use_up_the_link() -> None:
    token = service.make_link("nieuw@voorbeeld.example", Purpose.SIGN_IN)

    with pytest.raises(Refused):
        service.enter(token)
    assert service.enter(token, name="Sanne")[0].name == "Sanne"


def test_somebody_who_is_blocked_stays_out_and_the_link_is_not_used() -> None:
    anna = a_person("Anna")
    anna.blocked_at = clock.now()
    token = service.make_link(anna.email, Purpose.SIGN_IN)

    with pytest.raises(NotAllowed):
        service.enter(token)
    assert db.session.query(OneTimeLink).one().used_at is None


def staff_with_password(name: str = "Mo") -> User:
    person = a_moderator(name)
    person.password_hash = passwords.hashed(GOOD)
    db.session.flush()
    return person


def test_a_password_leads_to_the_person_whose_it_is() -> None:
    mo = staff_with_password()

    assert service.person_with_password("MO@voorbeeld.example ", GOOD) is mo


def test_the_refusal_is_the_same_for_every_reason() -> None:
    staff_with_password()
    a_person("Anna").password_hash = passwords.hashed(GOOD)  # no role any more
    staff_with_password("Bo").blocked_at = clock.now()
    a_moderator("Kim")  # never chose a password
    db.session.flush()
    attempts = [
        ("mo@voorbeeld.example", "wrong"),
        ("mo@voorbeeld.example", ""),
        ("unknown@voorbeeld.example", GOOD),
        ("no address", GOOD),
        ("anna@voorbeeld.example", GOOD),
        ("bo@voorbeeld.example", GOOD),
        ("kim@voorbeeld.example", GOOD),
        ("kim@voorbeeld.example", ""),
    ]

    def said(email: str, password: str) -> str:
        with pytest.raises(Refused) as refusal:
            service.person_with_password(email, password)
        return refusal.value.message

    assert {said(*attempt) for attempt in attempts} == {
        "Dit e-mailadres en wachtwoord horen niet bij elkaar."
    }


def test_choosing_a_password_ends_all_sessions_and_is_told() -> None:
    mo = a_moderator()
    a_session(mo)
    token = service.make_link(mo.email, Purpose.PASSWORD)

    assert service.set_password(token, GOOD) is mo

    assert passwords.fits(GOOD, mo.password_hash)
    assert (list(live_sessions(mo)), actions()) == ([], ["users.set_password"])
    assert [mail.subject for mail in mails_to(mo.email)] == ["Je wachtwoord is veranderd"]


def test_a_password_link_works_once() -> None:
    mo = a_moderator()
    token = service.make_link(mo.email, Purpose.PASSWORD)
    service.set_password(token, GOOD)

    with pytest.raises(Refused, match="al gebruikt"):
        service.set_password(token, "another " + GOOD)
    assert passwords.fits(GOOD, mo.password_hash)


@pytest.mark.parametrize("password", ["kort", "mo@voorbeeld.example", "Wachtwoord2026!"])
def test_an_easy_password_is_refused_at_the_field_and_the_link_still_works(password: str) -> None:
    token = service.make_link(a_moderator().email, Purpose.PASSWORD)

    with pytest.raises(Refused) as refusal:
        service.set_password(token, password)

    assert refusal.value.field == "password"
    service.set_password(token, GOOD)


@pytest.mark.parametrize("email", ["anna@voorbeeld.example", "unknown@voorbeeld.example"])
def test_only_staff_have_a_password(email: str) -> None:
    a_person("Anna")
    token = service.make_link(email, Purpose.PASSWORD)

    with pytest.raises(NotAllowed):
        service.set_password(token, GOOD)


def test_people_change_what_they_tell_about_themselves() -> None:
    anna, town = a_person("Anna"), a_town()

    service.change_profile(anna, Profile(" Anna  Bakker ", town.mill.id, "en"), by=anna)

    assert (anna.name, anna.neighbourhood_id) == ("Anna Bakker", town.mill.id)
    assert actions() == ["users.change_profile"]


def test_nobody_changes_what_another_tells() -> None:
    anna = a_person("Anna")

    with pytest.raises(NotAllowed):
        service.change_profile(anna, Profile("Hacked", None, "en"), by=a_person("Bilal"))


def test_people_end_their_own_sessions_only() -> None:
    anna = a_person("Anna")
    session = a_session(anna)

    with pytest.raises(NotAllowed):
        service.end_session(session, by=a_person("Bilal"))
    assert list(live_sessions(anna)) == [session]
