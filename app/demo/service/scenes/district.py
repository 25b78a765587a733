"""Bloemenwijk for Femke, its coordinator, and the team: requests that are late or wait, and some long done."""

from collections.abc import Iterator

from app.capacity.models import ResponseKind
from app.demo import cast
from app.demo.service import cases, hours, support_base, tasks, voices
from app.demo.service.days import DAY
from app.demo.service.hours import Answer
from app.demo.service.plans import Script
from app.demo.service.requests import Wish
from app.demo.service.roads import road
from app.demo.service.scenes.scene import Scene, idea_about
from app.demo.service.stage import Plan, Stage
from app.demo.service.words import PRIVATE_RESPONSE
from app.demo.texts.idea import Need

PARENTS = (
    Need("team_hours", "Een begeleider bij de eerste vier ochtenden.", 8),
    Need("space", "Een zaal met een speelhoek, elke dinsdagochtend.", 0),
)
BENCHES = (
    Need("works", "Twee banken op de route naar de winkel.", 0),
    Need("money", "Hout en schroeven.", 1_200),
)
SHED = (Need("money", "Hout en een slot voor een schuurtje.", 650),)
PLANTERS = (Need("money", "Grond en planten voor vier bakken.", 400),)
HELPERS = (Need("team_hours", "Uitleg over de regels voor wie anderen helpt.", 4),)


def of_the_district(stage: Stage) -> Iterator[Scene]:
    """Yield initiatives of residents of the district."""
    for kernel, steps, days, play in (
        ("benches", "published explore prepare", 140, _late),
        ("parents_coffee", "published explore", 125, _asked_around),
        ("buddies", "published run complete", 420, _long_done),
    ):
        idea = idea_about(stage, kernel, cast.DISTRICT)
        yield Scene(Script(idea, road(steps), days), play)


def _late(stage: Stage, plan: Plan) -> None:
    """Nobody looked at a request that is weeks late; of another one the team has a question to answer."""
    _around(stage, plan)
    steps = ("submit", "assess", "ask_supplement")
    cases.tell(stage, plan, stage.days.ago(12), steps, Wish(PLANTERS))
    cases.tell(stage, plan, stage.days.ago(75), ("submit",), Wish(BENCHES))


def _asked_around(stage: Stage, plan: Plan) -> None:
    """A second request is late as well: one team has a question, one was asked, one text is held."""
    _around(stage, plan)
    cases.tell(stage, plan, stage.days.ago(100), ("submit", "withdraw"), Wish(PARENTS))
    steps = ("submit", "assess")
    case = cases.tell(stage, plan, stage.days.ago(66), steps, Wish(PARENTS, ""))
    asked, holds_back, wonders = stage.parties.serving(cast.DISTRICT)
    offer = stage.parties.open_offers(asked, stage.days.today)[0]
    hours.invite(stage, case, asked, offer, stage.days.ago(2))
    for team, kind, days, held in (
        (wonders, ResponseKind.WE_NEED_TO_KNOW, 3, ""),
        (holds_back, ResponseKind.WE_DO, 0.4, PRIVATE_RESPONSE),
    ):
        author = stage.parties.members[team.party.key][0]
        hours.say(stage, case, team, Answer(kind, author, stage.days.ago(days), held))


def _long_done(stage: Stage, plan: Plan) -> None:
    """One team said no, the hours of another were used; a request for money was left out."""
    _around(stage, plan)
    steps = ("submit", "assess", "ask_supplement", "not_consider")
    cases.tell(stage, plan, stage.days.ago(300), steps, Wish(SHED))
    began = (plan.published_at or stage.days.now) + 5 * DAY
    steps = ("submit", "assess", "propose", "grant")
    case = cases.tell(stage, plan, began, steps, Wish(HELPERS, ""), response=ResponseKind.WE_DO)
    team = stage.parties.serving(cast.DISTRICT)[-1]
    author = stage.parties.members[team.party.key][-1]
    hours.say(stage, case, team, Answer(ResponseKind.WE_DO_NOT, author, began + DAY))


def _around(stage: Stage, plan: Plan) -> None:
    voices.talk(stage, plan)
    support_base.weigh(stage, plan)
    tasks.organise(stage, plan)
