"""Who may judge a text: a moderator of the place, never the author, and on appeal not the same one."""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core.permissions import predicate
from app.moderation.models import Review


@predicate
def is_moderator_here(actor: Actor, review: Review) -> bool:
    places = {review.district_id} if review.district_id else set()
    return actor.may_in(Permission.MODERATE, places)


@predicate
def is_author(actor: Actor, review: Review) -> bool:
    return actor.is_authenticated and actor.id == review.author_id


@predicate
def decided_before(actor: Actor, review: Review) -> bool:
    return actor.is_authenticated and actor.id == review.earlier_moderator_id


@predicate
def moderates(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.MODERATE)


view = is_moderator_here
judge = is_moderator_here & ~is_author & ~decided_before
see_queue = moderates
