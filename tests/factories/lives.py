"""Somebody who did everything once, under a name that nobody else has."""

from datetime import timedelta

from app.accounts.looks import Look, Why
from app.accounts.models import OneTimeLink, PostalAddress, Purpose, User, Visitor
from app.accounts.roles import Role
from app.archive.models import DestructionList
from app.audit.service import record
from app.capacity.models import ResponseKind
from app.core import clock, tokens
from app.core.db import db
from app.filters.models import ChosenColumns, Queue, SavedFilter
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative, Invitation, Registration, TeamMember
from app.initiatives.voices import Concern, ConcernTopic, Endorsement
from app.moderation.lifecycle import ReviewState
from app.notifications.models import MailDay, MailWish, Message, PushDevice, Rhythm
from app.organisations.models import MemberRole, Membership
from app.reports import service
from app.reports.models import Topic
from app.support.decisions import Criterion, Decision, DecisionReason
from app.support.delays import Extension, Supplement
from app.support.intentions import Intention
from app.support.letters.parts import said
from app.support.lifecycle import RequestState
from app.support.objections import Objection
from app.support.post import LetterKind
from app.support.service.writing import written
from app.volunteering.kinds import Tongue
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, CalendarFeed, Certificate, SignUp
from app.volunteering.wishes import TaskMark
from factories.accounts import a_person, a_session
from factories.areas import a_town
from factories.capacity import a_response, an_organisation
from factories.feedback import asked
from factories.initiatives import a_question, a_version, an_answer, an_initiative, an_update
from factories.moderation import a_review
from factories.notifications import a_message
from factories.passkeys import a_passkey
from factories.photos import a_photo
from factories.reports import a_report
from factories.second_factor import an_app, on_paper
from factories.support import a_decider, a_request
from factories.support_base import a_list
from factories.volunteering import a_shift, a_task, some_wishes

MARK = "Qworzel"  # in the name, and in what only the person and who has to may read
EMAIL = "xanthippe.qworzel@voorbeeld.example"


def a_full_life() -> User:
    """Return a person of whom every kind of thing is kept but a role."""
    person = a_person(f"Xanthippe {MARK}")
    person.neighbourhood_id = a_town().mill.id
    _reaches(person)
    plan = _plans(person)
    _says(person)
    _helps(person, plan)
    _asks(person, plan)
    _works(person)
    record(person, "users.change_profile", person)
    db.session.flush()
    return person


def _works(person: User) -> None:
    """Let the person have made a destruction list, in the days of a role."""
    db.session.add(DestructionList(made_by_id=person.id))


def _reaches(person: User) -> None:
    session = a_session(person)
    device = PushDevice(
        session_id=session.id, address=f"https://push.example/{MARK}", public_key="k", secret="s"
    )
    columns = ChosenColumns(user_id=person.id, queue=Queue.SUPPORT, columns=["wijk"])
    db.session.add(columns)
    kept = SavedFilter(
        user_id=person.id, queue=Queue.SUPPORT, name=f"Van {MARK}", arguments={"whose": "ik"}
    )
    link = OneTimeLink(
        fingerprint=tokens.fingerprint(tokens.secret()),
        email=person.email,
        purpose=Purpose.SIGN_IN,
        expires_at=clock.now(),
    )
    mail = Message(email=person.email, subject=f"Dag {person.name}", text="Een link.")
    wish = MailWish(email=person.email, rhythm=Rhythm.WEEK)
    day = MailDay(email=person.email, day=clock.today())
    home = PostalAddress(
        user_id=person.id, street=f"{MARK}straat 1", postcode="2611 AB", town="Proefstad"
    )
    db.session.add_all([device, kept, link, mail, wish, day, home])
    an_app(person)
    on_paper(person, 1)
    a_passkey(person, name=f"Telefoon van {MARK}")
    a_message(person, f"Nieuws voor {person.name}")
    organisation = an_organisation("Vereniging Molen")
    member = Membership(organisation_id=organisation.id, user_id=person.id, role=MemberRole.MEMBER)
    db.session.add(member)


def _plans(person: User) -> Initiative:
    """Return the plan that the person has on the site, together with Bilal."""
    plan = an_initiative(person, title="Bankjes op het plein", team=(a_person("Bilal"),))
    a_version(plan, state=TextState.PUBLISHED)
    a_photo(plan, person)
    an_initiative(person, title=f"Concept van {MARK}", state=State.DRAFT)
    unsent = Initiative(title=f"Ook van {MARK}", state=State.DRAFT)
    other = an_initiative(a_person("Noor"), title="Muurgedicht")
    db.session.add_all([unsent, TeamMember(initiative_id=other.id, user_id=person.id)])
    db.session.flush()
    db.session.add_all(
        [
            Registration(
                initiative_id=unsent.id,
                fingerprint=tokens.fingerprint(tokens.secret()),
                name=person.name,
                email=person.email,
                expires_at=clock.now() + timedelta(days=14),
            ),
            Invitation(
                initiative_id=an_initiative(a_person("Noor"), title="Fietsles").id,
                email=person.email,
                invited_by_id=a_person("Noor").id,
            ),
        ]
    )
    return plan


def _says(person: User) -> None:
    own = db.session.query(Initiative).filter_by(title="Bankjes op het plein").one()
    other = an_initiative(a_person("Noor"), title="Kerstboom")
    an_update(own)
    an_answer(a_question(own))
    a_question(other, person)
    a_list(other, person)
    topic, text = ConcernTopic.NOISE, f"Te veel lawaai, vindt {MARK}"
    db.session.add_all(
        [
            Endorsement(initiative_id=other.id, user_id=person.id),
            Concern(initiative_id=other.id, user_id=person.id, topic=topic, text=text),
        ]
    )
    a_report(other, person, words=f"Dat is niet waar, zegt {MARK}")
    service.report(own, Topic.OTHER, f"Ik weer, {MARK}", by=Visitor(), email=EMAIL)
    review = a_review(person, title="Lampjes in de boom")
    assert review.state is ReviewState.WAITING


def _helps(person: User, plan: Initiative) -> None:
    task = a_task(plan, author=person)
    task.contact_name = person.name
    elsewhere = a_task(title="Soep koken")
    for starts_at in (clock.now() + timedelta(days=3), clock.now() - timedelta(days=30)):
        shift = a_shift(elsewhere, starts_at=starts_at)
        shift.taken = 1
        note = f"Bel me: {MARK}"
        state = SignUpState.CONFIRMED
        sign_up = SignUp(shift=shift, user_id=person.id, state=state, note=note)
        db.session.add(sign_up)
    said, anna = f"Ik was er wel, zegt {MARK}", a_person("Anna")
    noted = Attendance(sign_up=sign_up, quarters=0, noted_by=anna, objection=said)
    certificate = Certificate(
        user_id=person.id,
        initiative_id=elsewhere.initiative_id,
        code="23456789ABCD",
        name=person.name,
        what=[elsewhere.title],
        quarters=8,
        first_on=clock.today(),
        last_on=clock.today(),
    )
    feed = CalendarFeed(user_id=person.id, fingerprint=tokens.fingerprint(tokens.secret()))
    mark = TaskMark(user_id=person.id, task_id=elsewhere.id, hidden_at=clock.now())
    db.session.add_all([noted, certificate, feed, mark])
    some_wishes(person, tongues=[Tongue.TR])
    asked(elsewhere.initiative, person)


def _asks(person: User, plan: Initiative) -> None:
    request = a_request(plan, state=RequestState.GRANTED)
    decision = Decision(
        request_id=request.id,
        decider_id=a_decider().id,
        outcome=RequestState.GRANTED,
        legal_basis="Regeling",
        announced_on=clock.today(),
    )
    decision.reasons = [DecisionReason(criterion=Criterion.FAIR, text="Voor iedereen.")]
    db.session.add(decision)
    today, officer = clock.today(), a_decider()
    objection = Objection(
        decision=decision,
        author=person,
        text="Het is te weinig.",
        wants_hearing=False,
        received_on=today,
        due_on=today,
    )
    db.session.add(objection)
    next_week = today + timedelta(days=7)
    delays = [
        Supplement(
            request_id=request.id,
            asked_on=today,
            until=next_week,
            question="Hoe breed is de stoep?",
            asked_by_id=officer.id,
        ),
        Extension(
            request_id=request.id,
            made_on=today,
            until=next_week,
            reason="Er is meer tijd nodig.",
            made_by_id=officer.id,
        ),
    ]
    intention = Intention(
        request_id=request.id,
        made_on=today,
        until=next_week,
        differs="De stoep is smal.",
        made_by_id=officer.id,
        view="Er blijft genoeg over.",
        view_on=today,
        view_by_id=person.id,
    )
    letter = written(request, LetterKind.DECISION, lambda: said("Antwoord", "Ja."))
    db.session.add_all([*delays, intention, letter])
    a_response(request, kind=ResponseKind.WE_DO, author=person)
    reader, role = a_decider(), Role.DECISION_MAKER
    look = Look(person_id=person.id, reader_id=reader.id, role=role, why=Why.REQUEST)
    db.session.add(look)
