"""Write a draft, with or without an account: start, answer a page, come back later."""

from datetime import datetime, timedelta

from flask_babel import gettext as _

from app.accounts.models import Actor
from app.areas import queries as areas
from app.areas.models import AreaKind
from app.audit.service import record
from app.core import clock, tokens
from app.core.db import db
from app.core.errors import NotFound, Refused
from app.core.jobs import later
from app.core.mail import address
from app.initiatives import messages, queries
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.initiatives.queries.words import step_titles
from app.initiatives.service.answers import Needed, What, Where, Who, write_needed, write_what
from app.notifications import service as notifications

KEPT = timedelta(days=14)  # after the last answer
STEPS = ("wat", "waar", "wie", "nodig")
Answers = What | Where | Who | Needed


def start(*, by: Actor, for_resident: bool = False) -> tuple[Registration, str]:
    """Begin a draft; return it with the secret that opens it from this browser.

    ``for_resident`` when ``by``, of the staff, writes it: it is nobody's until the resident agrees.
    """
    secret = tokens.secret()
    initiative = Initiative(owner_id=None if for_resident else by.id)
    db.session.add(initiative)
    db.session.flush()
    registration = Registration(
        initiative=initiative,
        fingerprint=tokens.fingerprint(secret),
        writer_id=by.id if for_resident else None,
        expires_at=_expiry(),
    )
    db.session.add(registration)
    record(by, "initiatives.start", initiative)
    later_forget(registration)
    return registration, secret


def keep_answers(registration: Registration, answers: Answers, *, by: Actor) -> None:
    """Keep the answers of one page and give the draft another two weeks.

    Raises ``Refused`` for a neighbourhood, or an organisation, that cannot be chosen.
    """
    initiative = open_draft(registration, by)
    registration.step = _furthest(registration.step, _keep(answers, registration, by))
    lengthen(registration)
    if initiative.owner_id is None and registration.writer_id is None:
        initiative.owner_id = by.id
    db.session.flush()


def send_way_back(registration: Registration, email: str, secret: str, *, by: Actor) -> None:
    """Mail a link with which the draft can be opened on any device.

    Anybody can fill in any address: raises ``Refused`` when it got enough mail today that nobody
    there asked for.
    """
    open_draft(registration, by)
    is_own = by.is_authenticated and email == by.email
    if not is_own and not notifications.may_be_mailed(email):
        raise Refused(
            _("We hebben dit adres vandaag al genoeg gemaild. Kijk daar, of probeer het morgen."),
            field="email",
        )
    registration.email = registration.email or email
    messages.way_back(registration, email, secret)


def open_again(registration: Registration, *, by: Actor) -> str:
    """Return a new secret for the draft of a signed-in person; older ones stop working."""
    open_draft(registration, by)
    secret = tokens.secret()
    registration.fingerprint = tokens.fingerprint(secret)
    db.session.flush()
    return secret


def later_forget(registration: Registration) -> None:
    """Remember to delete the draft when nobody answers any more."""
    later(
        "initiatives.forget_draft",
        due_at=registration.expires_at,
        registration_id=registration.id,
    )


def lengthen(registration: Registration) -> None:
    """Keep the draft for another two weeks."""
    registration.expires_at = _expiry()


def open_draft(registration: Registration, by: Actor) -> Initiative:
    """Return the plan that is being written; raises ``NotFound`` when ``by`` may not, or it was sent in."""
    initiative = registration.initiative
    if not queries.may_write(registration, by) or initiative.state != State.DRAFT:
        raise NotFound(_("We kunnen je concept niet vinden. Misschien heb je het al ingestuurd."))
    return initiative


def _expiry() -> datetime:
    return clock.now() + KEPT


def _keep(answers: Answers, registration: Registration, by: Actor) -> str:
    initiative = registration.initiative
    if isinstance(answers, What):
        write_what(initiative, answers)
        return "wat"
    if isinstance(answers, Where):
        _keep_where(answers, initiative)
        return "waar"
    if isinstance(answers, Who):
        _keep_who(answers, registration, by)
        return "wie"
    write_needed(initiative, answers)
    return "nodig"


def _furthest(before: str, now: str) -> str:
    steps = ["", *step_titles()]
    return max(before, now, key=steps.index)


def _keep_where(answers: Where, initiative: Initiative) -> None:
    chosen = areas.by_id(answers.neighbourhood_id)
    if chosen is None or chosen.kind != AreaKind.NEIGHBOURHOOD or chosen.is_retired:
        raise Refused(_("Kies een buurt uit de lijst."), field="neighbourhood_id")
    district = areas.district_of(chosen)
    initiative.neighbourhood_id = chosen.id
    initiative.district_id = district.id if district else None
    initiative.place = answers.place


def _keep_who(answers: Who, registration: Registration, by: Actor) -> None:
    initiative = registration.initiative
    if answers.organisation_id not in {None, *queries.organisations_of(by)}:
        raise Refused(_("Kies een organisatie waar je lid van bent."), field="organisation_id")
    initiative.for_whom = answers.for_whom
    initiative.with_whom = answers.with_whom
    initiative.initiator_kind = answers.initiator_kind
    initiative.organisation_id = answers.organisation_id
    registration.name = answers.name
    registration.email = address(answers.email) if answers.email else ""
    registration.street, registration.postcode, registration.town = answers.address
