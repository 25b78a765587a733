"""The list and the rule give the same answer, in every state and for everybody."""

import pytest

from app.accounts.models import Actor, Visitor
from app.accounts.roles import Role
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives import queries, rules
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative


def characters() -> list[Actor]:
    town = a_town()
    return [
        Visitor(),
        a_person("Anna"),
        a_person("Tess"),
        a_person("Ahmed"),
        a_person("Lid"),
        a_person("Bilal"),
        a_moderator(),
        a_person("Mia", role=Role.MODERATOR, area=town.north),
        a_person("Max", role=Role.MODERATOR, area=town.park),
        a_coordinator(),
        a_coordinator(town.mill, "Cor"),
        a_coordinator(town.south, "Cees"),
        a_person("Baas", role=Role.ADMINISTRATOR),
        a_person("Pro", role=Role.PROFESSIONAL, area=town.north),
    ]


def fill() -> None:
    """Make a plan in every state, open and hidden, in two districts, and drafts of nobody."""
    town = a_town()
    association = Organisation(
        kind=OrganisationKind.RESIDENTS_ASSOCIATION, name="De Molen", slug="de-molen"
    )
    db.session.add(association)
    db.session.flush()
    for name, role in (("Ahmed", MemberRole.ADMIN), ("Lid", MemberRole.MEMBER)):
        person = a_person(name)
        db.session.add(Membership(organisation=association, user_id=person.id, role=role))
    for state in State:
        for hidden in (False, True):
            for place in (town.mill, town.park):
                an_initiative(state=state, hidden=hidden, neighbourhood=place)
            an_initiative(a_person("Zoë"), state=state, hidden=hidden, team=(a_person("Tess"),))
            owned = an_initiative(a_person("Zoë"), state=state, hidden=hidden)
            owned.organisation_id = association.id
    db.session.add(Initiative())
    db.session.add(Initiative(neighbourhood_id=town.mill.id))
    db.session.flush()


def test_the_list_and_the_rule_agree() -> None:
    actors = characters()
    fill()
    everything = db.session.query(Initiative).order_by(Initiative.id).all()

    for actor in actors:
        listed = set(db.session.scalars(queries.visible_to(actor)))
        allowed = {one for one in everything if rules.view(actor, one)}
        assert listed == allowed, actor.name


def test_everybody_finds_a_public_plan() -> None:
    initiative = an_initiative()

    assert queries.found(Visitor(), initiative.id) is initiative


@pytest.mark.parametrize("number", [0, 999, 2**63, 10**30])
def test_an_unknown_number_is_not_found(number: int) -> None:
    with pytest.raises(NotFound):
        queries.found(a_moderator(), number)


def test_a_plan_that_is_not_public_does_not_exist_for_a_neighbour() -> None:
    initiative = an_initiative(state=State.SUBMITTED)

    with pytest.raises(NotFound):
        queries.found(a_person("Bilal"), initiative.id)
    assert queries.found(a_person("Anna"), initiative.id) is initiative
