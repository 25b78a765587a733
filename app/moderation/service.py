"""Receive texts that need a look, and judge them: publish, ask to change, reject, hear an appeal."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import Base, db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.core.personal_data import findings
from app.core.workdays import add_working_days
from app.initiatives import service as initiatives
from app.initiatives.models import Initiative
from app.moderation import messages, queries, rules, subjects
from app.moderation.lifecycle import REVIEW_LIFE
from app.moderation.listing import Column
from app.moderation.models import Review, Rule
from app.moderation.signals import hidden

PROMISED_WORKING_DAYS = 2
LONGEST_TITLE = 120


def receive(
    subject: Base,
    *,
    title: str,
    text: str,
    author: User,
    district_id: int | None,
    is_appeal: bool = False,
) -> Review:
    """Put a text in the queue; an earlier look at the same text that still waits is withdrawn.

    Personal data that seem to be in the text are marked, so that nobody publishes them unseen.
    """
    take_back(subject, by=author)
    judged = queries.last_judged(subject)
    review = Review(
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        title=title[:LONGEST_TITLE],
        district_id=district_id,
        author_id=author.id,
        flags=findings(text),
        is_appeal=is_appeal,
        promised_on=add_working_days(clock.today(), PROMISED_WORKING_DAYS),
        earlier_moderator_id=judged.moderator_id if is_appeal and judged else None,
    )
    db.session.add(review)
    db.session.flush()
    return review


def publish(review: Review, *, by: User, checked: bool = False) -> None:
    """Let everybody read the text.

    Raises ``Refused`` when the text may hold personal data and the moderator did not say
    (``checked``) that they looked; ``NotAllowed`` for the author and, on appeal, for the
    moderator who judged before; ``OutOfDate`` when a colleague was first.
    """
    authorize(by, rules.judge, review)
    if review.flags and not checked:
        raise Refused(
            _("Kijk eerst of er gegevens van mensen in staan. Vink daarna aan dat het goed is."),
            field="checked",
        )
    _judge(review, "publish", by=by)
    messages.tell_author_it_is_public(review)


def request_changes(review: Review, *, by: User, rule: Rule, reason: str) -> None:
    """Give the text back to its author with what has to change, word for word.

    Raises ``Refused`` for a plan that is hidden: nobody can change it.
    """
    authorize(by, rules.judge, review)
    if subjects.is_hidden(subjects.load(review)):
        raise Refused(
            _("Dit plan staat niet op de site. Kies plaatsen of niet plaatsen."), field="step"
        )
    _judge(review, "request_changes", by=by, rule=rule, reason=reason)
    messages.tell_author_what_to_change(review)


def reject(review: Review, *, by: User, rule: Rule, reason: str) -> None:
    """Do not publish the text; the author reads the rule and the reason, and may appeal."""
    authorize(by, rules.judge, review)
    _judge(review, "reject", by=by, rule=rule, reason=reason)
    messages.tell_author_it_is_rejected(review)


def appeal(review: Review, *, by: User, reason: str) -> None:
    """Ask for a second look at a rejected text; the moderator who rejected it cannot give it.

    Raises ``OutOfDate`` when this is not the last word on the text, or a second look was given.
    """
    if review.author_id != by.id or not queries.may_appeal(review):
        raise OutOfDate(
            _("Een nieuwe blik kan hier niet meer. Bel of mail ons als je vragen hebt.")
        )
    subjects.appeal(review, by=by, reason=reason)
    second = queries.open_on(subjects.load(review))
    if second is not None:
        second.plea = reason


def take_back(subject: Base, *, by: User) -> None:
    """Withdraw the look at a text that its author took back."""
    waiting = queries.open_on(subject)
    if waiting is not None:
        take_step(REVIEW_LIFE, waiting, "withdraw", by=by)


def hide(subject: Base, *, by: User, rule: Rule, reason: str) -> None:
    """Take a public text from the site; its author reads why, and may appeal.

    A plan stays with its team and the moderators. Raises ``OutOfDate`` when it is not public.
    """
    subjects.hide(subject, by=by, reason=reason)
    statement = Review(
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        title=subjects.title_of(subject)[:LONGEST_TITLE],
        district_id=subjects.plan_of(subject).district_id,
        author=subjects.author_of(subject),
        flags=[],
        promised_on=clock.today(),
    )
    db.session.add(statement)
    _close(statement, "hide", by=by, rule=rule, reason=reason)
    messages.tell_author_it_is_hidden(statement)
    hidden.send(subject, by=by)


def restore(initiative: Initiative, *, by: User, reason: str) -> None:
    """Show a hidden initiative again; what was said and asked about hiding it is over."""
    initiatives.restore(initiative, by=by, reason=reason)
    take_back(initiative, by=by)
    statement = queries.statement_on(initiative)
    if statement is not None:
        take_step(REVIEW_LIFE, statement, "withdraw", by=by)
    messages.tell_owner_it_is_back(initiative, reason)


def note_file(number: int, columns: Sequence[Column], *, by: User) -> None:
    """Write down that ``by`` took a file with so many texts that wait, and these columns."""
    authorize(by, rules.see_queue)
    labels = ", ".join(column.label for column in columns)
    record(by, "users.take_reviews", by, new=str(number), reason=labels)


def _judge(
    review: Review, step: str, *, by: User, rule: Rule | None = None, reason: str = ""
) -> None:
    _close(review, step, by=by, rule=rule, reason=reason)
    subjects.decide(review, step, by=by, reason=reason)
    db.session.flush()


def _close(review: Review, step: str, *, by: User, rule: Rule | None, reason: str) -> None:
    take_step(REVIEW_LIFE, review, step, by=by, reason=reason)
    review.decided_at, review.moderator_id = clock.now(), by.id
    review.rule, review.reason = rule, reason
    db.session.flush()
