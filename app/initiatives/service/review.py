"""What a moderator decides: about a whole plan, and about any short text around one.

The moderation room tells the author; here only states change and news is announced.
"""

from typing import Any, Protocol

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate
from app.core.permissions import authorize
from app.initiatives import messages, queries, rules
from app.initiatives.lifecycle import LIFE, TEXT_LIFE, TextState
from app.initiatives.models import Initiative, InitiativeVersion
from app.initiatives.service import findable
from app.initiatives.service.photos import publish_photos
from app.initiatives.service.reasons import needed
from app.initiatives.service.submit import announce
from app.initiatives.service.versions import put_in_place
from app.initiatives.signals import judged, state_changed, waiting_for_review
from app.initiatives.voices import Answer, Question

JUDGEMENTS = ("publish", "request_changes", "reject")


class Text(Protocol):
    """A row of any room that is public only after a moderator saw it."""

    id: Any
    author_id: Any
    state: Any

    @property
    def initiative(self) -> Any: ...


def publish(initiative: Initiative, *, by: User) -> None:
    """Let everybody read the plan and see its photos."""
    authorize(by, rules.judge, initiative)
    initiative.published_at = clock.now()
    _judge(initiative, "publish", by=by)
    publish_photos(initiative, by=by)
    findable.put(initiative)


def request_changes(initiative: Initiative, *, by: User, reason: str) -> None:
    """Give the plan back to its owner with what has to change."""
    _judge(initiative, "request_changes", by=by, reason=needed(reason))


def reject(initiative: Initiative, *, by: User, reason: str) -> None:
    """Do not publish the plan; its owner may appeal."""
    _judge(initiative, "reject", by=by, reason=needed(reason))


def appeal(initiative: Initiative, *, by: User, reason: str) -> None:
    """Ask for the look of a second moderator at a plan that was rejected, or hidden."""
    authorize(by, rules.appeal, initiative)
    if initiative.hidden_at is not None:
        record(by, "initiatives.appeal_hiding", initiative, reason=needed(reason))
        announce(initiative, by=by, is_appeal=True)
        return
    old, new = take_step(LIFE, initiative, "appeal", by=by, reason=needed(reason))
    version = queries.newest_version(initiative)
    if version is not None and version.state == TextState.REJECTED:
        take_step(TEXT_LIFE, version, "appeal", by=by, reason=reason)
    announce(initiative, by=by, is_appeal=True)
    state_changed.send(initiative, old=old, new=new, by=by)


def hide(initiative: Initiative, *, by: User, reason: str) -> None:
    """Take a public plan away from everybody but its team, moderators and coordinators."""
    authorize(by, rules.judge, initiative)
    if not initiative.is_public:
        raise OutOfDate(_("Dit initiatief is al niet meer te zien."))
    initiative.hidden_at = clock.now()
    record(by, "initiatives.hide", initiative, reason=needed(reason))
    findable.put(initiative)


def keep_hidden(initiative: Initiative, *, by: User, reason: str) -> None:
    """Say no to an appeal: the plan stays away from the site."""
    authorize(by, rules.judge, initiative)
    record(by, "initiatives.keep_hidden", initiative, reason=needed(reason))


def restore(initiative: Initiative, *, by: User, reason: str) -> None:
    """Show a hidden plan again."""
    authorize(by, rules.judge, initiative)
    if initiative.hidden_at is None:
        raise OutOfDate(_("Dit initiatief is al weer te zien."))
    initiative.hidden_at = None
    record(by, "initiatives.restore", initiative, reason=needed(reason))
    findable.put(initiative)


def judge(text: Text, step: str, *, by: User, reason: str = "") -> None:
    """Judge a short text: publish, request_changes or reject, the last two with a reason.

    Publishing a new version of a plan makes its texts the public ones. Raises ``NotAllowed``
    for the author and the team, ``OutOfDate`` (409) when the text was judged or taken back.
    """
    if step not in JUDGEMENTS:
        raise ValueError(f"{step!r} is no judgement")
    _may_judge(text, by)
    take_step(TEXT_LIFE, text, step, by=by, reason=reason if step == "publish" else needed(reason))
    if step == "publish":
        _published(text, by=by)
    db.session.flush()
    judged.send(text, step=step, by=by)


def take_down(text: Text, *, by: User, reason: str) -> None:
    """Take a published short text or photo from the site; its author may appeal.

    Raises as ``judge`` does.
    """
    _may_judge(text, by)
    take_step(TEXT_LIFE, text, "take_down", by=by, reason=needed(reason))
    db.session.flush()
    judged.send(text, step="reject", by=by)


def appeal_text(text: Text, *, by: User, title: str, words: str, reason: str) -> None:
    """Ask for the look of a second moderator at a rejected text of one's own."""
    if text.author_id != by.id:
        raise NotAllowed(_("Alleen wie de tekst schreef, kan om een nieuwe blik vragen."))
    take_step(TEXT_LIFE, text, "appeal", by=by, reason=needed(reason))
    district_id = text.initiative.district_id
    waiting_for_review.send(
        text, title=title, text=words, author=by, district_id=district_id, is_appeal=True
    )


def _may_judge(text: Text, by: User) -> None:
    authorize(by, rules.judge, text.initiative)
    if text.author_id == by.id:
        raise NotAllowed(_("Je kunt je eigen tekst niet beoordelen. Een collega doet dat."))


def _judge(initiative: Initiative, step: str, *, by: User, reason: str = "") -> None:
    authorize(by, rules.judge, initiative)
    entry = queries.entry_of(initiative.id)
    is_writer = entry is not None and by.id in {entry.by_id, entry.confirmed_by_id}
    if is_writer or queries.changed_for_owner(initiative, by):
        raise NotAllowed(_("Jij schreef dit plan op voor de bewoner. Een collega beoordeelt het."))
    old, new = take_step(LIFE, initiative, step, by=by, reason=reason)
    version = queries.newest_version(initiative)
    if version is not None and version.state == TextState.WAITING:
        take_step(TEXT_LIFE, version, step, by=by, reason=reason)
    state_changed.send(initiative, old=old, new=new, by=by)


def _published(text: Text, *, by: User) -> None:
    if isinstance(text, InitiativeVersion):
        put_in_place(text, by=by)
        findable.put(text.initiative)
    elif isinstance(text, Question):
        messages.asked(text)
    elif isinstance(text, Answer):
        messages.answered(text)
