"""Who may do what with messages."""

from app.accounts.models import Actor
from app.core.permissions import predicate
from app.notifications.models import Message


@predicate
def is_recipient(actor: Actor, message: Message) -> bool:
    return actor.is_authenticated and actor.id == message.user_id


read = is_recipient
