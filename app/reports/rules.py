"""Who may look at a report: who may hide the text, did not report it, and did not look before."""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core.permissions import predicate
from app.initiatives import rules as initiatives
from app.reports.weighing import Pile


@predicate
def moderates(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.MODERATE)


@predicate
def may_hide(actor: Actor, pile: Pile) -> bool:
    return initiatives.judge(actor, pile.first.initiative)


@predicate
def reported_it(actor: Actor, pile: Pile) -> bool:
    return any(one.user_id == actor.id for one in pile.reports)


@predicate
def looked_before(actor: Actor, pile: Pile) -> bool:
    return actor.id in pile.looked_before


see_queue = moderates
judge = may_hide & ~reported_it & ~looked_before
