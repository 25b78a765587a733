"""The looks of moderators: each text that was sent in got one, or waits for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from app.core.workdays import add_working_days
from app.demo.service import letters
from app.demo.service.days import DAY, HOUR, at_the_office, later
from app.demo.service.log import Thing
from app.demo.service.stage import Plan, Stage
from app.demo.texts.answers import judgement
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.moderation.lifecycle import REVIEW_LIFE
from app.moderation.models import Review, Rule
from app.moderation.service import LONGEST_TITLE, PROMISED_WORKING_DAYS

REMEMBERED = 60 * DAY
TOLD = {"request_changes", "reject"}  # to the author of a short text
RARELY = 0.015  # of the texts is given back, is refused, or is taken back by its author


@dataclass(frozen=True)
class Verdict:
    """What came of a look: ``publish``, ``request_changes``, ``reject`` or ``withdraw``."""

    step: str
    at: datetime
    by: int
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Sent:
    """A text as it was sent in; on ``appeal`` it has the plea and who judged before."""

    title: str
    author: int
    at: datetime
    flags: Sequence[str] = ()
    appeal: str = ""
    earlier: int | None = None


def look(stage: Stage, plan: Plan, subject: Thing[Any], sent: Sent, verdict: Verdict | None) -> int:
    """Write one look at a text; without a verdict it still waits. Returns its number."""
    review = stage.log.begin(Review, REVIEW_LIFE)
    if verdict:
        stage.log.step(
            REVIEW_LIFE, review, verdict.step, at=verdict.at, by=verdict.by, reason=verdict.reason
        )
    judged = verdict if verdict and verdict.step != "withdraw" else None
    return stage.rows.add(
        Review,
        id=review.id,
        subject_type=subject.table,
        subject_id=subject.id,
        title=sent.title[:LONGEST_TITLE],
        district_id=plan.district_id,
        author_id=sent.author,
        flags=list(sent.flags),
        is_appeal=bool(sent.appeal),
        plea=sent.appeal,
        earlier_moderator_id=sent.earlier,
        state=review.state,
        submitted_at=sent.at,
        promised_on=_promised(sent.at.date()),
        decided_at=judged.at if judged else None,
        moderator_id=judged.by if judged else None,
        rule=Rule.of(judged.rule) if judged and judged.rule else None,
        reason=judged.reason if judged else "",
    )


def judge(
    stage: Stage, plan: Plan, text: Thing[TextState], sent: Sent, verdict: Verdict | None
) -> None:
    """Write the look at a short text and carry the verdict out on it.

    A look of long ago at a text that was fine is left out: it would say nothing in many rows.
    """
    if verdict is None:
        look(stage, plan, text, sent, None)
        return
    if verdict.step != "publish" or sent.at > stage.days.now - REMEMBERED:
        review = look(stage, plan, text, sent, verdict)
        if verdict.step in TOLD:
            tell_author(stage, plan, review, sent, verdict)
    stage.log.step(
        TEXT_LIFE, text, verdict.step, at=verdict.at, by=verdict.by, reason=verdict.reason
    )


def verdict_on(stage: Stage, plan: Plan, sent: Sent) -> Verdict | None:
    """Return what came of a short text; ``None`` as long as nobody had time to look."""
    throws = plan.throws
    throw = throws.random()
    if throw < RARELY:
        moment = later(throws, sent.at, HOUR / 4, HOUR)
        if moment < stage.days.now:
            return Verdict("withdraw", moment, sent.author)
    moment = at_the_office(throws, later(throws, sent.at, HOUR, 40 * HOUR))
    if moment >= stage.days.now:
        return None
    moderator = stage.people.moderator(throws)
    if RARELY < throw < 3 * RARELY:
        step = "reject" if throw < 2 * RARELY else "request_changes"
        return refusal(plan, step, moment, moderator)
    return Verdict("publish", moment, moderator)


def refusal(plan: Plan, step: str, at: datetime, by: int) -> Verdict:
    """Return a verdict that asks for changes, or says no, with words for the author."""
    words = judgement(step, plan.throws, plan.slots)
    return Verdict(step, at, by, words.rule, words.text)


def tell_author(stage: Stage, plan: Plan, review: int, sent: Sent, verdict: Verdict) -> None:
    """Tell the author what a moderator decided about a text, and why."""
    page = letters.path("initiatives.show", "initiative_id", plan.id)
    outcome = letters.path("moderation.outcome", "review_id", review)
    subject, text, link, label = {
        "publish": (
            "Geplaatst",
            "Wij hebben je tekst gelezen. Iedereen kan hem nu zien.",
            page,
            "Bekijk je tekst",
        ),
        "request_changes": (
            "Pas je tekst aan",
            "Wij hebben je tekst gelezen. We kunnen hem nog niet plaatsen."
            f" Dit schrijft de moderator:\n\n{verdict.reason}\n\n"
            "Pas je tekst aan en stuur hem opnieuw in. Wat je schreef, staat er nog.",
            page,
            "Pas je tekst aan",
        ),
        "reject": (
            "Niet geplaatst",
            "Wij hebben je tekst gelezen. We plaatsen hem niet."
            f" Dit schrijft de moderator:\n\n{verdict.reason}\n\n"
            "Ben je het er niet mee eens? Vraag dan om een nieuwe blik.",
            outcome,
            "Bekijk de uitleg",
        ),
    }[verdict.step]
    letters.tell(
        stage, sent.author, verdict.at, f"{subject}: {sent.title}", text, link=link, label=label
    )


@cache
def _promised(day: date) -> date:
    return add_working_days(day, PROMISED_WORKING_DAYS)
