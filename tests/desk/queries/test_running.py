"""What somebody runs, and what waits there for the team."""

from datetime import timedelta

from app.accounts.models import User
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.desk.queries import running
from app.initiatives.lifecycle import State, TextState
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.initiatives import a_question, an_answer, an_initiative
from factories.matching import a_request, a_response, an_organisation
from factories.organisations import a_member, an_admin_of
from factories.organisations import an_organisation as an_association
from factories.volunteering import a_shift, a_task


def titles(person: User) -> list[str]:
    return [plan.title for plan in answer(running.plans_of(person))]


def test_the_plans_that_one_leads_and_helps_with_stand_newest_first_and_what_ended_last() -> None:
    anna = a_person("Anna")
    an_initiative(anna, title="Klaar", state=State.COMPLETED)
    an_initiative(anna, title="Eerste")
    an_initiative(a_person("Bilal"), title="Samen", team=(anna,))
    an_initiative(a_person("Bilal"), title="Van Bilal")
    an_initiative(anna, title="Archief", state=State.ARCHIVED)

    assert titles(anna) == ["Samen", "Eerste", "Klaar"]


def test_a_member_sees_the_public_plans_of_the_association_only() -> None:
    bridge, anna, lid = an_association("De Brug"), a_person("Anna"), a_person("Lid")
    a_member(bridge, lid)
    for title, state in (("Te zien", State.RUNNING), ("Nog niet", State.SUBMITTED)):
        an_initiative(anna, title=title, state=state).organisation_id = bridge.id
    db.session.flush()

    assert titles(lid) == ["Te zien"]


def test_an_administrator_of_the_association_sees_what_waits_but_not_the_drafts_of_others() -> None:
    bridge, anna, admin = an_association("De Brug"), a_person("Anna"), a_person("Baas")
    an_admin_of(bridge, admin)
    for title, state in (("Wacht", State.SUBMITTED), ("Concept", State.DRAFT)):
        an_initiative(anna, title=title, state=state).organisation_id = bridge.id
    db.session.flush()

    assert titles(admin) == ["Wacht"]


def test_a_question_waits_until_there_is_an_answer() -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    a_question(plan, text="Wie betaalt dat?")
    an_answer(a_question(plan, text="Al beantwoord"))
    an_answer(a_question(plan, text="Antwoord wacht"), state=TextState.WAITING)
    an_answer(a_question(plan, text="Antwoord weggehaald"), state=TextState.WITHDRAWN)
    a_question(plan, text="Nog niet gezien", state=TextState.WAITING)
    a_question(an_initiative(a_person("Bilal")), text="Voor Bilal")

    found = [one.text for one in answer(running.open_questions(anna, 10))]

    assert found == ["Wie betaalt dat?", "Antwoord weggehaald"]


def test_people_who_wait_for_the_organiser_are_counted_by_task() -> None:
    anna = a_person("Anna")
    task = a_task(an_initiative(anna), title="Prikken", organiser_confirms=True)
    shift = a_shift(task)
    for name in ("Bilal", "Chantal"):
        db.session.add(SignUp(shift=shift, user=a_person(name), state=SignUpState.REQUESTED))
    db.session.add(SignUp(shift=shift, user=a_person("Dirk"), state=SignUpState.CONFIRMED))
    over = a_shift(task, starts_at=clock.now() - timedelta(days=1))
    db.session.add(SignUp(shift=over, user=a_person("Els"), state=SignUpState.REQUESTED))
    db.session.flush()

    (found,) = answer(running.people_to_confirm(anna, 10))

    assert (found.task_id, found.people, found.first_shift) == (task.id, 2, shift.starts_at)
    assert answer(running.people_to_confirm(a_person("Bilal"), 10)) == ()


def test_own_requests_are_drafts_and_what_waits_for_an_answer() -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    waiting = a_request(plan)
    draft = a_request(plan, state=RequestState.DRAFT)
    a_request(plan, state=RequestState.GRANTED)
    a_request(an_initiative(a_person("Bilal")))

    found = answer(running.own_requests(anna, 10))

    assert {one.id for one in found} == {waiting.id, draft.id}


def test_a_question_of_an_organisation_that_wants_to_help_waits_until_it_is_answered() -> None:
    anna = a_person("Anna")
    request = a_request(an_initiative(anna))
    response = a_response(request, an_organisation("Welzijn"), ResponseKind.WE_NEED_TO_KNOW)
    held = answer(running.own_requests(anna, 10))[0].wants_to_know
    response.state = TextState.PUBLISHED
    db.session.flush()
    asked = answer(running.own_requests(anna, 10))[0].wants_to_know
    response.answer = "Op dinsdag."
    db.session.flush()

    assert (held, asked, answer(running.own_requests(anna, 10))[0].wants_to_know) == (
        None,
        response.id,
        None,
    )
