"""One plan as its page shows it: statements that are put together once and asked in one trip, and no models."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, TypeAlias, TypeVar

from sqlalchemy import BindParameter, Select, bindparam, func, select

from app.accounts.models import Actor, User
from app.accounts.post import POST_HOST
from app.core.db import LARGEST_NUMBER, db
from app.core.inquiries import Inquiry, answers
from app.core.pictures import widths_of
from app.initiatives.lifecycle import PUBLIC, State, TextState
from app.initiatives.models import (
    Initiative,
    InitiativeTheme,
    InitiativeVersion,
    TeamMember,
    Theme,
)
from app.initiatives.photos import Photo
from app.initiatives.queries.visible import or_not_found, visible_to
from app.initiatives.voices import Endorsement
from app.organisations.models import MemberRole, Membership, Organisation

T = TypeVar("T")
PLANS, THEMES, TEAM = Initiative.__table__, InitiativeTheme.__table__, TeamMember.__table__
PEOPLE, MEMBERS = User.__table__, Membership.__table__
PHOTOS = Photo.__table__
GIVEN, VERSIONS = Endorsement.__table__, InitiativeVersion.__table__
ORGANISATIONS, OWNER = Organisation.__table__, PEOPLE.alias("owner")
PLAN: BindParameter[int] = bindparam("plan")


class Person(NamedTuple):
    """Somebody in the team of a plan."""

    user_id: int
    name: str


class ShownPhoto(NamedTuple):
    """A photo of a plan, with the size of its largest file."""

    id: int
    alt: str
    state: TextState
    width: int
    height: int

    @property
    def is_public(self) -> bool:
        """Tell whether everybody may see it, as far as the plan is public."""
        return self.state is TextState.PUBLISHED

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of its files."""
        return widths_of(self.width)


class Shown(NamedTuple):
    """A plan: what its page shows, and what the rules ask about it."""

    id: int
    reference: str | None
    state: State
    title: str
    summary: str
    plan: str
    place: str
    for_whom: str
    with_whom: str
    needs: list[str]
    needs_text: str
    starts_on: date | None
    neighbourhood_id: int | None
    district_id: int | None
    owner_id: int | None
    organisation_id: int | None
    submitted_at: datetime | None
    published_at: datetime | None
    hidden_at: datetime | None
    is_public: bool
    owner_is_by_post: bool  # and cannot sign in
    owner_name: str | None
    organisation_name: str | None
    endorsements: int
    newest_text: TextState | None  # where the newest version stands
    themes: list[Theme]
    team: list[Person]
    administrators: list[int]  # who may act for its organisation
    photos: list[ShownPhoto]  # also those that wait for a moderator

    @property
    def names(self) -> list[str]:
        """The names of the owner and the team, each person once."""
        team = [person.name for person in self.team if person.user_id != self.owner_id]
        return [self.owner_name, *team] if self.owner_name else team

    @property
    def waits_for_new_text(self) -> bool:
        """Tell whether a new text of a public plan waits for a moderator."""
        return self.state in PUBLIC and self.newest_text is TextState.WAITING


ID, IS_PUBLIC = Shown._fields.index("id"), Shown._fields.index("is_public")
Plan: TypeAlias = Initiative | Shown  # the rules take either


def shown(actor: Actor, initiative_id: int) -> Shown:
    """Return an initiative like ``found``, with what its page shows; one trip to the database."""
    if initiative_id > LARGEST_NUMBER:
        return or_not_found(None)
    near = {"plan": initiative_id}
    found = answers(
        {part: Inquiry(select_, near, row) for part, (select_, row) in _parts().items()}
    )
    plan = or_not_found(_seen_by(actor, found.pop("plan")))
    return Shown._make((*plan, *map(list, found.values())))


def _seen_by(actor: Actor, plans: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...] | None:
    """Return the plan; nothing, in one more statement, for who may not see it."""
    if not plans or plans[0][IS_PUBLIC]:
        return plans[0] if plans else None
    seen = visible_to(actor).with_only_columns(Initiative.id).where(Initiative.id == plans[0][ID])
    return plans[0] if db.session.scalar(seen) else None


def _as_it_is(*columns: Any) -> tuple[Any, ...]:
    return columns


def _alone(column: T) -> T:
    return column


@cache
def _parts() -> dict[str, tuple[Select[Any], Callable[..., Any]]]:
    """Return the statement of each part of a page, and what its rows become; lists as in ``Shown``."""
    return {
        "plan": (_plan(), _as_it_is),
        "themes": (_themes(), _alone),
        "team": (_team(), Person),
        "administrators": (_administrators(), _alone),
        "photos": (_photos(), ShownPhoto),
    }


def _plan() -> Select[Any]:
    number = select(func.count()).where(GIVEN.c.initiative_id == PLANS.c.id)
    versions = select(VERSIONS.c.state).where(VERSIONS.c.initiative_id == PLANS.c.id)
    newest = versions.order_by(VERSIONS.c.number.desc()).limit(1)
    return (
        select(
            *(PLANS.c[name] for name in Shown._fields[:IS_PUBLIC]),
            (PLANS.c.is_listed == 1).label("is_public"),
            func.coalesce(OWNER.c.email.like(f"%@{POST_HOST}"), False).label("owner_is_by_post"),
            *(OWNER.c.name.label("owner_name"), ORGANISATIONS.c.name.label("organisation_name")),
            number.scalar_subquery().label("endorsements"),
            newest.scalar_subquery().label("newest_text"),
        )
        .select_from(PLANS)
        .outerjoin(OWNER, OWNER.c.id == PLANS.c.owner_id)
        .outerjoin(ORGANISATIONS, ORGANISATIONS.c.id == PLANS.c.organisation_id)
        .where(PLANS.c.id == PLAN)
    )


def _themes() -> Select[Any]:
    return select(THEMES.c.theme).where(THEMES.c.initiative_id == PLAN).order_by(THEMES.c.theme)


def _team() -> Select[Any]:
    return (
        select(TEAM.c.user_id, PEOPLE.c.name)
        .join_from(TEAM, PEOPLE, PEOPLE.c.id == TEAM.c.user_id)
        .where(TEAM.c.initiative_id == PLAN)
        .order_by(TEAM.c.user_id)
    )


def _administrators() -> Select[Any]:
    return (
        select(MEMBERS.c.user_id)
        .join_from(MEMBERS, PLANS, PLANS.c.organisation_id == MEMBERS.c.organisation_id)
        .where(PLANS.c.id == PLAN, MEMBERS.c.role == MemberRole.ADMIN)
        .order_by(MEMBERS.c.user_id)
    )


def _photos() -> Select[Any]:
    photo = PHOTOS.c
    return (
        select(photo.id, photo.alt, photo.state, photo.width, photo.height)
        .where(photo.initiative_id == PLAN)
        .order_by(photo.id)
    )
