"""Everybody sees an organisation; its members see each other."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.organisations.models import Membership, Organisation
from factories.accounts import a_coordinator, a_person, an_administrator
from factories.areas import a_town
from factories.counting import statements
from factories.organisations import a_member, an_admin_of, an_organisation

SignedIn = Callable[[User], FlaskClient]
PAGE = "/organisaties/molenbuurt-vooruit"
NEW = {"name": "De Molen", "kind": "foundation", "email": "x@voorbeeld.example", "admin_name": "X"}


def test_everybody_sees_what_an_organisation_is(client: FlaskClient) -> None:
    organisation = an_organisation(area=a_town().north)
    organisation.about, organisation.website = "Wij <doen> mee.", "https://molen.example"
    a_member(organisation, a_person("Bilal"))
    db.session.commit()

    page = client.get(PAGE).text

    assert all(
        words in page
        for words in ("Molenbuurt Vooruit", "Bewonersvereniging", "Noord", "Wij &lt;doen&gt; mee.")
    )
    assert "Deze organisatie heeft nu geen plannen op de site." in page
    assert 'href="https://molen.example"' in page
    assert ("Bilal" in page, "/leden" in page) == (False, False)
    assert client.get("/organisaties/bestaat-niet").status_code == 404


def test_members_see_each_other_and_only_admins_change_it(signed_in: SignedIn) -> None:
    organisation = an_organisation()
    an_admin_of(organisation, a_person("Anna"))
    a_member(organisation, a_person("Bilal"))
    anna, bilal = signed_in(a_person("Anna")), signed_in(a_person("Bilal"))
    typed = {"email": "cem@voorbeeld.example", "name": "Cem", "role": "member"}

    for_admin, for_member = anna.get(f"{PAGE}/leden").text, bilal.get(f"{PAGE}/leden").text

    assert ("Meld Bilal af" in for_admin, "Voeg iemand toe" in for_admin) == (True, True)
    assert ("Meld Anna af" in for_member, "Voeg iemand toe" in for_member) == (False, False)
    assert "Meld mij af" in for_member
    assert bilal.post(f"{PAGE}/leden", data=typed).status_code == 403
    assert anna.post(f"{PAGE}/leden", data=typed).status_code == 303
    assert "Cem hoort er nu bij." in anna.get(f"{PAGE}/leden").text


def test_others_do_not_see_who_is_a_member(signed_in: SignedIn, client: FlaskClient) -> None:
    held = a_member(an_organisation(), a_person("Bilal"))
    outsider = signed_in(a_person("Cem"))

    assert client.get(f"{PAGE}/leden").status_code == 303
    assert outsider.get(f"{PAGE}/leden").status_code == 404
    assert outsider.post(f"{PAGE}/leden", data={}).status_code == 404
    assert outsider.post(f"{PAGE}/leden/{held.id}/afmelding").status_code == 404
    assert db.session.query(Membership).count() == 1


def test_an_admin_who_was_removed_is_out_with_the_next_request(signed_in: SignedIn) -> None:
    organisation = an_organisation()
    held = an_admin_of(organisation, a_person("Anna"))
    an_admin_of(organisation, a_person("Bea"))
    anna, bea = signed_in(a_person("Anna")), signed_in(a_person("Bea"))
    assert anna.get(f"{PAGE}/leden").status_code == 200

    assert bea.post(f"{PAGE}/leden/{held.id}/afmelding").location == f"{PAGE}/leden"

    assert anna.get(f"{PAGE}/leden").status_code == 404
    assert anna.post(f"{PAGE}/leden", data={}).status_code == 404


def test_whoever_leaves_comes_out_at_the_public_page(signed_in: SignedIn) -> None:
    held = a_member(an_organisation(), a_person("Bilal"))

    assert signed_in(a_person("Bilal")).post(f"{PAGE}/leden/{held.id}/afmelding").location == PAGE


def test_the_last_admin_cannot_leave(signed_in: SignedIn) -> None:
    held = an_admin_of(an_organisation(), a_person("Anna"))

    answer = signed_in(a_person("Anna")).post(f"{PAGE}/leden/{held.id}/afmelding")

    assert (answer.status_code, "Er moet altijd een beheerder zijn." in answer.text) == (422, True)


def test_a_membership_is_ended_at_its_own_organisation_only(signed_in: SignedIn) -> None:
    an_admin_of(an_organisation(), a_person("Anna"))
    elsewhere = a_member(an_organisation("De Molen"), a_person("Bilal"))
    anna = signed_in(a_person("Anna"))

    assert anna.post(f"{PAGE}/leden/{elsewhere.id}/afmelding").status_code == 404
    assert anna.post(f"/organisaties/de-molen/leden/{elsewhere.id}/afmelding").status_code == 404


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"email": "x"}, "email"), ({"name": ""}, "name"), ({"role": "king"}, "role")],
)
def test_what_does_not_fit_is_refused_at_the_field(
    signed_in: SignedIn, typed: dict[str, str], field: str
) -> None:
    an_admin_of(an_organisation(), a_person("Anna"))
    right = {"email": "cem@voorbeeld.example", "name": "Cem", "role": "member"}

    answer = signed_in(a_person("Anna")).post(f"{PAGE}/leden", data={**right, **typed})

    assert (answer.status_code, f'href="#{field}"' in answer.text) == (422, True)


def test_a_coordinator_registers_an_organisation(signed_in: SignedIn) -> None:
    client = signed_in(a_coordinator())

    answer = client.post("/organisaties/nieuw", data={**NEW, "area_id": ""})

    assert (answer.status_code, answer.location) == (303, "/organisaties/de-molen")
    assert [held.user.name for held in db.session.query(Organisation).one().memberships] == ["X"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"kind": "club"}, "kind"),
        ({"email": "x"}, "email"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"website": "https://"}, "website"),
        ({"website": "https://good@evil.example"}, "website"),
        ({"area_id": "999"}, "area_id"),
    ],
)
def test_an_organisation_that_does_not_fit_is_refused_at_the_field(
    signed_in: SignedIn, typed: dict[str, str], field: str
) -> None:
    answer = signed_in(an_administrator()).post(
        "/organisaties/nieuw", data={**NEW, "area_id": "", **typed}
    )

    assert (answer.status_code, f'href="#{field}"' in answer.text) == (422, True)
    assert db.session.query(Organisation).count() == 0


def test_residents_register_no_organisation(signed_in: SignedIn) -> None:
    client = signed_in(a_person("Anna"))

    assert client.get("/organisaties/nieuw").status_code == 403
    assert client.post("/organisaties/nieuw", data=NEW).status_code == 403


def test_the_members_cost_as_much_for_thirty_as_for_one(signed_in: SignedIn) -> None:
    organisation = an_organisation()
    an_admin_of(organisation, a_person("Anna"))
    client = signed_in(a_person("Anna"))

    one = statements(lambda: client.get(f"{PAGE}/leden"))
    for number in range(29):
        a_member(organisation, a_person(f"Lid {number}"))

    assert statements(lambda: client.get(f"{PAGE}/leden")) == one <= 8
