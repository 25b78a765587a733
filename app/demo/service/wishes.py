"""What tasks of the demo are, and what Bilal likes to do: so that some tasks fit him."""

from app.demo import cast
from app.demo.service.stage import Stage
from app.initiatives.models import Theme
from app.volunteering.kinds import DayPart, Reach, Tongue, Work
from app.volunteering.wishes import VolunteerWishes

LONG = 120  # minutes: a task that takes longer is not the easiest to begin with
WORK_FOR = {
    Theme.LIVING: [Work.REPAIR, Work.CARRY],
    Theme.WORK: [Work.COMPUTER, Work.ORGANISE],
    Theme.EDUCATION: [Work.CHILDREN],
    Theme.SAFETY: [Work.ORGANISE],
    Theme.HEALTH: [Work.SPORT, Work.COMPANY],
    Theme.TOGETHER: [Work.FOOD, Work.COMPANY],
    Theme.SURROUNDINGS: [Work.GREEN, Work.CARRY],
    Theme.SUSTAINABILITY: [Work.REPAIR],
}


def work_for(theme: str) -> list[Work]:
    """Return what people do at a task of a plan about ``theme``."""
    return WORK_FOR[Theme.of(theme)]


def tell(stage: Stage) -> None:
    """Let Bilal say what he likes to do, and that he may be asked."""
    stage.rows.add(
        VolunteerWishes,
        user_id=stage.people.of(cast.NEIGHBOUR),
        likes=[Work.GREEN, Work.FOOD],
        learns=[Work.REPAIR],
        days=[],
        parts=[DayPart.MORNING, DayPart.AFTERNOON],
        reach=Reach.DISTRICT,
        tongues=[Tongue.AR],
        may_be_asked=True,
        changed_at=stage.days.ago(20),
    )
