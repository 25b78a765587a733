"""Truus and her association: a clean-up day that is full, a garden with a place for Bilal, games."""

from collections.abc import Iterator
from datetime import datetime, time

from app.capacity.models import ResponseKind
from app.demo import cast
from app.demo.service import cases, certificates, support_base, tasks, voices
from app.demo.service.days import DAY, HOUR
from app.demo.service.plans import Script
from app.demo.service.requests import Wish
from app.demo.service.reviews import Sent, Verdict
from app.demo.service.roads import road
from app.demo.service.roster import Place, Roster
from app.demo.service.scenes.scene import Scene, idea_about, seen
from app.demo.service.stage import Plan, Stage
from app.demo.service.tasks import Moment
from app.demo.texts.idea import Need
from app.initiatives.models import Invitation

PLACES = 10  # of the clean-up day, for twelve people
TOOLS = (
    Need("materials", "Grijpers, hesjes en zakken voor veertig mensen.", 0),
    Need("money", "Soep en brood voor wie meehelpt.", 240),
)
GARDENERS = (
    Need("team_hours", "Vier keer een begeleider erbij voor mensen die nieuw zijn.", 8),
    Need("works", "Een kraan en een hek langs de stoep.", 0),
    Need("money", "Grond, planten en een schuurtje.", 850),
)
PLAYERS = (
    Need("team_hours", "Hulp om ouders uit de flats erbij te krijgen.", 5),
    Need("money", "Tafels, spellen en een kast.", 900),
)
LAMPS = (Need("materials", "Lampjes voor de donkere avonden.", 0),)


def of_the_association(stage: Stage) -> Iterator[Scene]:
    """Yield the three initiatives of the association."""
    truus = stage.people.of(cast.CHAIR)
    for kernel, steps, days, play, rewritten in (
        ("cleanup", "published prepare", 60, _clean_up, False),
        ("vegetable_garden", "published explore prepare run", 150, _garden, True),
        ("games", "published explore", 48, _games, False),
    ):
        idea = idea_about(stage, kernel, cast.DISTRICT)
        script = Script(
            idea, road(steps), days, truus, cast.ASSOCIATION, team=(), rewritten=rewritten
        )
        yield Scene(script, play)


def _clean_up(stage: Stage, plan: Plan) -> None:
    """Twelve people for ten places; three others wait until Truus says yes."""
    voices.talk(stage, plan)
    support_base.weigh(stage, plan)
    bilal, throws = stage.people.of(cast.NEIGHBOUR), plan.throws

    def full(roster: Roster, opened_at: datetime) -> None:
        for person in throws.sample(stage.people.residents, PLACES + 1):
            opened_at += 3 * HOUR
            roster.join(person, opened_at)
        roster.join(bilal, stage.days.ago(9), "Ik kan ook rijden.")

    def asked(roster: Roster, opened_at: datetime) -> None:
        people = throws.sample(stage.people.residents, 5)
        first, second = [roster.join(person, opened_at + DAY) for person in people[:2]]
        roster.confirm(first, opened_at + 2 * DAY)
        roster.decline(second, opened_at + 2 * DAY)
        for number, person in enumerate(people[2:]):
            roster.join(person, stage.days.ago(3 - number), "Ik doe dit graag.")

    for task, play, places, confirms in (
        (plan.idea.tasks[0], full, PLACES, False),
        (plan.idea.tasks[1], asked, 6, True),
    ):
        sent = Sent(task.title, plan.owner, stage.days.ago(25))
        moments = [Moment(9, time(10), play, places)]
        verdict = seen(stage, plan, sent)
        tasks.make(stage, plan, task, sent, verdict, moments, confirms=confirms)
    began = plan.published_at or stage.days.now
    cases.tell(stage, plan, began, ("submit", "assess", "propose", "grant"), Wish(TOOLS))


def _garden(stage: Stage, plan: Plan) -> None:
    """Bilal has a certificate, and a place that came free last night; a request waits for its decision."""
    voices.talk(stage, plan)
    support_base.weigh(stage, plan)
    bilal, throws = stage.people.of(cast.NEIGHBOUR), plan.throws

    helped: list[tuple[Roster, Place]] = []

    def over(roster: Roster, opened_at: datetime) -> None:
        one, two, three = throws.sample(stage.people.residents, 3)
        leaves = roster.join(one, opened_at + HOUR)
        helped.append((roster, roster.join(bilal, opened_at + 2 * HOUR)))
        for person in (two, three):
            roster.join(person, opened_at + 3 * HOUR)
        roster.cancel(leaves, opened_at + DAY)
        roster.lapse(roster.offered())
        roster.accept(roster.offered(), opened_at + 2.5 * DAY)

    def free_again(roster: Roster, opened_at: datetime) -> None:
        one, two = throws.sample(stage.people.residents, 2)
        leaves = roster.join(one, opened_at + HOUR)
        roster.join(two, opened_at + 2 * HOUR)
        roster.join(bilal, opened_at + 3 * HOUR)
        roster.cancel(leaves, stage.days.now - 2 * HOUR)

    task = plan.idea.tasks[0]
    sent = Sent(task.title, plan.owner, stage.days.ago(40))
    moments = [
        Moment(-20, time(13), over, places=2),
        Moment(4, time(13), free_again, places=2),
    ]
    tasks.make(stage, plan, task, sent, seen(stage, plan, sent), moments)
    for roster, place in helped:
        certificates.make(stage, plan, task, roster, place)
    _every_outcome(stage, plan)
    began, steps = stage.days.ago(20), ("submit", "assess", "propose")
    cases.tell(stage, plan, began, steps, Wish(GARDENERS, ""), response=ResponseKind.WE_DO)


def _every_outcome(stage: Stage, plan: Plan) -> None:
    """One question was given back, one refused and one withdrawn; some news still waits."""
    steps = ("request_changes", "reject", "withdraw")
    for step, talk in zip(steps, reversed(list(voices.talks_of(plan))), strict=False):
        sent = Sent(plan.idea.title, voices.neighbour_of(stage, plan), stage.days.ago(14))
        verdict = Verdict("withdraw", sent.at + HOUR, sent.author)
        if step != "withdraw":
            verdict = seen(stage, plan, sent, step)
        voices.ask(stage, plan, talk, sent, verdict)
    news = plan.idea.news[-1]
    voices.post(stage, plan, news, Sent(news.title, plan.owner, stage.days.ago(0.4)), None)


def _games(stage: Stage, plan: Plan) -> None:
    """A part was granted, the hours of a team are promised, and Bilal is asked for the team."""
    voices.talk(stage, plan)
    support_base.weigh(stage, plan)
    steps = ("submit", "assess", "propose", "grant_partly")
    began = stage.days.ago(30)
    cases.tell(stage, plan, began, steps, Wish(PLAYERS, ""), response=ResponseKind.WE_DO)
    cases.tell(stage, plan, stage.days.ago(3), (), Wish(LAMPS))
    stage.rows.add(
        Invitation,
        initiative_id=plan.id,
        email=cast.NEIGHBOUR.email,
        invited_by_id=plan.owner,
        created_at=stage.days.ago(2),
    )
