"""Who may do what with accounts."""

import pytest

from app.accounts import rules
from app.accounts.models import Visitor
from factories.accounts import a_moderator, a_person, a_session, an_administrator

MAY = {  # the person, another resident, a moderator, an administrator, a visitor
    "give_roles": (False, False, False, True, False),
    "change_profile": (True, False, False, False, False),
    "have_password": (False, False, False, False, False),
}


@pytest.mark.parametrize("rule", MAY)
def test_who_may_do_what_about_anna(rule: str) -> None:
    anna = a_person("Anna")
    actors = (anna, a_person("Bilal"), a_moderator(), an_administrator(), Visitor())

    assert tuple(getattr(rules, rule)(actor, anna) for actor in actors) == MAY[rule]


def test_staff_have_a_password_of_their_own() -> None:
    mo = a_moderator()

    assert rules.have_password(mo, mo)
    assert not rules.have_password(an_administrator(), mo)


def test_a_session_is_ended_by_its_owner() -> None:
    anna = a_person("Anna")
    session = a_session(anna)
    actors = (anna, a_person("Bilal"), an_administrator(), Visitor())

    assert [rules.end_session(actor, session) for actor in actors] == [True, False, False, False]
