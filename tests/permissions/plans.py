"""Plans and what is around them, in the states that make a difference to who may do what."""

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.initiatives.service import team as teams
from app.initiatives.voices import Concern, ConcernTopic
from app.moderation import service as moderation
from app.volunteering.models import Certificate
from factories.accounts import a_person
from factories.cast import an_association
from factories.initiatives import a_question, a_version, an_answer, an_initiative, an_update
from factories.photos import a_photo
from factories.reports import a_report
from factories.support_base import a_list
from factories.volunteering import a_past_shift, a_place, a_shift, a_task
from permissions.secrets import Secret

Ids = dict[str, object]
STATES = (State.DRAFT, State.SUBMITTED, State.COMPLETED, State.ARCHIVED)


def of_anna(state: State = State.PUBLISHED, *, title: str = "Geveltuintjes") -> Initiative:
    """Return a plan of Anna with Bilal in the team, which Weg left; of the association of Ali."""
    team = a_person("Bilal"), a_person("Weg")
    plan = an_initiative(a_person("Anna"), state=state, title=title, team=team)
    plan.organisation = an_association()
    db.session.flush()
    teams.leave(plan, by=team[1])
    return plan


def in_state(state: State) -> Ids:
    """Return a plan, and the review of one that waits for it."""
    titles = {State.DRAFT: f"Idee {Secret.DRAFT}", State.SUBMITTED: f"Idee {Secret.WAITING}"}
    plan = of_anna(state, title=titles.get(state, "Geveltuintjes"))
    if state is not State.SUBMITTED:
        return {"initiative_id": plan.id}
    a_version(plan)
    review = moderation.receive(
        plan, title=plan.title, text="Tekst.", author=a_person(), district_id=plan.district_id
    )
    return {"initiative_id": plan.id, "review_id": review.id}


def hidden() -> Ids:
    """Return a plan that a moderator took off the site."""
    plan = of_anna(title=f"Idee {Secret.HIDDEN}")
    plan.hidden_at = clock.now()
    return {"initiative_id": plan.id}


def running() -> Ids:
    """Return a public plan with everything that can be at one; Yara helps, Noor asked something."""
    plan, anna, yara, noor = of_anna(State.RUNNING), *map(a_person, ("Anna", "Yara", "Noor"))
    task = a_task(plan, author=anna)
    sign_up = a_place(a_shift(task), "Yara")
    sign_up.shift.taken, sign_up.note = 1, f"Ik kom later. {Secret.NOTE}"
    a_place(a_past_shift(task), "Yara")
    question = a_question(plan, noor)
    again = f"Mag dit? {Secret.RETURNED_QUESTION}"
    given_back = a_question(plan, noor, text=again, state=TextState.RETURNED)
    db.session.add(
        Concern(
            initiative_id=plan.id,
            user_id=noor.id,
            topic=ConcernTopic.NOISE,
            text=f"Te hard. {Secret.CONCERN}",
        )
    )
    an_answer(a_question(plan, yara), anna)
    an_update(plan, anna)
    paper = _a_certificate(plan, yara)
    return {
        "initiative_id": plan.id,
        "task_id": task.id,
        "shift_id": sign_up.shift_id,
        "sign_up_id": sign_up.id,
        "photo_id": a_photo(plan, anna).id,
        "width": 480,
        "size": "a4",
        "question_id": question.id,
        "kind": "vragen",
        "text_id": given_back.id,
        "user_id": a_person("Bilal").id,
        "certificate_id": paper.id,
        "list_id": a_list(plan, a_person("Wil")).id,
        "code": paper.code,
    }


def reported() -> Ids:
    """Return a public plan of Anna that Noor reported."""
    plan = of_anna()
    report = a_report(plan, a_person("Noor"), words=f"Niet waar. {Secret.REPORT}")
    return {"initiative_id": plan.id, "report_id": report.id}


def _a_certificate(plan: Initiative, person: User) -> Certificate:
    today = clock.today()
    certificate = Certificate(
        user_id=person.id,
        initiative_id=plan.id,
        code="23456789ABCD",
        name=person.name,
        what=["Zwerfvuil prikken"],
        quarters=8,
        first_on=today,
        last_on=today,
    )
    db.session.add(certificate)
    db.session.flush()
    return certificate
