"""Who may do what with accounts."""

import pytest

from app.accounts import rules
from app.accounts.models import Visitor
from app.accounts.queries import passkeys_of
from factories.accounts import a_moderator, a_person, a_session, an_administrator
from factories.passkeys import a_passkey

MAY = {  # the person, another resident, a moderator, an administrator, a visitor
    "give_roles": (False, False, False, True, False),
    "change_profile": (True, False, False, False, False),
    "have_password": (False, False, False, False, False),
    "have_passkeys": (True, False, False, False, False),
    "sign_out_everywhere": (False, False, False, True, False),
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


def test_nobody_else_changes_a_passkey_and_an_administrator_ends_own_sessions_elsewhere() -> None:
    anna, ada = a_person("Anna"), an_administrator()
    a_passkey(anna)
    [passkey] = passkeys_of(anna)

    may = [
        rules.change_passkey(actor, passkey) for actor in (anna, a_person("Bas"), ada, Visitor())
    ]
    assert may == [True, False, False, False]
    assert not rules.sign_out_everywhere(ada, ada)
