"""Somebody without e-mail calls: the staff change the plan, and a moderator reads it as that of its owner."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.looks import Look, Why
from app.accounts.models import User
from app.accounts.roles import Role
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import NotAllowed
from app.initiatives import queries, rules, service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeVersion
from app.moderation.models import Review
from factories.accounts import a_moderator, a_person
from factories.areas import a_town
from factories.assisting import a_worker, greet_without_e_mail
from factories.initiatives import a_version, an_initiative

SignedIn = Callable[[User], FlaskClient]
PLANS = "/initiatieven/voor-bewoners"


def greets_plan(state: State = State.CHANGES_REQUESTED) -> Initiative:
    plan = an_initiative(greet_without_e_mail(), title="Bankjes", state=state)
    a_version(plan)
    db.session.commit()
    return plan


def changed(plan: Initiative, **texts: str) -> dict[str, str]:
    return {**plan.texts, "version": str(plan.version), "title": "Twee bankjes", **texts}


def test_a_plan_that_was_given_back_is_changed_and_sent_in_for_its_owner(
    signed_in: SignedIn,
) -> None:
    plan, wil = greets_plan(), a_worker()
    desk = signed_in(wil)
    path = f"/initiatieven/{plan.id}/wijzigen"
    assert path in desk.get(PLANS).text
    assert "Bankjes" in desk.get(path).text

    answer = desk.post(path, data=changed(plan, insturen="ja"))

    assert answer.status_code == 303
    db.session.expire_all()
    assert (plan.title, plan.state, plan.owner.name) == ("Twee bankjes", State.SUBMITTED, "Greet")
    assert db.session.query(Review).one().author_id == plan.owner_id
    newest = db.session.query(InitiativeVersion).order_by(InitiativeVersion.id.desc()).first()
    assert newest is not None
    assert newest.author_id == plan.owner_id
    lines = db.session.query(Entry).filter_by(action="initiatives.change_for_owner").all()
    assert {line.actor_id for line in lines} == {wil.id}
    assert {look.why for look in db.session.query(Look)} == {Why.HELP}


def test_a_public_plan_waits_for_a_moderator_with_its_new_text(signed_in: SignedIn) -> None:
    plan = greets_plan(State.PUBLISHED)

    signed_in(a_worker()).post(f"/initiatieven/{plan.id}/wijzigen", data=changed(plan))

    db.session.expire_all()
    assert plan.title == "Bankjes"
    assert queries.waiting_version(plan) is not None


def test_who_helps_elsewhere_and_plans_of_people_with_e_mail_are_left_alone(
    signed_in: SignedIn,
) -> None:
    by_post = greets_plan()
    by_mail = an_initiative(a_person("Anna"), title="Tuin", state=State.CHANGES_REQUESTED)
    db.session.commit()
    elsewhere, here = signed_in(a_worker("Zoë", a_town().south)), signed_in(a_worker())

    assert elsewhere.get(f"/initiatieven/{by_post.id}/wijzigen").status_code == 404
    assert here.get(f"/initiatieven/{by_mail.id}/wijzigen").status_code == 404
    public = an_initiative(a_person("Anna"), title="Hek")
    db.session.commit()
    assert here.get(f"/initiatieven/{public.id}/wijzigen").status_code == 403
    with pytest.raises(NotAllowed):
        service.submit_for_owner(by_post, by=a_person("Zoë"))


def test_who_changed_it_for_the_owner_does_not_judge_it() -> None:
    plan, wil = greets_plan(), a_worker()
    a_person("Wil", role=Role.MODERATOR)
    service.submit_for_owner(plan, by=wil)

    with pytest.raises(NotAllowed):
        service.reject(plan, by=wil, reason="Nee")
    service.publish(plan, by=a_moderator())


@pytest.mark.parametrize("state", list(State))
def test_what_who_helps_may_see_is_what_is_found(state: State) -> None:
    if state is State.DRAFT:
        return
    plans = [greets_plan(state), an_initiative(a_person("Anna"), state=state)]
    actors = [
        a_worker(),
        a_worker("Zoë", a_town().south),
        a_person("Evi", role=Role.AREA_COORDINATOR),
    ]

    for actor in actors:
        seen = set(db.session.scalars(queries.visible_to(actor)))
        assert seen == {plan for plan in plans if rules.view(actor, plan)}
        for plan in seen:
            assert queries.shown(actor, plan.id).owner_is_by_post == plan.owner_is_by_post
