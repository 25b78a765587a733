"""Several inquiries in one trip give what they give one by one."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from app.core import clock
from app.core.db import db
from app.core.inquiries import Inquiry, answer, answers
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_person
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.matching import a_request

PLANS, REQUESTS = Initiative.__table__, SupportRequest.__table__


class Plan(NamedTuple):
    id: int
    title: str
    state: State
    submitted_at: datetime | None
    starts_on: date | None


class Request(NamedTuple):
    due: date | None
    state: RequestState
    plan_id: int


NEWEST = (
    select(PLANS.c.id, PLANS.c.title, PLANS.c.state, PLANS.c.submitted_at, PLANS.c.starts_on)
    .where(PLANS.c.owner_id == bindparam("me"))
    .order_by(PLANS.c.id.desc())
    .limit(bindparam("most"))
)
DUE = select(REQUESTS.c.decision_due_on, REQUESTS.c.state, REQUESTS.c.initiative_id).order_by(
    REQUESTS.c.decision_due_on
)


def plans_of(person_id: int, most: int) -> Inquiry[Plan]:
    return Inquiry(NEWEST, {"me": person_id, "most": most}, Plan)


def test_together_gives_what_each_gives_alone() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    late, soon = a_request(an_initiative(anna)), a_request(an_initiative(bilal))
    late.decision_due_on, soon.decision_due_on = date(2026, 12, 2), date(2026, 12, 1)
    an_initiative(anna, state=State.DRAFT).starts_on = clock.today()
    db.session.flush()
    inquiries = {
        "hers": plans_of(anna.id, 10),
        "requests": Inquiry(DUE, {}, Request),
        "the newest of his": plans_of(bilal.id, 1),
        "of nobody": plans_of(0, 10),
    }

    found = answers(inquiries)

    assert found == {name: answer(inquiry) for name, inquiry in inquiries.items()}
    assert [plan.state for plan in found["hers"]] == [State.DRAFT, State.PUBLISHED]
    assert isinstance(found["hers"][0].state, State)
    assert [request.due for request in found["requests"]] == [
        soon.decision_due_on,
        late.decision_due_on,
    ]
    assert (len(found["the newest of his"]), found["of nobody"]) == (1, ())


def test_an_inquiry_may_count() -> None:
    an_initiative()
    number = Inquiry(select(func.count(), func.min(PLANS.c.submitted_at)), {}, lambda *row: row)

    assert answers({"plans": number, "again": number})["again"] == answer(number)


def test_an_inquiry_may_ask_for_lists_and_for_yes_or_no() -> None:
    plan = an_initiative()
    plan.needs = ["people", "space"]
    db.session.flush()
    columns = select(PLANS.c.needs, PLANS.c.title == plan.title, PLANS.c.hidden_at.is_not(None))
    wanted = Inquiry(columns, {}, lambda *row: row)

    found = answers({"plans": wanted, "hers": plans_of(plan.owner_id or 0, 1)})["plans"]

    assert found == answer(wanted) == ((["people", "space"], True, False),)


def test_together_is_one_trip() -> None:
    anna = a_person("Anna")

    inquiries = {str(most): plans_of(anna.id, most) for most in range(1, 10)}

    assert statements(lambda: answers(inquiries)) == 1
