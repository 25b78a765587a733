"""A scene: an initiative that is laid down, and what happens around it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from app.demo.service.days import at_the_office
from app.demo.service.plans import Script
from app.demo.service.reviews import Sent, Verdict, refusal
from app.demo.service.stage import Plan, Stage
from app.demo.texts.idea import Idea
from app.demo.texts.kernel import kernels

TELLINGS = 400  # of one kernel: more than there are streets


@dataclass(frozen=True)
class Scene:
    """``play`` writes what goes on around the initiative of the script."""

    script: Script
    play: Callable[[Stage, Plan], None]


def idea_about(stage: Stage, kernel: str, area: str) -> Idea:
    """Return the first idea of a kernel that lies in an area (its code)."""
    keys = [one.key for one in kernels()]
    first = keys.index(kernel)
    for number in range(first, first + TELLINGS * len(keys), len(keys)):
        idea = stage.composer.idea(number)
        if area in {idea.neighbourhood_code, idea.district_code}:
            return idea
    raise LookupError(f"nobody thought of {kernel} in {area}")


def seen(stage: Stage, plan: Plan, sent: Sent, step: str = "publish") -> Verdict:
    """Return the verdict on a text, given the next morning."""
    at = stage.days.before_now(at_the_office(plan.throws, sent.at + timedelta(hours=12)))
    moderator = stage.people.moderator(plan.throws)
    if step == "publish":
        return Verdict(step, at, moderator)
    return refusal(plan, step, at, moderator)
