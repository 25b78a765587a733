"""Others count on somebody who wants to go: that comes first, and is said with a way out."""

import pytest
from flask import Flask

from app.core.db import db
from app.core.errors import OutOfDate
from app.initiatives.lifecycle import State
from app.organisations.models import MemberRole, Membership
from app.privacy import hindrances
from app.privacy.service import erase
from factories.accounts import a_moderator, a_person
from factories.capacity import an_organisation
from factories.initiatives import an_initiative


@pytest.mark.parametrize("state", [State.PUBLISHED, State.RUNNING, State.PAUSED])
def test_who_runs_a_plan_alone_finds_somebody_first(app: Flask, state: State) -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna, state=state)

    [hindrance] = hindrances.of(anna)
    assert "Geveltuintjes gaat nog door" in hindrance.text
    with pytest.raises(OutOfDate):
        erase(anna, by=anna)

    db.session.rollback()
    assert (plan.owner, anna.name) == (anna, "Anna")


def test_who_has_a_role_gives_it_back_first(app: Flask) -> None:
    assert "Je hebt nog een rol" in hindrances.of(a_moderator())[0].text


@pytest.mark.parametrize(("role", "number"), [(MemberRole.ADMIN, 1), (MemberRole.MEMBER, 0)])
def test_an_organisation_with_members_keeps_an_administrator(
    app: Flask, role: MemberRole, number: int
) -> None:
    anna, club = a_person("Anna"), an_organisation("Vereniging Molen")
    for person, held in ((anna, role), (a_person("Bilal"), MemberRole.MEMBER)):
        db.session.add(Membership(organisation_id=club.id, user_id=person.id, role=held))
    db.session.flush()

    assert len(hindrances.of(anna)) == number
