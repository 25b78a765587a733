"""A task and the moderator: nothing is public before somebody looked."""

from flask import Flask
from flask.testing import FlaskClient

from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.moderation import service as moderation
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review, Rule
from app.volunteering import service
from app.volunteering.models import VolunteerTask
from factories.accounts import a_moderator, a_person
from factories.volunteering import a_plan, a_shift_plan, an_active_initiative


def a_new_task() -> VolunteerTask:
    return service.create(an_active_initiative(), a_plan(), [a_shift_plan()], by=a_person("Anna"))


def the_review() -> Review:
    return db.session.query(Review).filter_by(state=ReviewState.WAITING).one()


def test_a_task_is_public_once_a_moderator_published_it(client: FlaskClient) -> None:
    task = a_new_task()
    assert client.get(f"/doe-mee/{task.id}").status_code == 404

    moderation.publish(the_review(), by=a_moderator(), checked=True)

    assert client.get(f"/doe-mee/{task.id}").status_code == 200
    assert "Zwerfvuil prikken" in client.get("/doe-mee").text


def test_a_task_that_came_back_is_changed_and_sent_in_again(app: Flask) -> None:
    task = a_new_task()
    moderation.request_changes(
        the_review(), by=a_moderator(), rule=Rule.UNCLEAR, reason="Schrijf op hoe lang het duurt."
    )
    assert task.state is TextState.RETURNED

    service.edit(task, a_plan(what="Een uur."), version=task.version, by=a_person("Anna"))

    assert (task.state, the_review().subject_id) == (TextState.WAITING, task.id)


def test_a_public_task_with_another_text_is_out_of_sight_until_it_was_read(
    client: FlaskClient,
) -> None:
    task = a_new_task()
    moderation.publish(the_review(), by=a_moderator(), checked=True)

    service.edit(task, a_plan(what="We vegen."), version=task.version, by=a_person("Anna"))

    assert client.get(f"/doe-mee/{task.id}").status_code == 404
    moderation.publish(the_review(), by=a_moderator(), checked=True)
    assert "We vegen." in client.get(f"/doe-mee/{task.id}").text


def test_a_task_that_its_maker_took_back_waits_for_nobody() -> None:
    service.withdraw(a_new_task(), by=a_person("Anna"))

    assert db.session.query(Review).one().state is ReviewState.WITHDRAWN


def test_a_rejected_task_gets_a_second_look_on_appeal() -> None:
    task = a_new_task()
    review = the_review()
    moderation.reject(review, by=a_moderator(), rule=Rule.COMMERCIAL, reason="Dit is reclame.")
    assert task.state is TextState.REJECTED

    moderation.appeal(review, by=a_person("Anna"), reason="Het is geen reclame.")

    assert (task.state, the_review().is_appeal) == (TextState.WAITING, True)
