"""What can be reported: every text and photo around a plan that everybody may read."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from app.initiatives.voices import Answer, Question, Update
from app.moderation.subjects import KINDS, plan_of
from app.volunteering.models import VolunteerTask

SHOWN = 60  # letters of a text in the list
MOST = 100  # of a kind, the newest
AROUND: Mapping[type[Any], Select[Any]] = {
    Photo: select(Photo),
    Update: select(Update),
    Question: select(Question),
    Answer: select(Answer).join(Answer.question),
    VolunteerTask: select(VolunteerTask),
}


class Thing(NamedTuple):
    """A text that can be reported: ``code`` stands in the address, ``label`` in the list."""

    code: str
    label: str
    subject: Any


def things_of(initiative: Initiative) -> Iterator[Thing]:
    """Give the plan itself and the public texts around it, the newest of each kind first."""
    yield _thing(initiative)
    for model, query in AROUND.items():
        plan = Question.initiative_id if model is Answer else model.initiative_id
        public = query.where(plan == initiative.id, model.state == TextState.PUBLISHED)
        for subject in db.session.scalars(public.order_by(model.id.desc()).limit(MOST)):
            yield _thing(subject)


def is_public(subject: Any) -> bool:
    """Tell whether everybody may read a text now."""
    is_shown = isinstance(subject, Initiative) or subject.state is TextState.PUBLISHED
    return is_shown and plan_of(subject).is_public


def load(subject_type: str, subject_id: int) -> Any | None:
    """Return a text by its table and number; ``None`` when it is gone."""
    return db.session.get(KINDS[subject_type].model, subject_id)


def _thing(subject: Any) -> Thing:
    kind = KINDS[subject.__tablename__]
    words = kind.words(subject)
    text = subject.title if hasattr(subject, "title") else words[-1].text
    shown = f"{text[:SHOWN]}…" if len(text) > SHOWN else text
    return Thing(f"{subject.__tablename__}-{subject.id}", f"{kind.label}: {shown}", subject)
