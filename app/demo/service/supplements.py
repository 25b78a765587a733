"""Questions of the municipality to a team: one that waits for its answer, one that never got any."""

from dataclasses import replace
from datetime import timedelta

from app.core import clock
from app.core.workdays import DAY, next_working_day
from app.demo.service.days import at_the_office
from app.demo.service.requests import Case
from app.demo.service.stage import Stage
from app.demo.service.words import QUESTION_TO_TEAM
from app.support import terms
from app.support.decisions import Decision
from app.support.delays import Supplement
from app.support.service.judging import NOT_COMPLETE

TO_ANSWER = timedelta(weeks=2)


def ask(case: Case) -> None:
    """Ask the team for what is missing."""
    asked_on = clock.day_of(case.at)
    case.questions.append(terms.Suspension(asked_on, next_working_day(asked_on + TO_ANSWER)))


def wait_in_vain(stage: Stage, case: Case) -> None:
    """Let the time for an answer go by."""
    until = stage.days.end_of(case.questions[-1].until + DAY)
    case.at = stage.days.before_now(max(case.at, at_the_office(case.plan.throws, until)))
    case.questions[-1] = replace(case.questions[-1], ended_on=clock.day_of(case.at))


def leave_out(stage: Stage, case: Case, by: int) -> None:
    """Write the decision that a request is not considered."""
    today = clock.day_of(case.at)
    stage.rows.add(
        Decision,
        request_id=case.thing.id,
        decider_id=by,
        outcome=case.thing.state,
        budget_id=None,
        cents=0,
        legal_basis=NOT_COMPLETE,
        agreement="",
        decided_at=case.at,
        announced_on=today,
        objection_until=terms.objection_until(today),
    )


def write(stage: Stage, case: Case, asked_by: int) -> None:
    """Write the questions, once it is known what came of them."""
    for question in case.questions:
        stage.rows.add(
            Supplement,
            request_id=case.thing.id,
            asked_by_id=asked_by,
            asked_on=question.asked_on,
            until=question.until,
            question=QUESTION_TO_TEAM,
            ended_on=question.ended_on,
            answered_by_id=None,
            answer="",
        )
