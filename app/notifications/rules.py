"""Who may do what with messages, and with the devices that announce them."""

from app.accounts.models import Actor
from app.accounts.rules import is_own_session
from app.core.permissions import predicate
from app.notifications.models import Message


@predicate
def is_recipient(actor: Actor, message: Message) -> bool:
    return actor.is_authenticated and actor.id == message.user_id


read = is_recipient
use_session = is_own_session
