"""Who may do what with an organisation."""

import pytest

from app.accounts.models import Visitor
from app.organisations import rules
from factories.accounts import a_coordinator, a_moderator, a_person, an_administrator
from factories.organisations import a_member, an_admin_of, an_organisation

MAY = {  # admin here, member here, admin elsewhere, resident, moderator, coordinator, administrator, visitor
    "is_admin": (True, False, False, False, False, False, False, False),
    "is_member": (True, True, False, False, False, False, False, False),
    "found": (False, False, False, False, False, True, True, False),
    "manage_members": (True, False, False, False, False, False, True, False),
    "see_members": (True, True, False, False, False, False, True, False),
}


@pytest.mark.parametrize("rule", MAY)
def test_who_may(rule: str) -> None:
    here, elsewhere = an_organisation(), an_organisation("Ergens Anders")
    an_admin_of(here, a_person("Anna"))
    a_member(here, a_person("Bilal"))
    an_admin_of(elsewhere, a_person("Cem"))
    people = [
        *(a_person("Anna"), a_person("Bilal"), a_person("Cem"), a_person("Dunya")),
        *(a_moderator(), a_coordinator(), an_administrator(), Visitor()),
    ]

    assert tuple(getattr(rules, rule)(person, here) for person in people) == MAY[rule]


def test_a_member_is_removed_by_an_admin_here_or_by_leaving() -> None:
    here, elsewhere = an_organisation(), an_organisation("Ergens Anders")
    an_admin_of(here, a_person("Anna"))
    an_admin_of(elsewhere, a_person("Cem"))
    bilal = a_member(here, a_person("Bilal"))
    a_member(here, a_person("Dunya"))

    may = {
        person.name: rules.remove_member(person, bilal)
        for person in (
            *(a_person("Anna"), a_person("Bilal"), a_person("Cem"), a_person("Dunya")),
            an_administrator(),
        )
    }

    assert may == {"Anna": True, "Bilal": True, "Cem": False, "Dunya": False, "Ada": True}
    assert not rules.remove_member(Visitor(), bilal)
