"""A plan after publication: who takes which step, why, and who hears of it."""

import pytest

from app.accounts.models import User
from app.audit.queries import history
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives import queries, service
from app.initiatives.lifecycle import LIFE, State
from app.initiatives.service.life import STEPS, WITH_REASON
from app.notifications.models import Message
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative


@pytest.mark.parametrize("step", STEPS)
def test_the_owner_takes_every_step_and_it_is_written_down(step: str) -> None:
    source = min(LIFE.steps[step].sources)
    initiative = an_initiative(state=source)

    service.take(initiative, step, by=a_person(), reason="Het is zover.")

    assert initiative.state == LIFE.steps[step].target
    last = history("initiatives", initiative.id)[-1]
    assert (last.action, last.old, last.new, last.reason) == (
        f"initiatives.{step}",
        source.value,
        initiative.state.value,
        "Het is zover.",
    )


@pytest.mark.parametrize("step", STEPS)
def test_a_reason_is_asked_where_the_plan_stops(step: str) -> None:
    initiative = an_initiative(state=min(LIFE.steps[step].sources))

    if step in WITH_REASON:
        with pytest.raises(Refused) as refusal:
            service.take(initiative, step, by=a_person(), reason=" ")
        assert refusal.value.field == "reason"
    else:
        service.take(initiative, step, by=a_person())
        assert initiative.state == LIFE.steps[step].target


@pytest.mark.parametrize("name", ["Bilal", "Mo", "Carla"])
def test_nobody_outside_the_team_takes_a_step(name: str) -> None:
    people: dict[str, User] = {
        "Bilal": a_person("Bilal"),
        "Mo": a_moderator(),
        "Carla": a_coordinator(a_town().north),
    }

    with pytest.raises(NotAllowed):
        service.take(an_initiative(), "run", by=people[name])


def test_the_coordinator_of_the_place_may_archive_and_the_owner_hears_it() -> None:
    initiative = an_initiative(state=State.COMPLETED)

    service.take(initiative, "archive", by=a_coordinator(a_town().mill), reason="Al lang klaar.")

    assert initiative.state == State.ARCHIVED
    message = db.session.query(Message).one()
    assert message.email == "anna@voorbeeld.example"
    assert "Gearchiveerd" in message.text
    assert "Al lang klaar." in message.text


def test_a_step_by_the_owner_is_not_told_to_the_owner() -> None:
    service.take(an_initiative(), "run", by=a_person())

    assert db.session.query(Message).count() == 0


def test_a_step_by_the_team_is() -> None:
    tess = a_person("Tess")

    service.take(an_initiative(team=(tess,)), "run", by=tess)

    assert db.session.query(Message).one().subject == "Nieuwe status: Geveltuintjes"


def test_a_step_that_is_not_possible_names_who_was_first() -> None:
    initiative = an_initiative(team=(a_person("Tess"),))
    service.take(initiative, "stop", by=a_person("Tess"), reason="Te weinig tijd.")
    db.session.commit()

    with pytest.raises(OutOfDate, match="Tess was je voor, op"):
        service.take(initiative, "run", by=a_person())


def test_a_step_of_another_room_is_a_bug() -> None:
    with pytest.raises(ValueError, match="publish"):
        service.take(an_initiative(), "publish", by=a_person())


def test_a_stopped_plan_is_still_found_and_an_archived_one_is_not() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    service.publish(initiative, by=a_moderator())
    service.take(initiative, "stop", by=a_person(), reason="Geen tijd.")
    assert [card.id for card in queries.card_page(words="geveltuintjes").rows] == [initiative.id]

    service.take(initiative, "archive", by=a_person(), reason="Klaar.")
    assert queries.card_page(words="geveltuintjes").rows == []
