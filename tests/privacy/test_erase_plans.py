"""What becomes of the plans of somebody who goes."""

import pytest
from flask import Flask

from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, TeamMember
from app.privacy.service import erase
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.notifications import mails_to


def test_a_plan_that_goes_on_passes_to_who_is_in_the_team_longest(app: Flask) -> None:
    anna, bilal, chris = a_person("Anna"), a_person("Bilal"), a_person("Chris")
    plan = an_initiative(anna, team=(bilal, chris), state=State.RUNNING)

    erase(anna, by=anna)

    assert plan.owner == bilal
    assert [member.user for member in db.session.query(TeamMember)] == [chris]
    assert [mail.subject for mail in mails_to(bilal.email)] == ["Jij gaat verder met Geveltuintjes"]


@pytest.mark.parametrize("state", [State.COMPLETED, State.STOPPED, State.ARCHIVED])
def test_a_plan_that_ended_stays_without_a_name(app: Flask, state: State) -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna, team=(a_person("Bilal"),), state=state)

    erase(anna, by=anna)

    assert (plan.owner_id, plan.state) == (anna.id, state)


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.REJECTED])
def test_a_plan_that_was_never_public_goes(app: Flask, state: State) -> None:
    anna = a_person("Anna")
    an_initiative(anna, state=state)

    erase(anna, by=anna)

    assert db.session.query(Initiative).count() == 0
