"""What we say to teams about hours that a plan kept, and to who waits for a plan."""

from collections.abc import Iterable
from itertools import groupby

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.capacity.models import CapacityOffer
from app.core.speech import speaking
from app.matching import queries, words
from app.matching.models import PlanLine
from app.notifications.service import tell


def tell_teams(lines: Iterable[PlanLine]) -> None:
    """Tell everybody of a team who answers requests which hours of theirs are kept, and for what."""
    given = [line for line in lines if line.offer is not None]
    given.sort(key=lambda line: (line.offer_id, line.need_id))
    for _offer_id, of_offer in groupby(given, key=lambda line: line.offer_id):
        kept = list(of_offer)
        people = {
            person.id: person
            for line in kept
            for person in queries.responders(
                _offer_of(line).team.organisation_id, line.need.request
            )
        }
        for person in people.values():
            with speaking(person.language):
                _tell_team(person, kept)


def _tell_team(person: User, kept: list[PlanLine]) -> None:
    offer = _offer_of(kept[0])
    paragraphs = [
        _("De wijkcoördinator verdeelde de uren van de teams over de vragen van bewoners."),
        _(
            "Deze uren zijn voor jullie vastgelegd. Het gaat om %(hours)s.",
            hours=words.hours_of(offer),
        ),
        "\n".join(
            _(
                "- %(title)s: %(hours)s uur",
                title=line.need.request.initiative.title,
                hours=line.hours,
            )
            for line in kept
        ),
        _("Het is zeker zodra de gemeente besluit over de vraag."),
    ]
    first = kept[0].need.request
    tell(
        person,
        _("Uren verdeeld: %(team)s", team=offer.team.organisation.name),
        "\n\n".join(map(str, paragraphs)),
        link=url_for("support.show", request_id=first.id),
        link_label=_("Bekijk de eerste vraag"),
        why=_(
            "Je krijgt deze mail omdat je bij %(organisation)s hoort.",
            organisation=offer.team.organisation.name,
        ),
    )


def _offer_of(line: PlanLine) -> CapacityOffer:
    if line.offer is None:
        raise ValueError(f"{line!r} gives no hours")
    return line.offer
