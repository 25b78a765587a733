"""Find organisations and the people in them."""

import pytest

from app.core.errors import NotFound
from app.organisations import queries
from factories.accounts import a_person
from factories.organisations import a_member, an_admin_of, an_organisation


def test_the_organisations_of_a_person_come_by_name_with_what_they_are_there() -> None:
    anna = a_person("Anna")
    an_admin_of(an_organisation("Zuid Samen"), anna)
    a_member(an_organisation("De Molen"), anna)
    an_admin_of(an_organisation("De Haven"), a_person("Bilal"))

    held = queries.of_person(anna)

    assert [(one.organisation.name, one.role.value) for one in held] == [
        ("De Molen", "member"),
        ("Zuid Samen", "admin"),
    ]
    assert [organisation.name for organisation in queries.run_by(anna)] == ["Zuid Samen"]


def test_an_organisation_is_found_by_number_and_by_web_address() -> None:
    molen = an_organisation("De Molen")

    assert (queries.found(molen.id), queries.by_slug("de-molen")) == (molen, molen)
    for find in (lambda: queries.found(999999), lambda: queries.by_slug("x")):
        with pytest.raises(NotFound):
            find()


def test_a_membership_belongs_to_its_organisation() -> None:
    molen, haven = an_organisation("De Molen"), an_organisation("De Haven")
    held = a_member(molen, a_person("Anna"))

    assert queries.membership_of(molen, held.id) == held
    assert queries.membership_of(haven, held.id) is None
