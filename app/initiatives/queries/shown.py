"""One plan as its page shows it: two statements that are put together once, and no models."""

from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    String,
    bindparam,
    func,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy import literal_column as literal

from app.accounts.models import Actor, User
from app.core.db import LARGEST_NUMBER, db
from app.core.pictures import widths_of
from app.core.statements import ask
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

PLANS, THEMES, TEAM = Initiative.__table__, InitiativeTheme.__table__, TeamMember.__table__
PEOPLE, MEMBERS = User.__table__, Membership.__table__
PHOTOS = Photo.__table__
NOTHING: tuple[ColumnElement[Any], ...] = (
    literal("''"),
    literal("0"),
    literal("0"),
)  # of a photo, in a row about something else
GIVEN, VERSIONS = Endorsement.__table__, InitiativeVersion.__table__
ORGANISATIONS, OWNER = Organisation.__table__, PEOPLE.alias("owner")


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


Plan: TypeAlias = Initiative | Shown  # the rules take either


def shown(actor: Actor, initiative_id: int) -> Shown:
    """Return an initiative like ``found``, with what its page shows; two statements."""
    row = or_not_found(_row_for(actor, initiative_id))
    near = {"plan": row.id, "organisation": row.organisation_id}
    around = ask(_around(), near).all()
    return Shown._make(
        (
            *row,
            [Theme.of(row.words) for row in around if row.part == "theme"],
            [Person(row.number, row.words) for row in around if row.part == "team"],
            [row.number for row in around if row.part == "administrator"],
            [_photo(row) for row in around if row.part == "photo"],
        )
    )


def _photo(row: Row[Any]) -> ShownPhoto:
    return ShownPhoto(row.number, row.words, TextState.of(row.state), row.width, row.height)


def _row_for(actor: Actor, initiative_id: int) -> Row[Any] | None:
    """Return the plan itself; nothing, in one more statement, for who may not see it."""
    if initiative_id > LARGEST_NUMBER:
        return None
    row = ask(_plan(), {"plan": initiative_id}).one_or_none()
    if row is None or row.is_public:
        return row
    seen = visible_to(actor).with_only_columns(Initiative.id).where(Initiative.id == initiative_id)
    return row if db.session.scalar(seen) else None


@cache
def _plan() -> Select[Any]:
    number = select(func.count()).where(GIVEN.c.initiative_id == PLANS.c.id)
    versions = select(VERSIONS.c.state).where(VERSIONS.c.initiative_id == PLANS.c.id)
    newest = versions.order_by(VERSIONS.c.number.desc()).limit(1)
    return (
        select(
            *(PLANS.c[name] for name in Shown._fields[: Shown._fields.index("is_public")]),
            (PLANS.c.is_listed == 1).label("is_public"),
            *(OWNER.c.name.label("owner_name"), ORGANISATIONS.c.name.label("organisation_name")),
            number.scalar_subquery().label("endorsements"),
            newest.scalar_subquery().label("newest_text"),
        )
        .select_from(PLANS)
        .outerjoin(OWNER, OWNER.c.id == PLANS.c.owner_id)
        .outerjoin(ORGANISATIONS, ORGANISATIONS.c.id == PLANS.c.organisation_id)
        .where(PLANS.c.id == bindparam("plan"))
    )


@cache
def _around() -> CompoundSelect[Any]:
    """Select a row for each theme, member of the team, photo, and who acts for the organisation."""
    photo = PHOTOS.c
    return union_all(
        select(
            literal("'theme'").label("part"),
            literal("0").label("number"),
            type_coerce(THEMES.c.theme, String).label("words"),
            *(NOTHING[0].label("state"), NOTHING[1].label("width"), NOTHING[2].label("height")),
        ).where(THEMES.c.initiative_id == bindparam("plan")),
        select(literal("'team'"), TEAM.c.user_id, PEOPLE.c.name, *NOTHING)
        .join_from(TEAM, PEOPLE, PEOPLE.c.id == TEAM.c.user_id)
        .where(TEAM.c.initiative_id == bindparam("plan")),
        select(literal("'administrator'"), MEMBERS.c.user_id, literal("''"), *NOTHING).where(
            MEMBERS.c.organisation_id == bindparam("organisation"),
            MEMBERS.c.role == MemberRole.ADMIN,
        ),
        select(
            *(literal("'photo'"), photo.id, photo.alt, type_coerce(photo.state, String)),
            *(photo.width, photo.height),
        ).where(photo.initiative_id == bindparam("plan")),
    ).order_by(literal("1"), literal("2"), literal("3"))
