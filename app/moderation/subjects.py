"""The kinds of text that wait for a moderator: what they are called, say, and become."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from flask import url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts.models import User
from app.capacity.models import Response
from app.core.db import Base, db
from app.core.errors import NotFound
from app.initiatives import queries as initiative_queries
from app.initiatives import service as initiatives
from app.initiatives.models import Initiative, InitiativeVersion
from app.initiatives.photos import Photo
from app.initiatives.queries.words import answers_of, field_labels
from app.initiatives.service import Piece
from app.initiatives.voices import Answer, Question, Update
from app.moderation.models import Review
from app.volunteering.models import VolunteerTask


@dataclass(frozen=True)
class Passage:
    """A part of a text; ``pieces`` compare it with what it was. Of a ``photo`` the text is what it shows."""

    label: str
    text: str
    pieces: Sequence[Piece] = ()
    photo: Photo | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of text. ``words`` cuts one into passages, ``page`` is where its author reads it."""

    label: LazyString
    model: type[Base]
    words: Callable[[Any], list[Passage]]
    page: Callable[[Any], str]


def load(review: Review) -> Any:
    """Return the text that a review is about; raises ``NotFound`` when it is gone."""
    subject = db.session.get(KINDS[review.subject_type].model, review.subject_id)
    if subject is None:
        raise NotFound(_("Deze tekst bestaat niet meer."))
    return subject


def passages(review: Review, subject: Any) -> list[Passage]:
    """Return the text in parts, with what changed since the last time somebody looked."""
    return KINDS[review.subject_type].words(subject)


def address(review: Review) -> str:
    """Return the path of the page on which the author sees the text."""
    return KINDS[review.subject_type].page(load(review))


def decide(review: Review, step: str, *, by: User, reason: str) -> None:
    """Carry the judgement out on the text itself."""
    subject = load(review)
    if not isinstance(subject, Initiative):
        initiatives.judge(subject, step, by=by, reason=reason)
    elif is_hidden(subject):
        again = {"publish": initiatives.restore, "reject": initiatives.keep_hidden}
        again[step](subject, by=by, reason=reason or _("Een andere moderator keek opnieuw."))
    elif step == "publish":
        initiatives.publish(subject, by=by)
    elif step == "reject":
        initiatives.reject(subject, by=by, reason=reason)
    else:
        initiatives.request_changes(subject, by=by, reason=reason)


def is_hidden(subject: Any) -> bool:
    """Tell whether this is a plan that a moderator took from the site: nobody can change it now."""
    return isinstance(subject, Initiative) and subject.hidden_at is not None


def hide(subject: Any, *, by: User, reason: str) -> None:
    """Take a public text from the site."""
    if isinstance(subject, Initiative):
        initiatives.hide(subject, by=by, reason=reason)
    else:
        initiatives.take_down(subject, by=by, reason=reason)


def title_of(subject: Any) -> str:
    """Return what a text is called: by its own title, or by that of its plan."""
    return str(getattr(subject, "title", "") or subject.initiative.title)


def plan_of(subject: Any) -> Initiative:
    """Return the plan that a text is about: itself, when it is one."""
    plan: Initiative = subject if isinstance(subject, Initiative) else subject.initiative
    return plan


def author_of(subject: Any) -> User:
    """Return who answers for a text: its writer, of a plan its owner."""
    writer: User | None = getattr(subject, "author", None)
    return writer or cast("User", plan_of(subject).owner)


def appeal(review: Review, *, by: User, reason: str) -> None:
    """Send a rejected text in again for the look of somebody else."""
    subject = load(review)
    if isinstance(subject, Initiative):
        initiatives.appeal(subject, by=by, reason=reason)
        return
    words = "\n".join(passage.text for passage in passages(review, subject))
    initiatives.appeal_text(subject, by=by, title=review.title, words=words, reason=reason)


def _of_initiative(initiative: Initiative) -> list[Passage]:
    version = initiative_queries.newest_version(initiative)
    changed = {}
    if version is not None and version.number > 1:
        changed = {change.label: change.pieces for change in initiatives.changes(version)}
    return [
        *(
            Passage(answer.label, answer.value, changed.get(answer.label, ()))
            for answer in answers_of(initiative)
        ),
        *(_of_photo(photo) for photo in initiative_queries.photos_of(initiative)),
    ]


def _of_photo(photo: Photo) -> Passage:
    return Passage(_("Foto"), photo.alt, photo=photo)


def _of_version(version: InitiativeVersion) -> list[Passage]:
    labels = {label: name for name, label in field_labels().items()}
    return [
        Passage(change.label, version.texts[labels[change.label]], change.pieces)
        for change in initiatives.changes(version)
    ]


def _of_task(task: VolunteerTask) -> list[Passage]:
    return [
        Passage(_("Klus"), task.title),
        Passage(_("Wat ga je doen?"), task.what),
        Passage(_("Waarom?"), task.why),
        Passage(_("Waar?"), task.place),
        Passage(_("Contactpersoon"), task.contact_name),
        Passage(_("Meenemen"), task.bring),
        Passage(_("Waar moet je op letten?"), task.risk_note),
    ]


def _of_response(response: Response) -> list[Passage]:
    return [
        Passage(_("Organisatie"), response.organisation.name),
        Passage(_("Antwoord"), f"{response.kind.label}\n\n{response.text}"),
    ]


def _at_initiative(text: Any) -> str:
    return url_for("initiatives.show", initiative_id=plan_of(text).id)


KINDS: dict[str, Kind] = {
    kind.model.__tablename__: kind
    for kind in (
        Kind(_l("Initiatief"), Initiative, _of_initiative, _at_initiative),
        Kind(_l("Nieuwe tekst van een initiatief"), InitiativeVersion, _of_version, _at_initiative),
        Kind(
            _l("Nieuws"),
            Update,
            lambda update: [Passage(_("Titel"), update.title), Passage(_("Tekst"), update.text)],
            _at_initiative,
        ),
        Kind(
            _l("Foto"),
            Photo,
            lambda photo: [_of_photo(photo)],
            lambda photo: url_for("initiatives.photos", initiative_id=photo.initiative_id),
        ),
        Kind(
            _l("Vraag"),
            Question,
            lambda question: [Passage(_("Vraag"), question.text)],
            _at_initiative,
        ),
        Kind(
            _l("Antwoord"),
            Answer,
            lambda answer: [
                Passage(_("Vraag"), answer.question.text),
                Passage(_("Antwoord"), answer.text),
            ],
            _at_initiative,
        ),
        Kind(
            _l("Klus"),
            VolunteerTask,
            _of_task,
            lambda task: url_for("volunteering.show", task_id=task.id),
        ),
        Kind(
            _l("Antwoord van een professional"),
            Response,
            _of_response,
            lambda response: url_for("support.show", request_id=response.request_id),
        ),
    )
}
