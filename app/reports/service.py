"""Report a text, look at what was reported, and ask once for another look. Nothing hides by itself."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.accounts.models import Actor, User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import Base, db
from app.core.errors import NotFound, OutOfDate, Refused
from app.core.permissions import authorize
from app.core.speech import spoken
from app.moderation import service as moderation
from app.moderation.models import Rule
from app.moderation.subjects import plan_of, title_of
from app.notifications import service as notifications
from app.reports import messages, queries, rules, subjects
from app.reports.lifecycle import REPORT_LIFE, ReportState
from app.reports.models import FULL_WEIGHT, ContentReport, Topic
from app.reports.weighing import HOUR, YOUNG, Pile, weight_of

MOST_AN_HOUR = 10  # of one account
LONGEST_TITLE = 120


def report(subject: Base, topic: Topic, words: str, *, by: Actor, email: str = "") -> ContentReport:
    """Keep that somebody says a text is not right; the same one twice is one report.

    A visitor who gives an address gets a mail to confirm it. Raises ``NotFound`` when not everybody
    may read the text, ``Refused`` when the account reported too often in an hour, or when the address
    got enough mail today.
    """
    if not subjects.is_public(subject):
        raise NotFound(_("Deze tekst staat niet (meer) op de site."))
    person = by if isinstance(by, User) else None
    address = "" if person else email
    known = queries.open_of(subject, person, address)
    if known is not None:
        return known
    _not_too_often(person, address)
    made = _made(subject, topic, words, person, address)
    if not _added(made):  # the same person pressed the button twice
        return queries.open_of(subject, person, address) or made
    record(person, "content_reports.make", made, new=topic.value)
    if address:
        messages.ask_to_confirm(made)
    return made


def confirm(one: ContentReport) -> None:
    """Let the report of a visitor count: the address is theirs. A second time changes nothing."""
    one.confirmed_at = one.confirmed_at or clock.now()
    db.session.flush()


def uphold(pile: Pile, *, by: User, rule: Rule, reason: str) -> None:
    """Take the text from the site: its author reads why, and its reporters hear it."""
    authorize(by, rules.judge, pile)
    subject = _subject(pile)
    moderation.hide(subject, by=by, rule=rule, reason=reason)


def after_hiding(subject: Base, *, by: User) -> None:
    """Close the open reports of a text that was taken from the site, here or on its own page."""
    _close(subject.__tablename__, subject.id, "uphold", by=by)


def dismiss(pile: Pile, *, by: User) -> None:
    """Say that nothing is wrong; its reporters hear it, and can ask for another look once.

    Raises ``OutOfDate`` when a colleague was first.
    """
    _settle(pile, "dismiss", by=by)


def close(pile: Pile, *, by: User) -> None:
    """Say that the text is not on the site any more; neither right nor wrong. Raises as ``dismiss``."""
    _settle(pile, "close", by=by)


def ask_again(one: ContentReport, why: str) -> None:
    """Ask for the look of another moderator, once. Raises ``OutOfDate`` when that cannot be any more."""
    if not one.may_ask_again:
        raise OutOfDate(
            _("Een nieuwe blik kan hier niet meer. Bel of mail ons als je vragen hebt.")
        )
    if one.user is None:
        confirm(one)
    take_step(REPORT_LIFE, one, "ask_again", by=one.user, reason=why)
    one.asked_again_at, one.plea = clock.now(), why
    one.earlier_decider_id, one.decided_at, one.decided_by_id = one.decided_by_id, None, None
    db.session.flush()


def forget_person(person: User) -> None:
    """Clear the words of ``person``, and the address with reports made without an account; what was found stays."""
    theirs = (ContentReport.user_id == person.id) | (ContentReport.email == person.email)
    nothing = {"email": "", "words": "", "plea": ""}
    db.session.execute(update(ContentReport).where(theirs).values(nothing))


def _not_too_often(person: User | None, address: str) -> None:
    if person and queries.made_since(person, clock.now() - HOUR) >= MOST_AN_HOUR:
        raise Refused(_("Je meldde het afgelopen uur al veel. Probeer het later nog eens."))
    if address and not notifications.may_be_mailed(address):
        raise Refused(
            _(
                "We hebben dit adres vandaag al genoeg gemaild. Laat het leeg, of probeer het morgen."
            ),
            field="email",
        )


def _made(
    subject: Base, topic: Topic, words: str, person: User | None, address: str
) -> ContentReport:
    weight = weight_of(*queries.record_of(person)) if person else FULL_WEIGHT
    return ContentReport(
        initiative_id=plan_of(subject).id,
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        title=title_of(subject)[:LONGEST_TITLE],
        topic=topic,
        words=words,
        user_id=person.id if person else None,
        email=address,
        language=spoken(),
        is_young=person is None or clock.now() - person.created_at < YOUNG,
        weight=weight,
    )


def _added(made: ContentReport) -> bool:
    try:
        with db.session.begin_nested():
            db.session.add(made)
    except IntegrityError:
        return False
    return True


def _subject(pile: Pile) -> Base:
    subject: Base | None = subjects.load(pile.first.subject_type, pile.first.subject_id)
    if subject is None:
        raise NotFound(_("Deze tekst bestaat niet meer."))
    return subject


def _settle(pile: Pile, step: str, *, by: User) -> None:
    authorize(by, rules.judge, pile)
    if not _close(pile.first.subject_type, pile.first.subject_id, step, by=by):
        raise OutOfDate(_("Een collega keek al naar deze melding. Kijk wat er nu staat."))


def _close(subject_type: str, subject_id: int, step: str, *, by: User) -> Sequence[ContentReport]:
    """Close all open reports of a text; of two moderators at once the second finds none."""
    waiting = select(ContentReport).where(
        ContentReport.subject_type == subject_type,
        ContentReport.subject_id == subject_id,
        ContentReport.state == ReportState.OPEN,
    )
    held = waiting.order_by(ContentReport.id).with_for_update()
    closed = db.session.scalars(held.execution_options(populate_existing=True)).all()
    for one in closed:
        take_step(REPORT_LIFE, one, step, by=by)
        one.decided_at, one.decided_by_id = clock.now(), by.id
        messages.tell_outcome(one)
    db.session.flush()
    return closed
