"""Find drafts: by the secret in a browser, by a link in a mail, or by their owner."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Actor, OneTimeLink
from app.accounts.roles import Permission
from app.core import clock, tokens
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.organisations.models import Membership, Organisation


def registration_with(secret: str | None, actor: Actor) -> Registration | None:
    """Return the draft (or what was sent in of it) that ``secret`` opens for ``actor``."""
    if not secret:
        return None
    opens = Registration.fingerprint == tokens.fingerprint(secret)
    registration = db.session.scalar(
        select(Registration)
        .where(opens, Registration.expires_at > clock.now())
        .options(joinedload(Registration.initiative))
    )
    return registration if registration and may_write(registration, actor) else None


def may_write(registration: Registration, actor: Actor) -> bool:
    """Tell whether a draft is nobody's yet, or belongs to ``actor``; one for a resident is its writer's."""
    if registration.writer_id is not None:
        return is_written_by(registration, actor)
    return registration.initiative.owner_id in {None, actor.id}


def is_written_by(registration: Registration, actor: Actor) -> bool:
    """Tell whether ``actor`` writes this draft for a resident, and still helps residents."""
    return registration.writer_id == actor.id and actor.may(Permission.ASSIST)


def registration_of(initiative: Initiative) -> Registration | None:
    """Return the way back to a draft, as long as it is kept."""
    wanted = Registration.initiative_id == initiative.id
    return db.session.scalar(select(Registration).where(wanted))


def registration_from_phone(key: str) -> Registration | None:
    """Return what a phone sent before with ``key``, whatever became of it."""
    sent = Registration.phone_key == tokens.fingerprint(key)
    return db.session.scalar(
        select(Registration).where(sent).options(joinedload(Registration.initiative))
    )


def draft_behind(link: OneTimeLink) -> tuple[Initiative | None, Registration | None]:
    """Return the plan that a mailed link sends in."""
    if link.subject_id is None:
        return None, None
    initiative = db.session.get(Initiative, link.subject_id)
    return initiative, registration_of(initiative) if initiative else None


def drafts_of(actor: Actor) -> Sequence[Registration]:
    """Return the drafts that ``actor`` is writing, newest first."""
    if actor.id is None:
        return []
    mine = (Initiative.owner_id == actor.id) & (Initiative.state == State.DRAFT)
    return db.session.scalars(
        select(Registration)
        .join(Registration.initiative)
        .where(mine, Registration.expires_at > clock.now())
        .options(joinedload(Registration.initiative))
        .order_by(Registration.id.desc())
    ).all()


def first_missing(initiative: Initiative) -> str | None:
    """Return the first page of questions without the answers it needs."""
    answered = {
        "wat": initiative.title and initiative.summary,
        "waar": initiative.neighbourhood_id and initiative.district_id,
        "wie": initiative.for_whom,
    }
    return next((step for step, known in answered.items() if not known), None)


def organisations_of(actor: Actor) -> dict[int, str]:
    """Return the organisations that ``actor`` is a member of: number and name, by name."""
    if actor.id is None:
        return {}
    mine = (
        select(Organisation.id, Organisation.name)
        .join(Membership, Membership.organisation_id == Organisation.id)
        .where(Membership.user_id == actor.id)
        .order_by(Organisation.name)
    )
    return dict(db.session.execute(mine).all())
