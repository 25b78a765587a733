"""Write a plan down for a resident: who stands at the counter, or calls, and has no e-mail or no wish for it.

Nothing is sent in before the resident agreed: with the link in a mail, or with the code of a letter. Until
then it is a draft that only the staff see, and one "no" leaves nothing of it.
"""

import secrets
from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts import service as accounts
from app.accounts.models import User, Visitor
from app.accounts.roles import PERMISSIONS, Permission, Role
from app.audit.service import record, take_step
from app.core import clock, tokens
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.core.permissions import authorize
from app.core.turns import take_turn
from app.initiatives import messages, queries, rules, staff_messages
from app.initiatives.assisted import AssistedEntry, How
from app.initiatives.lifecycle import ASSISTED_LIFE, AssistedState
from app.initiatives.models import Initiative, Registration
from app.initiatives.service.drafts import lengthen, start
from app.initiatives.service.submit import give_to, submit
from app.initiatives.service.throwing_away import throw_away
from app.notifications import forgetting
from app.notifications import service as notifications

KEPT = timedelta(days=28)  # after the resident was asked: a letter goes there and back
CODE_LENGTH = 8  # letters out of 32: 40 bits, and only the staff can try one
RESIDENT = Visitor()  # who opens a link, and says nothing else about who they are


def begin_for_resident(*, by: User) -> Registration:
    """Begin a plan that ``by`` writes down; raises ``NotAllowed`` for who does not help residents."""
    authorize(by, rules.assist)
    registration, _nobody_has_it = start(by=by, for_resident=True)
    entry = AssistedEntry(initiative=registration.initiative, by=by, role=_role_of(by))
    db.session.add(entry)
    record(by, "initiatives.begin_for_resident", registration.initiative)
    return registration


def write_on(entry: AssistedEntry, registration: Registration, *, by: User) -> None:
    """Let ``by`` write on; a colleague who was writing stops, and an earlier link or letter counts no more.

    Raises ``OutOfDate`` (409) when the resident agreed at this very moment.
    """
    authorize(by, rules.help_with, entry)
    take_step(ASSISTED_LIFE, entry, "write_on", by=by)
    entry.code, entry.fingerprint, entry.asked_at = "", None, None
    registration.writer_id = by.id
    lengthen(registration)
    db.session.flush()


def ask_resident(registration: Registration, *, by: User) -> AssistedEntry:
    """Ask whether the plan is right: by mail, or with a letter that ``by`` prints; asking again is possible.

    Raises ``Refused`` for a plan that is not complete, one that waits for this resident already, and
    when the address got enough mail today that nobody there asked for.
    """
    entry = _entry_of(registration)
    authorize(by, rules.help_with, entry)
    if queries.first_missing(registration.initiative) or not registration.says_who:
        raise Refused(_("Het plan is nog niet af. Vul eerst alles in, ook wie de bewoner is."))
    take_turn(f"plan for {registration.email or registration.postcode}")
    if queries.waits_already(registration) is not None:
        raise Refused(_("Voor deze bewoner wacht al een plan met deze naam op antwoord."))
    if registration.email and not notifications.may_be_mailed(registration.email):
        raise Refused(
            _("Dit adres kreeg vandaag al genoeg mail van ons. Probeer het morgen nog een keer.")
        )
    take_step(ASSISTED_LIFE, entry, "ask", by=by)
    entry.asked_at = clock.now()
    registration.expires_at = clock.now() + KEPT
    if registration.email:
        secret = tokens.secret()
        entry.fingerprint, entry.code = tokens.fingerprint(secret), ""
        messages.ask_if_right(registration, entry.role, secret)
    else:
        entry.fingerprint, entry.code = None, entry.code or _new_code()
    db.session.flush()
    return entry


def agree(secret: str, *, language: str = "") -> Initiative:
    """Send the plan in for who opened the link in the mail, and make (or find) the account.

    Raises ``NotFound`` for a link that does not work (any more), ``NotAllowed`` for somebody who is
    blocked, ``Refused`` for a plan that this person sent in already.
    """
    entry, registration = asked_with(secret)
    person = accounts.person_for(registration.email, registration.name, language=language)
    if not person.is_active:
        raise NotAllowed(_("Je account is geblokkeerd. Neem contact met ons op."))
    _confirm(entry, person, How.LINK, by=person)
    return entry.initiative


def note_agreement(
    entry: AssistedEntry, registration: Registration, how: How, code: str, *, by: User
) -> None:
    """Send the plan in for a resident who told ``by`` the code of the letter: that, and how, is in the log.

    Raises ``Refused`` for another code and for a resident with e-mail, ``OutOfDate`` (409) when the
    resident was not asked, or a colleague was first.
    """
    authorize(by, rules.help_with, entry)
    if registration.email:
        raise Refused(_("Deze bewoner heeft e-mail. De bewoner zegt zelf ja, met de link."))
    if entry.state is not AssistedState.ASKED:
        raise OutOfDate(_("Vraag eerst aan de bewoner of het plan klopt."))
    if code != entry.code:
        raise Refused(_("Deze code hoort niet bij de laatste brief."), field="code")
    person = accounts.person_by_post(
        registration.name,
        registration.address,
        neighbourhood_id=registration.initiative.neighbourhood_id,
    )
    _confirm(entry, person, how, by=by)
    entry.confirmed_by_id = by.id


def refuse(secret: str) -> None:
    """Throw everything away for who opened the link and did not ask for this."""
    entry, registration = asked_with(secret)
    record(RESIDENT, "initiatives.refuse", entry.initiative)
    staff_messages.refused(entry)
    _leave_nothing(entry, registration)


def take_back(entry: AssistedEntry, registration: Registration, *, by: User) -> None:
    """Throw everything away, since the resident said no or ``by`` made a mistake."""
    authorize(by, rules.help_with, entry)
    record(by, "initiatives.take_back", entry.initiative)
    if entry.by_id != by.id:
        staff_messages.refused(entry)
    _leave_nothing(entry, registration)


def asked_with(secret: str) -> tuple[AssistedEntry, Registration]:
    """Return the plan that a resident is asked about with this link; raises ``NotFound`` when it works no more."""
    entry = queries.entry_behind(secret)
    registration = queries.registration_of(entry.initiative) if entry else None
    if (
        entry is None
        or registration is None
        or entry.state is not AssistedState.ASKED
        or registration.expires_at <= clock.now()
    ):
        raise NotFound(
            _("Deze link werkt niet meer. Misschien is je plan al ingestuurd, veranderd of gewist.")
        )
    return entry, registration


def _entry_of(registration: Registration) -> AssistedEntry:
    entry = queries.entry_of(registration.initiative_id)
    if entry is None:
        raise NotFound(_("Dit plan schreef een bewoner zelf."))
    return entry


def _confirm(entry: AssistedEntry, person: User, how: How, *, by: User) -> None:
    _hold(entry)
    initiative = entry.initiative
    if queries.has_plan_called(person, initiative.title):
        raise Refused(_("Er is al een plan met deze naam ingestuurd voor deze bewoner."))
    take_step(ASSISTED_LIFE, entry, "confirm", by=by)
    entry.how, entry.confirmed_at, entry.code = how, clock.now(), ""
    give_to(initiative, person)
    record(by, "initiatives.agree", initiative, new=how.value)
    submit(initiative, by=person)
    staff_messages.confirmed(entry)


def _hold(entry: AssistedEntry) -> None:
    """Let nobody else answer for this plan until this transaction ends.

    Raises ``OutOfDate`` (409) when somebody did so a moment ago.
    """
    held = select(AssistedEntry.state).where(AssistedEntry.id == entry.id).with_for_update()
    if db.session.scalar(held) in {None, AssistedState.CONFIRMED}:
        raise OutOfDate(
            _("Iemand anders was je net voor. Laad de pagina opnieuw en kijk wat er nu staat.")
        )


def _leave_nothing(entry: AssistedEntry, registration: Registration) -> None:
    _hold(entry)
    email, since, was_asked = registration.email, entry.begun_at, entry.asked_at is not None
    db.session.delete(entry)
    db.session.flush()
    throw_away(registration.initiative, by=RESIDENT)
    if email and was_asked:
        forgetting.forget_mails(email, since=since, link=_links())
        messages.thrown_away(email)


def _links() -> str:
    """Return how the path of every link to a plan that waits begins."""
    return notifications.path_of(url_for("initiatives.agree", secret=""))


def _role_of(person: User) -> Role:
    helping = (
        held.role for held in person.assignments if Permission.ASSIST in PERMISSIONS[held.role]
    )
    return next(helping)


def _new_code() -> str:
    return "".join(secrets.choice(tokens.LETTERS) for _letter in range(CODE_LENGTH))
