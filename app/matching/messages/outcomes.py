"""What we say to residents about the hours that a plan gives them, or does not."""

from collections.abc import Iterable, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.capacity.quarters import words
from app.core.speech import speaking
from app.matching.models import PlanLine
from app.notifications.service import tell
from app.support import queries as support


def tell_outcome(lines: Iterable[PlanLine]) -> None:
    """Tell the team of every initiative what each of its needs gets."""
    for line in lines:
        for person in support.team_of(line.need.request):
            with speaking(person.language):
                if line.offer is None:
                    _tell_nothing_is_kept(person, line)
                else:
                    _tell_hours_are_kept(person, line)


def _tell_hours_are_kept(person: User, line: PlanLine) -> None:
    offer, title = line.offer, line.need.request.initiative.title
    if offer is None:
        return
    sentences = [
        _(
            "%(team)s houdt %(hours)s vrij voor “%(title)s”, in %(period)s.",
            team=offer.team.organisation.name,
            hours=ngettext("%(num)s uur", "%(num)s uur", line.hours),
            title=title,
            period=words(offer.starts_on),
        ),
        _("Het is zeker zodra de gemeente besluit over je vraag."),
    ]
    _tell(person, line, _("Een wijkteam heeft tijd voor “%(title)s”", title=title), sentences)


def _tell_nothing_is_kept(person: User, line: PlanLine) -> None:
    title = line.need.request.initiative.title
    sentences = [
        _("We verdeelden de uren van de wijkteams over alle vragen van bewoners."),
        _("Voor “%(title)s” was er nu geen team met genoeg tijd en de juiste kennis.", title=title),
        _("Je vraag blijft staan. De wijkcoördinator zoekt met je naar iets anders."),
    ]
    _tell(
        person, line, _("Nog geen tijd van een wijkteam voor “%(title)s”", title=title), sentences
    )


def _tell(person: User, line: PlanLine, subject: str, sentences: Sequence[str]) -> None:
    tell(
        person,
        subject,
        "\n\n".join(map(str, sentences)),
        link=url_for("support.show", request_id=line.need.request_id),
        link_label=_("Bekijk de vraag"),
        why=_(
            "Je krijgt deze mail omdat je te maken hebt met de vraag van “%(title)s”.",
            title=line.need.request.initiative.title,
        ),
    )
