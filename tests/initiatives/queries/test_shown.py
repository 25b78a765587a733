"""A plan as its page shows it: the same plan, for the same people, as the model says."""

import pytest

from app.accounts.models import Actor, Visitor
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives import queries, rules, service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeTheme, Theme
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative

RULES = (
    *(rules.view, rules.run_it, rules.edit, rules.judge, rules.archive, rules.tell_news),
    *(rules.answer, rules.ask, rules.endorse, rules.worry, rules.read_worries, rules.see_reasons),
)


def characters() -> list[Actor]:
    town = a_town()
    return [
        *(Visitor(), a_person("Anna"), a_person("Tess"), a_person("Ahmed"), a_person("Lid")),
        *(a_person("Bilal"), a_moderator(), a_coordinator(), a_coordinator(town.south, "Cees")),
    ]


def a_full_plan(*, state: State = State.RUNNING, hidden: bool = False) -> Initiative:
    """Return a plan of an association, with a team and two themes."""
    association = Organisation(
        kind=OrganisationKind.RESIDENTS_ASSOCIATION, name="De Molen", slug=f"{state}-{hidden}"
    )
    initiative = an_initiative(state=state, hidden=hidden, team=(a_person("Tess"),))
    initiative.themes = [InitiativeTheme(theme=one) for one in (Theme.WORK, Theme.LIVING)]
    initiative.organisation = association
    for name, role in (("Ahmed", MemberRole.ADMIN), ("Lid", MemberRole.MEMBER)):
        person = a_person(name)
        db.session.add(Membership(organisation=association, user_id=person.id, role=role))
    db.session.flush()
    return initiative


def test_it_says_what_the_model_says() -> None:
    initiative = a_full_plan()
    for name in ("Bilal", "Chris"):
        service.endorse(initiative, by=a_person(name))

    shown = queries.shown(Visitor(), initiative.id)

    for name in queries.Shown._fields[: queries.Shown._fields.index("owner_name")]:
        assert getattr(shown, name) == getattr(initiative, name), name
    assert (shown.owner_name, shown.organisation_name) == ("Anna", "De Molen")
    assert shown.names == ["Anna", "Tess"]
    assert shown.themes == [Theme.LIVING, Theme.WORK]
    assert shown.endorsements == 2


def test_a_name_is_mentioned_once_and_a_draft_may_have_none() -> None:
    anna = a_person("Anna")
    led, draft = an_initiative(anna, team=(anna, a_person("Tess"))), Initiative()
    db.session.add(draft)
    db.session.flush()

    assert queries.shown(anna, led.id).names == ["Anna", "Tess"]
    assert queries.shown(a_moderator(), draft.id).names == []


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("state", State)
def test_everybody_sees_it_and_may_do_with_it_what_the_rules_say_of_the_model(
    state: State, hidden: bool
) -> None:
    actors, initiative = characters(), a_full_plan(state=state, hidden=hidden)

    for actor in actors:
        if not rules.view(actor, initiative):
            with pytest.raises(NotFound):
                queries.shown(actor, initiative.id)
            continue
        shown = queries.shown(actor, initiative.id)
        for rule in RULES:
            assert rule(actor, shown) is rule(actor, initiative), (actor.name, rule)


@pytest.mark.parametrize("number", [0, 999, 2**63, 10**30])
def test_an_unknown_number_is_not_found(number: int) -> None:
    with pytest.raises(NotFound):
        queries.shown(a_moderator(), number)
