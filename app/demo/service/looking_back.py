"""How plans went that are done, as the people who took part said three weeks later."""

from collections import Counter

from app.demo.service.days import DAY
from app.demo.service.stage import Plan, Stage
from app.feedback.models import TIME_TO_ANSWER, Tally, Verdict
from app.initiatives.lifecycle import State
from app.ui.charts.figures import FEWEST

MOST = 24  # people who answer
CHANCES = {Verdict.GOOD: 8, Verdict.FAIR: 3, Verdict.BAD: 1}


def answer(stage: Stage, plan: Plan) -> None:
    """Let people have said how it went, as chance has it."""
    if plan.thing.state is not State.COMPLETED or plan.ended_at is None:
        return
    counted_at = plan.ended_at + TIME_TO_ANSWER + DAY
    if counted_at >= stage.days.now:
        return
    number = plan.throws.randint(1, MOST)
    given = Counter(plan.throws.choices(list(CHANCES), list(CHANCES.values()), k=number))
    told_at = counted_at if number >= FEWEST else None
    for verdict, times in given.items():
        stage.rows.add(Tally, initiative_id=plan.id, verdict=verdict, number=times, told_at=told_at)
