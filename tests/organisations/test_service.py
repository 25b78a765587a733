"""Organisations are registered by the municipality; people join and leave."""

import pytest
from flask import Flask

from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.organisations import queries, rules, service
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from app.organisations.service import Founding
from factories.accounts import a_coordinator, a_moderator, a_person, an_administrator
from factories.areas import a_town
from factories.notifications import mails_to
from factories.organisations import a_member, an_admin_of, an_organisation
from factories.races import at_once
from factories.slowly import slowly

ASSOCIATION = Founding(OrganisationKind.RESIDENTS_ASSOCIATION, "Molenbuurt Vooruit")


def log() -> list[tuple[str, str, str]]:
    entries = db.session.query(Entry).order_by(Entry.id)
    return [(entry.action, entry.old, entry.new) for entry in entries]


def members(organisation: Organisation) -> list[tuple[str, str]]:
    db.session.expire(organisation)
    return [(held.user.name, held.role.value) for held in organisation.memberships]


def test_the_municipality_registers_an_organisation_with_its_first_admin() -> None:
    town = a_town()
    founding = Founding(
        OrganisationKind.FOUNDATION,
        " De  Molen ",
        about="Wij  helpen.",
        website="https://demolen.example",
        area_id=town.north.id,
        admin_email="Anna@voorbeeld.example",
        admin_name="Anna",
    )

    organisation = service.found_organisation(founding, by=a_coordinator())

    assert (organisation.name, organisation.slug) == ("De Molen", "de-molen")
    assert (organisation.about, organisation.area) == ("Wij helpen.", town.north)
    assert members(organisation) == [("Anna", "admin")]
    assert [line[0] for line in log()] == ["organisations.found", "organisations.add_member"]
    assert [mail.subject for mail in mails_to("anna@voorbeeld.example")] == [
        "Je hoort nu bij De Molen"
    ]


def test_an_organisation_can_wait_for_its_first_admin() -> None:
    organisation = service.found_organisation(ASSOCIATION, by=an_administrator())

    assert members(organisation) == []


@pytest.mark.parametrize("who", [a_person, a_moderator])
def test_residents_and_moderators_register_none(who: object) -> None:
    person = who()  # type: ignore[operator]  # one of two factories
    with pytest.raises(NotAllowed):
        service.found_organisation(ASSOCIATION, by=person)

    assert db.session.query(Organisation).count() == 0


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["De Molen", "De Molen", "de molen!"], ["de-molen", "de-molen-2", "de-molen-3"]),
        (["De Molen 2", "De Molen", "De Molen"], ["de-molen-2", "de-molen", "de-molen-3"]),
        (["Nieuw"], ["nieuw-2"]),
        (["姓"], ["organisatie"]),
    ],
)
def test_every_organisation_has_its_own_web_address(names: list[str], slugs: list[str]) -> None:
    ada = an_administrator()
    made = [
        service.found_organisation(Founding(OrganisationKind.OTHER, name), by=ada) for name in names
    ]

    assert [organisation.slug for organisation in made] == slugs


def test_an_admin_adds_a_neighbour_who_had_no_account() -> None:
    organisation, anna = an_organisation(), a_person("Anna")
    an_admin_of(organisation, anna)

    service.add_member(organisation, "bilal@voorbeeld.example", "Bilal", MemberRole.MEMBER, by=anna)

    assert members(organisation) == [("Anna", "admin"), ("Bilal", "member")]
    assert log() == [("organisations.add_member", "", "member")]
    [mail] = mails_to("bilal@voorbeeld.example")
    assert (mail.link, mail.user_id is not None) == ("/organisaties/molenbuurt-vooruit/leden", True)


def test_a_member_is_added_once() -> None:
    organisation, anna = an_organisation(), a_person("Anna")
    an_admin_of(organisation, anna)

    with pytest.raises(Refused, match="hoort er al bij") as refusal:
        service.add_member(organisation, anna.email, "Anna", MemberRole.MEMBER, by=anna)

    assert (refusal.value.field, mails_to(anna.email)) == ("email", [])


def test_members_and_outsiders_add_nobody() -> None:
    organisation, bilal = an_organisation(), a_person("Bilal")
    a_member(organisation, bilal)

    for person in (bilal, a_person("Cem"), a_moderator()):
        with pytest.raises(NotAllowed):
            service.add_member(
                organisation, "x@voorbeeld.example", "X", MemberRole.ADMIN, by=person
            )
    assert db.session.query(User).filter_by(email="x@voorbeeld.example").count() == 0


def test_an_admin_who_is_removed_loses_everything_at_once() -> None:
    organisation, anna, bea = an_organisation(), a_person("Anna"), a_person("Bea")
    held = an_admin_of(organisation, anna)
    an_admin_of(organisation, bea)

    service.remove_member(held, by=bea)

    assert members(organisation) == [("Bea", "admin")]
    assert not rules.see_members(anna, organisation)
    assert queries.run_by(anna) == []
    assert log() == [("organisations.remove_member", "admin", "")]
    [mail] = mails_to(anna.email)
    assert (mail.subject, mail.link) == ("Je hoort niet meer bij Molenbuurt Vooruit", "")


def test_whoever_leaves_gets_no_message_about_it() -> None:
    organisation, bilal = an_organisation(), a_person("Bilal")
    an_admin_of(organisation, a_person("Anna"))

    service.remove_member(a_member(organisation, bilal), by=bilal)

    assert (members(organisation), mails_to(bilal.email)) == ([("Anna", "admin")], [])


@pytest.mark.parametrize("by", ["Anna", "Ada"])
def test_the_last_admin_stays(by: str) -> None:
    organisation = an_organisation()
    held = an_admin_of(organisation, a_person("Anna"))
    a_member(organisation, a_person("Bilal"))
    blocked = an_admin_of(organisation, a_person("Bo"))
    blocked.user.blocked_at = clock.now()
    an_administrator("Ada")

    with pytest.raises(Refused, match="altijd een beheerder"):
        service.remove_member(held, by=a_person(by))


def test_two_admins_who_remove_each_other_leave_one(app: Flask) -> None:
    organisation = an_organisation()
    anna, bea = (an_admin_of(organisation, a_person(name)) for name in ("Anna", "Bea"))

    def remove(membership_id: int, by_id: int) -> None:
        by = db.session.get_one(User, by_id)
        service.remove_member(db.session.get_one(Membership, membership_id), by=by)

    pairs = [(anna.id, bea.user_id), (bea.id, anna.user_id)]
    with slowly("DELETE FROM memberships"):
        outcomes = at_once(app, [lambda pair=pair: remove(*pair) for pair in pairs])

    assert outcomes[-1] == "done"
    assert len(members(organisation)) == 1
