"""What has to happen before somebody can delete the account, because others count on them."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.initiatives import queries as initiatives
from app.initiatives.models import Initiative
from app.organisations import queries as organisations
from app.organisations.models import Organisation


@dataclass(frozen=True)
class WayOut:
    """A page where the person can do something about it."""

    label: str
    url: str


@dataclass(frozen=True)
class Hindrance:
    """What is in the way, in a sentence, and what can be done."""

    text: str
    ways_out: tuple[WayOut, ...] = ()


def of(person: User) -> list[Hindrance]:
    """Return everything that is in the way; nothing when the account can go."""
    return [
        *([_has_role()] if person.assignments else []),
        *(_runs_alone(plan) for plan in initiatives.left_alone_by(person)),
        *(_administers(one) for one in organisations.in_need_of(person)),
    ]


def _has_role() -> Hindrance:
    return Hindrance(_("Je hebt nog een rol. Vraag een beheerder om die eerst weg te halen."))


def _runs_alone(plan: Initiative) -> Hindrance:
    return Hindrance(
        _(
            "%(title)s gaat nog door en jij bent de enige in het team. Vraag iemand om het over te nemen,"
            " of stop het plan.",
            title=plan.title,
        ),
        (
            WayOut(_("Nodig iemand uit"), url_for("initiatives.team", initiative_id=plan.id)),
            WayOut(_("Stop het plan"), url_for("initiatives.status", initiative_id=plan.id)),
        ),
    )


def _administers(organisation: Organisation) -> Hindrance:
    members = url_for("organisations.members", slug=organisation.slug)
    return Hindrance(
        _(
            "Jij bent de enige beheerder van %(name)s. Kies eerst een ander.",
            name=organisation.name,
        ),
        (WayOut(_("Naar de leden"), members),),
    )
