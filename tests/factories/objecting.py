"""Objections to play with: the team of the wall gardens does not agree with a no."""

from app.accounts.models import User
from app.core.db import db
from app.initiatives.models import Initiative
from app.support import service
from app.support.decisions import Decision
from app.support.lifecycle import RequestState
from app.support.models import Budget
from app.support.objections import Objection
from app.support.values import Protest
from factories.support import a_decider, a_judgement, a_request, an_adviser, proposed

WHY = "De straat is juist heel stenig."


def a_refusal(plan: Initiative | None = None, *, by: User | None = None) -> Decision:
    """Return a no to a request for money, by Dirk unless said otherwise."""
    request = a_request(plan, state=RequestState.IN_ASSESSMENT)
    return service.decide(request, a_judgement("refuse"), by=by or a_decider())


def partly(budget: Budget, cents: int) -> Decision:
    """Return a yes for a part, on advice of Vera and by Dirk."""
    request = a_request(state=RequestState.IN_ASSESSMENT)
    proposed(request, by=an_adviser(), budget=budget, cents=cents)
    return service.decide(request, a_judgement("grant_partly", cents=cents), by=a_decider())


def an_objection(decision: Decision | None = None, *, wants_hearing: bool = False) -> Objection:
    """Return an objection of the author of the request."""
    decision = decision or a_refusal()
    protest = Protest(WHY, wants_hearing)
    made = service.object_to(decision, protest, by=decision.request.author)
    db.session.flush()
    return made
