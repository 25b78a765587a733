"""Roos: a walking group that asks for help, a plan to change, and one that is done. Bilal joins in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from app.capacity.models import ResponseKind
from app.core.personal_data import findings
from app.demo import cast
from app.demo.service import cases, support_base, tasks, voices
from app.demo.service.parties import open_quarter
from app.demo.service.plans import Script
from app.demo.service.requests import Wish
from app.demo.service.reviews import Sent
from app.demo.service.roads import road
from app.demo.service.roster import Roster
from app.demo.service.scenes.scene import Scene, idea_about, seen
from app.demo.service.stage import Plan, Stage
from app.demo.service.tasks import Moment
from app.demo.texts.idea import Need, Talk
from app.volunteering.repeating import WEEKDAYS

HELP = (
    Need("team_hours", "Zes uur hulp van het wijkteam om de groep op gang te brengen.", 6),
    Need("money", "Hesjes, een verbanddoos en koffie voor een half jaar.", 350),
)
HOSTS = (
    Need("team_hours", "Hulp bij het zoeken van gastvrouwen en gastheren.", 8),
    Need("money", "Een koffieapparaat en servies.", 480),
)
SHY = Talk(
    "Ik ken nog niemand in de buurt. Kan ik gewoon komen?", "Ja, juist dan. Wij wachten je op."
)
PHONE = Talk("Kun je mij bellen over de route? Mijn nummer is 06-12345678.", "Dat doen we.")

FIRST_WALK = 6  # days ahead


def of_the_resident(stage: Stage) -> Iterator[Scene]:
    """Yield the initiatives of Roos."""
    roos = stage.people.of(cast.RESIDENT)
    group = replace(
        idea_about(stage, "walking_group", cast.NEIGHBOURHOOD),
        title="Samen wandelen voor wie vaak alleen is",
        summary="Elke woensdag wandelen we een uur vanaf buurthuis De Knop."
        " Iedereen mag mee, en zeker mensen die vaak alleen zijn.",
        for_whom="Voor iedereen uit de buurt die graag gezelschap heeft.",
        needs=HELP,
    )
    yield Scene(Script(group, road("published"), 24, owner=roos, team=()), _walk)
    party = idea_about(stage, "street_party", cast.NEIGHBOURHOOD)
    yield Scene(Script(party, road("submit request_changes"), 6, owner=roos, team=()), _nothing)
    coffee = idea_about(stage, "coffee_morning", cast.NEIGHBOURHOOD)
    done = road("published explore prepare run complete")
    yield Scene(Script(coffee, done, 330, owner=roos, team=()), _refused)


def _nothing(stage: Stage, plan: Plan) -> None:
    """Nobody sees it yet."""


def _walk(stage: Stage, plan: Plan) -> None:
    """Neighbours are in favour and ask; the request for help has no answer yet."""
    bilal, ago = stage.people.of(cast.NEIGHBOUR), stage.days.ago
    support_base.endorse(stage, plan, 18)
    support_base.worry(stage, plan, 2)
    support_base.sign(stage, plan, in_favour=23, against=3, days_ago=7)
    news = Sent(plan.idea.news[0].title, plan.owner, ago(12))
    voices.post(stage, plan, plan.idea.news[0], news, seen(stage, plan, news))
    for talk, days in zip(plan.idea.talks, (17, 14, 11), strict=False):
        sent = Sent(plan.idea.title, voices.neighbour_of(stage, plan), ago(days))
        voices.ask(stage, plan, talk, sent, seen(stage, plan, sent), answered=1)
    sent = Sent(plan.idea.title, bilal, ago(8))
    voices.ask(stage, plan, SHY, sent, seen(stage, plan, sent), answered=0)
    flagged = Sent(plan.idea.title, bilal, ago(0.3), findings(PHONE.question))
    voices.ask(stage, plan, PHONE, flagged, None)
    _lead_the_way(stage, plan, bilal)
    until = open_quarter(stage.days.today).ends_on
    wish = Wish(HELP, "", (stage.days.today, until))
    cases.tell(stage, plan, ago(5), ("submit",), wish)


def _lead_the_way(stage: Stage, plan: Plan, bilal: int) -> None:
    """Bilal walks in front next week; every week after that there is room for more people."""

    def with_bilal(roster: Roster, _opened_at: datetime) -> None:
        roster.join(bilal, stage.days.ago(6), "Ik neem mijn hond mee.")

    def alone(_roster: Roster, _opened_at: datetime) -> None:
        """Nobody signed up yet."""

    task = plan.idea.tasks[0]
    sent = Sent(task.title, plan.owner, stage.days.ago(15))
    moments = [Moment(FIRST_WALK, time(10), with_bilal, places=3)]
    moments += [Moment(FIRST_WALK + days, time(10), alone, places=3) for days in (7, 14, 21)]
    weekday = WEEKDAYS[stage.days.on(FIRST_WALK, time(10)).weekday()]
    rule = f"FREQ=WEEKLY;INTERVAL=1;BYDAY={weekday}"
    tasks.make(stage, plan, task, sent, seen(stage, plan, sent), moments, rule=rule)


def _refused(stage: Stage, plan: Plan) -> None:
    """A request was refused long ago; the hours that a team kept for it are free again."""
    voices.talk(stage, plan)
    support_base.weigh(stage, plan)
    steps = ("submit", "assess", "propose", "refuse")
    began = plan.published_at or stage.days.now
    cases.tell(stage, plan, began, steps, Wish(HOSTS, ""), response=ResponseKind.WE_DO)
