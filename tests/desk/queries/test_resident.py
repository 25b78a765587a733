"""What a resident runs, joined and was asked."""

from datetime import timedelta

from app.accounts.models import User
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.db import db
from app.desk.queries import resident as queries
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Invitation
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.organisations.models import MemberRole, Membership, Organisation, OrganisationKind
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.initiatives import a_question, an_answer, an_initiative
from factories.matching import a_request, a_response, an_organisation
from factories.volunteering import a_shift, a_task


def an_association(name: str = "De Brug") -> Organisation:
    return an_organisation(name, OrganisationKind.RESIDENTS_ASSOCIATION)


def join(person: User, organisation: Organisation, role: MemberRole = MemberRole.MEMBER) -> None:
    db.session.add(Membership(organisation_id=organisation.id, user_id=person.id, role=role))
    db.session.flush()


def a_text(
    person: User,
    title: str,
    *,
    subject_id: int = 1,
    subject_type: str = "questions",
    state: ReviewState = ReviewState.WAITING,
    days_ago: int = 0,
) -> Review:
    review = Review(
        subject_type=subject_type,
        subject_id=subject_id,
        title=title,
        author_id=person.id,
        flags=[],
        state=state,
        promised_on=clock.today(),
        decided_at=clock.now() - timedelta(days=days_ago),
    )
    db.session.add(review)
    db.session.flush()
    return review


def titles(person: User, *organisations: Organisation) -> list[str]:
    return [plan.title for plan in queries.plans_of(person, {one.id for one in organisations})]


def test_the_plans_that_one_leads_and_helps_with_stand_newest_first_and_what_ended_last() -> None:
    anna = a_person("Anna")
    an_initiative(anna, title="Klaar", state=State.COMPLETED)
    an_initiative(anna, title="Eerste")
    an_initiative(a_person("Bilal"), title="Samen", team=(anna,))
    an_initiative(a_person("Bilal"), title="Van Bilal")
    an_initiative(anna, title="Archief", state=State.ARCHIVED)

    assert titles(anna) == ["Samen", "Eerste", "Klaar"]


def test_a_member_sees_the_public_plans_of_the_association_only() -> None:
    bridge, anna, lid = an_association(), a_person("Anna"), a_person("Lid")
    join(lid, bridge)
    for title, state in (("Te zien", State.RUNNING), ("Nog niet", State.SUBMITTED)):
        an_initiative(anna, title=title, state=state).organisation_id = bridge.id
    db.session.flush()

    assert titles(lid, bridge) == ["Te zien"]


def test_an_administrator_of_the_association_sees_what_waits_but_not_the_drafts_of_others() -> None:
    bridge, anna, admin = an_association(), a_person("Anna"), a_person("Baas")
    join(admin, bridge, MemberRole.ADMIN)
    for title, state in (("Wacht", State.SUBMITTED), ("Concept", State.DRAFT)):
        an_initiative(anna, title=title, state=state).organisation_id = bridge.id
    db.session.flush()

    assert titles(admin, bridge) == ["Wacht"]


def test_the_organisations_of_a_person_come_with_the_role() -> None:
    anna = a_person("Anna")
    join(anna, an_association(), MemberRole.ADMIN)

    (found,) = queries.memberships(anna)

    assert (found.organisation.name, found.role) == ("De Brug", MemberRole.ADMIN)


def test_a_question_waits_until_there_is_an_answer() -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    a_question(plan, text="Wie betaalt dat?")
    an_answer(a_question(plan, text="Al beantwoord"))
    an_answer(a_question(plan, text="Antwoord wacht"), state=TextState.WAITING)
    an_answer(a_question(plan, text="Antwoord weggehaald"), state=TextState.WITHDRAWN)
    a_question(plan, text="Nog niet gezien", state=TextState.WAITING)
    a_question(an_initiative(a_person("Bilal")), text="Voor Bilal")

    found = [one.text for one in queries.open_questions(anna, 10)]

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

    (found,) = queries.people_to_confirm(anna, 10)

    assert (found.task_id, found.people, found.first_shift) == (task.id, 2, shift.starts_at)
    assert queries.people_to_confirm(a_person("Bilal"), 10) == []


def test_own_requests_are_drafts_and_what_waits_for_an_answer() -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    waiting = a_request(plan)
    draft = a_request(plan, state=RequestState.DRAFT)
    a_request(plan, state=RequestState.GRANTED)
    a_request(an_initiative(a_person("Bilal")))

    found = queries.own_requests(anna, 10)

    assert {one.id for one in found} == {waiting.id, draft.id}


def test_a_question_of_an_organisation_that_wants_to_help_waits_until_it_is_answered() -> None:
    anna = a_person("Anna")
    request = a_request(an_initiative(anna))
    response = a_response(request, an_organisation("Welzijn"), ResponseKind.WE_NEED_TO_KNOW)
    held = queries.own_requests(anna, 10)[0].wants_to_know
    response.state = TextState.PUBLISHED
    db.session.flush()
    asked = queries.own_requests(anna, 10)[0].wants_to_know
    response.answer = "Op dinsdag."
    db.session.flush()

    assert (held, asked, queries.own_requests(anna, 10)[0].wants_to_know) == (
        None,
        response.id,
        None,
    )


def test_texts_wait_for_a_moderator_or_came_back_lately() -> None:
    anna = a_person("Anna")
    asked = ReviewState.CHANGES_REQUESTED
    a_text(anna, "Eerst gevraagd", subject_id=1, state=asked)
    a_text(anna, "Opnieuw gestuurd", subject_id=1)
    a_text(anna, "Aanpassen", subject_id=2, state=asked)
    a_text(anna, "Lang geleden", subject_id=3, state=asked, days_ago=31)
    a_text(anna, "Geplaatst", subject_id=4, state=ReviewState.PUBLISHED)
    a_text(anna, "Heel plan", subject_type="initiatives")
    a_text(a_person("Bilal"), "Van Bilal", subject_id=5)

    assert [one.title for one in queries.own_texts(anna, 10)] == ["Opnieuw gestuurd", "Aanpassen"]


def test_a_team_that_asks_for_somebody_is_found_by_the_address() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    plan = an_initiative(anna)
    db.session.add(Invitation(initiative_id=plan.id, email=bilal.email, invited_by_id=anna.id))
    db.session.flush()

    assert [one.initiative_id for one in queries.team_invitations(bilal, 10)] == [plan.id]
    assert queries.team_invitations(anna, 10) == []
