"""Read accounts: people, links, sessions and roles."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Select, func, select, union
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import (
    Actor,
    Doorstep,
    LoginSession,
    OneTimeLink,
    PostalAddress,
    Purpose,
    RecoveryCode,
    RoleAssignment,
    SecondFactor,
    User,
)
from app.accounts.passkey_models import Passkey
from app.accounts.post import NOWHERE, Address
from app.accounts.roles import PERMISSIONS, Permission, Role
from app.core import clock, tokens
from app.core.db import db


def by_email(email: str) -> User | None:
    """Return the person with an address (as ``core.mail.address`` writes it)."""
    return db.session.scalar(select(User).where(User.email == email))


def postal_address_of(person: User) -> Address:
    """Return where ``person`` gets letters; an empty address for somebody with e-mail."""
    kept = db.session.scalar(select(PostalAddress).where(PostalAddress.user_id == person.id))
    return Address(kept.street, kept.postcode, kept.town) if kept else NOWHERE


def reached_at(name: str, address: Address) -> User | None:
    """Return who gets letters under this name at this address; capitals make no difference."""
    there = select(PostalAddress).where(PostalAddress.postcode == address.postcode)
    kept = db.session.scalars(
        there.options(joinedload(PostalAddress.user)).order_by(PostalAddress.id)
    )
    wanted = (name.casefold(), address.street.casefold())
    return next(
        (one.user for one in kept if (one.user.name.casefold(), one.street.casefold()) == wanted),
        None,
    )


def link_with(token: str, purpose: Purpose) -> OneTimeLink | None:
    """Return the link for ``purpose`` that ``token`` belongs to, also when it is used or too old."""
    known = OneTimeLink.fingerprint == tokens.fingerprint(token)
    return db.session.scalar(select(OneTimeLink).where(known, OneTimeLink.purpose == purpose))


def live_sessions(person: User) -> Sequence[LoginSession]:
    """Return the browsers in which ``person`` is signed in, the last one first."""
    live = select(LoginSession).where(
        LoginSession.user_id == person.id,
        LoginSession.ended_at.is_(None),
        LoginSession.expires_at > clock.now(),
    )
    return db.session.scalars(live.order_by(LoginSession.id.desc()).limit(50)).all()


def signed_in(numbers: Iterable[int]) -> set[int]:
    """Return who of some people, by number, are signed in somewhere."""
    live = select(LoginSession.user_id).where(
        LoginSession.user_id.in_(list(numbers)),
        LoginSession.ended_at.is_(None),
        LoginSession.expires_at > clock.now(),
    )
    return set(db.session.scalars(live.distinct()))


def devices_of(person: User) -> set[str]:
    """Return the kinds of device on which ``person`` signed in, as long as that is remembered."""
    theirs = select(LoginSession.device).where(LoginSession.user_id == person.id)
    return set(db.session.scalars(theirs.distinct()))


def session_for(actor: Actor, session_id: int) -> LoginSession | None:
    """Return a session of ``actor``; those of others do not exist for them."""
    own = (LoginSession.id == session_id) & (LoginSession.user_id == actor.id)
    return db.session.scalar(select(LoginSession).where(own))


def staff() -> Select[User]:
    """Select everybody with a role, by name."""
    has_role = select(RoleAssignment.id).where(RoleAssignment.user_id == User.id).exists()
    held = selectinload(User.assignments).joinedload(RoleAssignment.area)
    return select(User).where(has_role).options(held).order_by(User.name, User.id)


def colleague(user_id: int) -> User | None:
    """Return somebody with a role, by number."""
    return db.session.scalar(staff().where(User.id == user_id))


def holders_of(permission: Permission) -> Sequence[User]:
    """Return everybody with a role that has ``permission``, somewhere, by name."""
    roles = [role for role in Role if permission in PERMISSIONS[role]]
    there = select(RoleAssignment.user_id).where(RoleAssignment.role.in_(roles))
    people = select(User).where(User.id.in_(there), User.blocked_at.is_(None))
    return db.session.scalars(people.order_by(User.name, User.id)).unique().all()


def assignment(assignment_id: int) -> RoleAssignment | None:
    """Return a role that somebody has, with the person and the area."""
    query = select(RoleAssignment).where(RoleAssignment.id == assignment_id)
    return db.session.scalar(
        query.options(joinedload(RoleAssignment.user), joinedload(RoleAssignment.area))
    )


def administrators_beside(person: User) -> int:
    """Return how many others, not blocked, are administrator."""
    others = (
        select(func.count(func.distinct(User.id)))
        .join(RoleAssignment, RoleAssignment.user_id == User.id)
        .where(
            RoleAssignment.role == Role.ADMINISTRATOR,
            User.id != person.id,
            User.blocked_at.is_(None),
        )
    )
    return db.session.scalar(others) or 0


def doorstep_with(token: str) -> Doorstep | None:
    """Return the doorstep that ``token`` belongs to, with the person; also when it is too late."""
    known = Doorstep.fingerprint == tokens.fingerprint(token)
    found = select(Doorstep).where(known).options(joinedload(Doorstep.user))
    return db.session.scalar(found)


def second_factor_of(person: User) -> SecondFactor | None:
    """Return the app for codes of ``person``."""
    return db.session.scalar(select(SecondFactor).where(SecondFactor.user_id == person.id))


def with_second_factor(numbers: Iterable[int]) -> set[int]:
    """Return who of some people, by number, have an app for codes or a passkey."""
    these = list(numbers)
    apps = select(SecondFactor.user_id).where(SecondFactor.user_id.in_(these))
    passkeys = select(Passkey.user_id).where(Passkey.user_id.in_(these))
    return set(db.session.scalars(union(apps, passkeys)))


def recovery_codes_left(person: User) -> int:
    """Return how many codes on paper ``person`` did not use yet."""
    unused = (RecoveryCode.user_id == person.id) & RecoveryCode.used_at.is_(None)
    return db.session.scalar(select(func.count()).where(unused)) or 0


def passkeys_of(person: Actor) -> Sequence[Passkey]:
    """Return the passkeys of ``person``, the oldest first."""
    theirs = select(Passkey).where(Passkey.user_id == person.id).order_by(Passkey.id)
    return db.session.scalars(theirs).all()


def passkey_for(actor: Actor, passkey_id: int) -> Passkey | None:
    """Return a passkey of ``actor``; those of others do not exist for them."""
    own = (Passkey.id == passkey_id) & (Passkey.user_id == actor.id)
    return db.session.scalar(select(Passkey).where(own))


def passkey_with(credential_id: str) -> Passkey | None:
    """Return the passkey that devices know by ``credential_id``, with its owner."""
    known = select(Passkey).where(Passkey.credential_id == credential_id)
    return db.session.scalar(known.options(joinedload(Passkey.user)))
