"""Files of requests that are past their term."""

from dateutil.relativedelta import relativedelta

from app.accounts.models import User
from app.accounts.roles import Role
from app.capacity.models import CapacityOffer
from app.core import clock
from app.core.db import db
from app.support import service
from app.support.lifecycle import RequestState
from app.support.models import Budget, Need, SupportRequest
from factories.accounts import a_person
from factories.capacity import reserved
from factories.initiatives import an_initiative
from factories.support import ASKED, a_decider, a_judgement, a_request, an_adviser, proposed


def an_auditor(name: str = "Otto") -> User:
    return a_person(name, role=Role.AUDITOR)


def refused(title: str = "Geveltuintjes", *, years_ago: int = 6) -> SupportRequest:
    """Return a request that was refused so many years ago."""
    request = a_request(an_initiative(title=title), state=RequestState.IN_ASSESSMENT)
    return _decided(request, "refuse", years_ago)


def granted(
    budget: Budget, *more: Need, years_ago: int = 8, hours_of: CapacityOffer | None = None
) -> SupportRequest:
    """Return a request of which the money was granted so many years ago, and hours of a team."""
    request = a_request(state=RequestState.IN_ASSESSMENT)
    request.needs.extend(more)
    for need in more if hours_of else ():
        reserved(hours_of, need)
    proposed(request, by=an_adviser(), budget=budget, cents=ASKED)
    return _decided(request, "grant", years_ago, cents=ASKED, agreement="Een veldje.")


def _decided(
    request: SupportRequest, step: str, years_ago: int, *, cents: int = 0, agreement: str = ""
) -> SupportRequest:
    judgement = a_judgement(step, cents=cents, agreement=agreement)
    decision = service.decide(request, judgement, by=a_decider())
    decision.announced_on = clock.today() - relativedelta(years=years_ago, days=1)
    db.session.flush()
    return request
