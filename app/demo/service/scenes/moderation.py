"""Mirjam and Yusuf, who moderate: a second look, a telephone number, and a plan out of sight."""

from collections.abc import Iterator
from dataclasses import replace

from app.demo import cast
from app.demo.service import support_base, voices
from app.demo.service.plans import Script
from app.demo.service.roads import road
from app.demo.service.scenes.scene import Scene, idea_about
from app.demo.service.stage import Plan, Stage

NUMBER = "Vragen? Bel mij gerust op 06-12345678."


def of_the_moderators(stage: Stage) -> Iterator[Scene]:
    """Yield one initiative for each."""
    first = stage.people.of(cast.MODERATOR)
    again = idea_about(stage, "mural", "WK999902")
    appealed = road("submit reject appeal")
    yield Scene(Script(again, appealed, 9, moderator=first), _nothing)
    open_hearted = idea_about(stage, "computer_help", cast.DISTRICT)
    open_hearted = replace(open_hearted, plan=(*open_hearted.plan, NUMBER))
    yield Scene(Script(open_hearted, road("submit"), 1.2), _nothing)
    hidden = idea_about(stage, "courtyard", "WK999905")
    running = road("published explore prepare run")
    yield Scene(Script(hidden, running, 90, hidden=True), _talked_about)


def _nothing(stage: Stage, plan: Plan) -> None:
    """Nobody sees it yet."""


def _talked_about(stage: Stage, plan: Plan) -> None:
    """Neighbours could read it until yesterday."""
    voices.talk(stage, plan)
    support_base.weigh(stage, plan)
