"""Work for later: ask who took part, and count the answers when nobody can change them any more."""

from collections import Counter
from datetime import datetime, time, timedelta

from sqlalchemy import delete, func, select, update

from app.core import clock, tokens
from app.core.db import db
from app.core.jobs import job, later
from app.feedback import messages, queries
from app.feedback.models import TIME_TO_ANSWER, Ask, Tally
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.notifications.service import telling_together
from app.ui.charts.figures import FEWEST


@job("feedback.ask")
def ask(initiative_id: int) -> None:
    """Ask everybody who took part in a plan, once; nobody while it is not on the site."""
    plan = db.session.get_one(Initiative, initiative_id)
    if plan.state is not State.COMPLETED or not plan.is_public or queries.was_asked(plan):
        return
    until = clock.today() + TIME_TO_ANSWER
    people = {tokens.secret(): person for person in queries.took_part_in(plan)}
    asks = [
        Ask(initiative=plan, user=person, fingerprint=tokens.fingerprint(secret), until=until)
        for secret, person in people.items()
    ]
    db.session.add_all(asks)
    with telling_together():
        for secret, one in zip(people, asks, strict=True):
            messages.how_did_it_go(one, secret)
    midnight = datetime.combine(until + timedelta(days=1), time.min, clock.AMSTERDAM)
    later("feedback.count", due_at=midnight, initiative_id=plan.id)


@job("feedback.count")
def count(initiative_id: int) -> None:
    """Keep how often each answer was given, and forget who was asked and what each one said."""
    asked = select(Ask).where(Ask.initiative_id == initiative_id).with_for_update()
    given = Counter(one.verdict for one in db.session.scalars(asked) if one.verdict)
    db.session.execute(delete(Ask).where(Ask.initiative_id == initiative_id))
    for verdict, number in given.items():
        db.session.add(Tally(initiative_id=initiative_id, verdict=verdict, number=number))
    db.session.flush()
    _tell_when_enough(db.session.get_one(Initiative, initiative_id))


def _tell_when_enough(plan: Initiative) -> None:
    """Add what waits in a neighbourhood to its numbers, when they grow by enough people at once.

    One answer more than last week would say what the one who answered thinks.
    """
    near = select(Initiative.id).where(Initiative.neighbourhood_id == plan.neighbourhood_id)
    waits = Tally.initiative_id.in_(near) & Tally.told_at.is_(None)
    if (db.session.scalar(select(func.sum(Tally.number)).where(waits)) or 0) >= FEWEST:
        db.session.execute(update(Tally).where(waits).values(told_at=clock.now()))
