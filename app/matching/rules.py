"""Who may see the ranked list of a request, and who may ask somebody on it to respond."""

from app.accounts.models import Actor
from app.core.permissions import predicate
from app.support import rules as support
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest


@predicate
def is_open(_actor: Actor, request: SupportRequest) -> bool:
    return request.state in OPEN


# Who is part of the initiative has no say in who helps it: the same rule as for taking it on.
see = support.was_sent & support.assess
invite = see & is_open
