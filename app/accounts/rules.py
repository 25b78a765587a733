"""Who may do what with accounts."""

from app.accounts.models import Actor, LoginSession, User
from app.accounts.passkey_models import Passkey
from app.accounts.roles import Permission
from app.core.permissions import predicate


@predicate
def is_administrator(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.ADMINISTER)


@predicate
def is_oneself(actor: Actor, person: User) -> bool:
    return actor.is_authenticated and actor.id == person.id


@predicate
def is_staff(actor: Actor, _thing: object) -> bool:
    return bool(actor.assignments)


@predicate
def is_own_session(actor: Actor, session: LoginSession) -> bool:
    return actor.is_authenticated and actor.id == session.user_id


@predicate
def is_own_passkey(actor: Actor, passkey: Passkey) -> bool:
    return actor.is_authenticated and actor.id == passkey.user_id


give_roles = is_administrator
change_profile = is_oneself
have_password = is_oneself & is_staff
have_second_factor = is_oneself & is_staff
reset_second_factor = ~is_oneself & is_administrator
end_session = is_own_session
sign_out_everywhere = ~is_oneself & is_administrator
have_passkeys = is_oneself
change_passkey = is_own_passkey
