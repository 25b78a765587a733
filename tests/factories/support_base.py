"""Lists of paper that somebody of the staff counted."""

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative
from app.support_base.models import PaperList


def a_list(
    plan: Initiative, by: User, *, place: str = "Populierstraat", for_it: int = 12
) -> PaperList:
    """Return a list of today with so many names for the plan, and two against it."""
    one = PaperList(
        initiative=plan,
        collected_on=clock.today(),
        place=place,
        in_favour=for_it,
        against=2,
        by=by,
        role=Role.COMMUNITY_WORKER,
    )
    db.session.add(one)
    db.session.flush()
    return one
