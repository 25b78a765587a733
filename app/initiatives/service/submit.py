"""Send a plan in: signed in, or by the link that was mailed to somebody without an account."""

from flask import current_app
from flask_babel import gettext as _

from app.accounts import service as accounts
from app.accounts.models import Purpose, User
from app.accounts.post import NOWHERE
from app.audit.service import record, take_step
from app.core import clock, tokens
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives import messages, queries, rules
from app.initiatives.lifecycle import LIFE, State
from app.initiatives.models import Initiative, Registration
from app.initiatives.queries.words import step_titles
from app.initiatives.service.photos import sign_photos
from app.initiatives.service.versions import keep_version
from app.initiatives.signals import state_changed, waiting_for_review


def submit(initiative: Initiative, *, by: User) -> None:
    """Send a draft, or a plan that was changed on request, to the moderators.

    The first time it gets its reference and its owner gets a receipt. Raises ``Refused``
    for a plan that is not complete, ``OutOfDate`` (409) when it was sent in already.
    """
    authorize(by, rules.submit, initiative)
    if missing := queries.first_missing(initiative):
        step = step_titles()[missing]
        raise Refused(_("Je plan is nog niet af. Vul eerst deze stap in: %(step)s", step=step))
    is_first = initiative.submitted_at is None
    old, new = take_step(LIFE, initiative, "submit", by=by)
    initiative.submitted_at = clock.now()
    if initiative.reference is None:
        initiative.reference = _reference(initiative)
    keep_version(initiative, by=by)
    sign_photos(initiative, by=by)
    announce(initiative, by=by)
    state_changed.send(initiative, old=old, new=new, by=by)
    if is_first:
        _forget_writer(initiative)
        messages.received(initiative)


def submit_draft(registration: Registration, *, by: User) -> None:
    """Send in the draft of this browser; who signed in half-way becomes its owner.

    Raises like ``submit``, and ``NotFound`` for a draft of somebody else.
    """
    initiative = registration.initiative
    if not queries.may_write(registration, by):
        raise NotFound(_("We kunnen je concept niet vinden."))
    if initiative.owner_id is None:
        give_to(initiative, by)
    submit(initiative, by=by)


def ask_confirmation(registration: Registration) -> None:
    """Mail a visitor the link that confirms the address and sends the plan in.

    Raises ``Refused`` when something is missing, or after five links in an hour.
    """
    missing = queries.first_missing(registration.initiative)
    if missing or not (registration.email and registration.name):
        raise Refused(_("Vul eerst je naam en je e-mailadres in."))
    token = accounts.make_link(
        registration.email, Purpose.SUBMIT, subject_id=registration.initiative_id
    )
    messages.confirm_address(registration, token)


def confirm(token: str, *, language: str = "") -> Initiative:
    """Spend the link of a visitor: make (or find) the account and send the plan in.

    ``language`` is what the visitor reads; empty when nothing was chosen.
    Raises ``Refused`` for a link that does not work (any more): used, too old, or mailed to
    an address that the writer corrected afterwards.
    """
    link = accounts.spend(token, Purpose.SUBMIT)
    initiative, registration = queries.draft_behind(link)
    if initiative is None or registration is None or registration.email != link.email:
        raise Refused(_("Deze link hoort niet meer bij een concept. Vraag een nieuwe link aan."))
    if initiative.state != State.DRAFT or initiative.owner_id is not None:
        raise OutOfDate(_("Dit initiatief is al ingestuurd."))
    person = accounts.person_for(link.email, registration.name, language=language)
    if not person.is_active:
        raise NotAllowed(_("Je account is geblokkeerd. Neem contact met ons op."))
    give_to(initiative, person)
    record(person, "initiatives.confirm_address", initiative)
    submit(initiative, by=person)
    return initiative


def announce(initiative: Initiative, *, by: User, is_appeal: bool = False) -> None:
    """Ask for a moderator's look at the whole plan."""
    waiting_for_review.send(
        initiative,
        title=initiative.title,
        text="\n".join([*initiative.texts.values(), *_photos_in_words(initiative)]),
        author=by,
        district_id=initiative.district_id,
        is_appeal=is_appeal,
    )


def give_to(initiative: Initiative, person: User) -> None:
    """Make ``person`` the owner of a draft."""
    initiative.owner_id = person.id
    db.session.flush()
    db.session.expire(initiative, ["owner"])


def _photos_in_words(initiative: Initiative) -> list[str]:
    return [photo.alt for photo in queries.photos_of(initiative)]


def _reference(initiative: Initiative) -> str:
    year = clock.today().year
    return tokens.reference(current_app.config["REFERENCE_PREFIX"], year, initiative.id)


def _forget_writer(initiative: Initiative) -> None:
    """Clear who the draft was of: that lives in the account from now on."""
    registration = queries.registration_of(initiative)
    if registration is not None:
        registration.name = registration.email = ""
        registration.street, registration.postcode, registration.town = NOWHERE
    db.session.flush()
