"""Find plans that somebody of the staff writes down for a resident."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.orm import joinedload

from app.accounts.models import Actor, User
from app.accounts.roles import Permission
from app.audit.models import Entry
from app.core import clock, tokens
from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound
from app.initiatives.assisted import AssistedEntry
from app.initiatives.lifecycle import ENDED, PUBLIC, AssistedState, State
from app.initiatives.models import Initiative, Registration
from app.initiatives.queries.drafts import is_written_by
from app.initiatives.queries.visible import helped_by

CHANGED_FOR_OWNER = "initiatives.change_for_owner"
EDITABLE_FOR_OWNER = {State.CHANGES_REQUESTED, *PUBLIC}
MOST = 100  # on the page of who helps residents


def open_entries(actor: Actor) -> Sequence[tuple[AssistedEntry, Registration]]:
    """Return the plans that ``actor`` may help with and that no resident confirmed yet, oldest first."""
    waiting = _in_sight(actor).where(AssistedEntry.state != AssistedState.CONFIRMED)
    rows = db.session.execute(waiting.order_by(AssistedEntry.id).limit(MOST))
    return [(entry, registration) for entry, registration in rows]


def open_entry(actor: Actor, entry_id: int) -> tuple[AssistedEntry, Registration]:
    """Return a plan that waits, as in ``open_entries``; raises ``NotFound`` for any other number."""
    known = AssistedEntry.state != AssistedState.CONFIRMED
    wanted = _in_sight(actor).where(AssistedEntry.id == entry_id, known)
    found = db.session.execute(wanted).one_or_none() if entry_id <= LARGEST_NUMBER else None
    if found is None:
        raise NotFound(_("We kunnen dit plan niet vinden. Misschien zei de bewoner al ja of nee."))
    return found[0], found[1]


def plans_by_post(actor: Actor) -> Sequence[Initiative]:
    """Return the plans of people without e-mail that ``actor`` may change for them, the newest first."""
    theirs = select(Initiative).where(helped_by(actor), Initiative.state.in_(EDITABLE_FOR_OWNER))
    return db.session.scalars(
        theirs.options(joinedload(Initiative.owner)).order_by(Initiative.id.desc()).limit(MOST)
    ).all()


def changed_for_owner(initiative: Initiative, person: User) -> bool:
    """Tell whether ``person``, of the staff, changed the plan for its owner once."""
    lines = select(Entry.id).where(
        Entry.subject_type == Initiative.__tablename__,
        Entry.subject_id == initiative.id,
        Entry.action == CHANGED_FOR_OWNER,
        Entry.actor_id == person.id,
    )
    return db.session.scalar(lines.limit(1)) is not None


def written_for_resident(registration_id: int, actor: Actor) -> Registration | None:
    """Return the draft that ``actor`` is writing for a resident; nothing when a colleague goes on with it."""
    wanted = select(Registration).where(
        Registration.id == registration_id,
        Registration.writer_id.is_not(None),
        Registration.expires_at > clock.now(),
    )
    found = db.session.scalar(wanted.options(joinedload(Registration.initiative)))
    return found if found is not None and is_written_by(found, actor) else None


def entry_of(initiative_id: int) -> AssistedEntry | None:
    """Return who wrote a plan down for its owner; nothing for a plan that residents sent in themselves."""
    return db.session.scalar(
        select(AssistedEntry)
        .where(AssistedEntry.initiative_id == initiative_id)
        .options(joinedload(AssistedEntry.by))
    )


def entry_behind(secret: str) -> AssistedEntry | None:
    """Return the plan that the link in a mail is about."""
    known = AssistedEntry.fingerprint == tokens.fingerprint(secret)
    return db.session.scalar(
        select(AssistedEntry).where(known).options(joinedload(AssistedEntry.initiative))
    )


def waits_already(registration: Registration) -> Initiative | None:
    """Return a plan with the same name that waits for the same resident already."""
    title = registration.initiative.title
    same = (
        select(Initiative)
        .join(Registration, Registration.initiative_id == Initiative.id)
        .join(AssistedEntry, AssistedEntry.initiative_id == Initiative.id)
        .where(
            AssistedEntry.state == AssistedState.ASKED,
            Initiative.id != registration.initiative_id,
            func.lower(Initiative.title) == title.lower(),
            _same_resident(registration),
        )
    )
    return db.session.scalar(same.order_by(Initiative.id).limit(1))


def has_plan_called(person: User, title: str) -> bool:
    """Tell whether somebody has a plan with this name that goes on."""
    theirs = select(Initiative.id).where(
        Initiative.owner_id == person.id,
        func.lower(Initiative.title) == title.lower(),
        Initiative.state.not_in({State.DRAFT, State.REJECTED, State.ARCHIVED, *ENDED}),
    )
    return db.session.scalar(theirs.limit(1)) is not None


def _same_resident(registration: Registration) -> ColumnElement[bool]:
    if registration.email:
        return Registration.email == registration.email
    return (
        (Registration.postcode == registration.postcode)
        & (func.lower(Registration.street) == registration.street.lower())
        & (func.lower(Registration.name) == registration.name.lower())
    )


def _in_sight(actor: Actor) -> Select[AssistedEntry, Registration]:
    return (
        select(AssistedEntry, Registration)
        .join(Registration, Registration.initiative_id == AssistedEntry.initiative_id)
        .join(AssistedEntry.initiative)
        .where(_may_help(actor), Registration.expires_at > clock.now())
        .options(joinedload(AssistedEntry.initiative), joinedload(AssistedEntry.by))
    )


def _may_help(actor: Actor) -> ColumnElement[bool]:
    """Return what ``rules.help_with`` asks, for somebody who helps residents somewhere."""
    areas = actor.areas_where(Permission.ASSIST)
    if areas is None:
        return true()
    return or_(
        AssistedEntry.by_id == actor.id,
        Initiative.district_id.in_(areas),
        Initiative.neighbourhood_id.in_(areas),
    )
