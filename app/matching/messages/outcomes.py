"""What we say to residents about the hours that a plan gives them, or does not."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import speaking
from app.matching import queries, words
from app.matching.models import Plan, PlanLine
from app.matching.reasons import Explained
from app.notifications.service import tell
from app.support import queries as support


def tell_outcome(plan: Plan, lines: Sequence[PlanLine]) -> None:
    """Tell the team of every initiative what these of its needs get in a plan, and why."""
    explained = Explained(plan, plan.lines, queries.choices_of(plan))
    for line in lines:
        reasons = explained.reasons(line)
        for person in support.team_of(line.need.request):
            with speaking(person.language):
                _tell(person, line, words.told(line, reasons))


def _tell(person: User, line: PlanLine, told: words.Told) -> None:
    title = line.need.request.initiative.title
    reasons = [f"- {reason}" for reason in told.reasons]
    because = ["\n".join([told.because, *reasons])] if reasons else []
    tell(
        person,
        _("Een wijkteam heeft tijd voor “%(title)s”", title=title)
        if line.offer_id
        else _("Nog geen tijd van een wijkteam voor “%(title)s”", title=title),
        "\n\n".join(
            [
                _("We verdeelden de uren van de wijkteams over alle vragen van bewoners."),
                told.gets,
                *because,
                *told.goes_on,
            ]
        ),
        link=url_for("support.show", request_id=line.need.request_id),
        link_label=_("Bekijk de vraag"),
        why=_(
            "Je krijgt deze mail omdat je te maken hebt met de vraag van “%(title)s”.", title=title
        ),
    )
