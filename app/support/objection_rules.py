"""Who may do what with an objection: its team, and an official who had no part in the decision."""

from app.accounts.models import Actor
from app.core.permissions import predicate
from app.support import rules
from app.support.decisions import Decision
from app.support.objections import Objection


@predicate
def runs_it(actor: Actor, decision: Decision) -> bool:
    return rules.runs_it(actor, decision.request)


@predicate
def is_of_the_law(_actor: Actor, decision: Decision) -> bool:
    return decision.objection_until is not None


@predicate
def wrote_from_its_team(actor: Actor, objection: Objection) -> bool:
    return rules.runs_it(actor, objection.decision.request)


@predicate
def decides_here(actor: Actor, objection: Objection) -> bool:
    return rules.decides_here(actor, objection.decision.request)


@predicate
def is_involved(actor: Actor, objection: Objection) -> bool:
    return rules.is_involved(actor, objection.decision.request)


@predicate
def advised(actor: Actor, objection: Objection) -> bool:
    return rules.advised(actor, objection.decision.request)


@predicate
def decided(actor: Actor, objection: Objection) -> bool:
    return actor.id == objection.decision.decider_id


object_to = runs_it & is_of_the_law
withdraw = wrote_from_its_team
handle = decides_here & ~is_involved & ~advised & ~decided
