"""Who puts files on a destruction list, and who says yes to it: never one and the same."""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.archive.models import DestructionList
from app.core.permissions import predicate


@predicate
def keeps_archive(actor: Actor, _thing: object) -> bool:
    return actor.may_in(Permission.ARCHIVE, set())


@predicate
def administers(actor: Actor, _thing: object) -> bool:
    return actor.may_in(Permission.ADMINISTER, set())


@predicate
def made_it(actor: Actor, one: DestructionList) -> bool:
    return actor.id == one.made_by_id


see = keeps_archive
make = keeps_archive & administers
approve = ~made_it & keeps_archive
