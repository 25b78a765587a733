"""A certificate of help, as a volunteer made it the day after the hours were noted."""

from datetime import timedelta

from app.core.clock import day_of
from app.core.tokens import LETTERS, fingerprint
from app.demo.service.attendances import quarters_of
from app.demo.service.days import DAY
from app.demo.service.log import Subject
from app.demo.service.roster import Place, Roster
from app.demo.service.stage import Plan, Stage
from app.demo.texts.idea import Task
from app.volunteering.models import Certificate
from app.volunteering.service.certificates import CODE_LENGTH


def make(stage: Stage, plan: Plan, task: Task, roster: Roster, place: Place) -> None:
    """Write the certificate of who had this place at a shift of ``task``."""
    day, made_at = day_of(roster.starts_at), roster.starts_at + DAY
    number = stage.rows.add(
        Certificate,
        user_id=place.person,
        initiative_id=plan.id,
        code=_code(f"demo certificate {stage.seed} {place.thing.id}"),
        name=stage.people.names[place.person],
        what=[task.title],
        quarters=quarters_of(stage, place, timedelta(minutes=task.minutes)),
        first_on=day,
        last_on=day,
        made_at=made_at,
    )
    subject = Subject(Certificate.__tablename__, number)
    stage.log.line(subject, "make", at=made_at, by=place.person)


def _code(seed: str) -> str:
    """Return a code that is the same for the same demo."""
    digits = bytes.fromhex(fingerprint(seed))[:CODE_LENGTH]
    return "".join(LETTERS[digit % len(LETTERS)] for digit in digits)
