"""Initiatives: whose they are, where they lie and what they say."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from app.core.tokens import fingerprint, reference
from app.demo import cast
from app.demo.chance import dice, pick
from app.demo.organisations import ASSOCIATIONS, SCHOOLS, Party
from app.demo.service.days import DAY
from app.demo.service.reviews import Sent, Verdict, look
from app.demo.service.roads import Road
from app.demo.service.stage import Plan, Stage
from app.demo.service.walk import Walk
from app.demo.service.words import HIDDEN, HIDDEN_FOR
from app.demo.texts.idea import Idea
from app.initiatives.lifecycle import LIFE
from app.initiatives.models import (
    Initiative,
    InitiativeTheme,
    InitiatorKind,
    NeedKind,
    Registration,
    TeamMember,
    Theme,
)
from app.initiatives.service.drafts import KEPT, STEPS

KINDS = (
    *(InitiatorKind.RESIDENT,) * 11,
    *(InitiatorKind.GROUP,) * 6,
    *(InitiatorKind.ASSOCIATION,) * 2,
    InitiatorKind.SCHOOL,
    InitiatorKind.BUSINESS,
)
RUN_BY = {  # the association of the cast has scripts of its own
    InitiatorKind.ASSOCIATION: [one for one in ASSOCIATIONS if one != cast.ASSOCIATION],
    InitiatorKind.SCHOOL: SCHOOLS,
}
LARGEST_TEAM = {InitiatorKind.RESIDENT: 1, InitiatorKind.GROUP: 3, InitiatorKind.ASSOCIATION: 2}
IN_OTHER_WORDS = {"team_hours": NeedKind.COACHING.value}  # what residents call it
ACCOUNT_FIRST = 0.6  # of those who write a draft
PARTS = (("title", "summary", "plan"), ("place",), ("for_whom", "with_whom"), ("needs_text",))


@dataclass(frozen=True)
class Script:
    """What is laid down about an initiative; the rest is left to chance."""

    idea: Idea
    road: Road
    days_old: float
    owner: int | None = None
    party: Party | None = None
    team: tuple[int, ...] | None = None
    moderator: int | None = None  # who judges it, of two
    hidden: bool = False
    rewritten: bool = False  # and the new text waits


def tell(stage: Stage, script: Script) -> Plan:
    """Write an initiative from its first day until now; return it for all that goes on around it."""
    plan = _begin(stage, script)
    walk = Walk(stage, plan, stage.days.ago(script.days_old), script.moderator)
    walk.go(script.road.steps)
    if walk.submitted_at is None:
        _write_draft(stage, plan, walk.began)
    else:
        _write(stage, plan, script, walk, walk.submitted_at)
    for theme in dict.fromkeys((plan.idea.theme, *plan.idea.also)):
        stage.rows.add(InitiativeTheme, initiative_id=plan.id, theme=Theme.of(theme))
    return plan


def _texts_of(idea: Idea) -> dict[str, str]:
    """Return what a moderator reads of an idea, by the name of its field."""
    return {
        "title": idea.title,
        "summary": idea.summary,
        "plan": "\n\n".join(idea.plan),
        "place": idea.place,
        "for_whom": idea.for_whom,
        "with_whom": idea.with_whom,
        "needs_text": " ".join(need.text for need in idea.needs),
    }


def _begin(stage: Stage, script: Script) -> Plan:
    idea, throws = script.idea, dice(stage.seed, "plan", script.idea.number)
    kind, party = _initiator(script, throws)
    pool = stage.people.near(idea.neighbourhood_code, idea.district_code)
    owner = script.owner or pick(throws, stage.parties.members[party.key] if party else pool)
    team = script.team
    if team is None:
        size = min(throws.randint(0, LARGEST_TEAM.get(kind, 0)), len(pool))
        team = tuple(throws.sample(pool, size))
    return Plan(
        thing=stage.log.begin(Initiative, LIFE),
        idea=idea,
        slots=stage.composer.slots(idea.number),
        throws=throws,
        kind=kind,
        party=party,
        head=stage.parties.heads[party.key] if party else None,
        owner=owner,
        team=[member for member in team if member != owner],
        neighbourhood_id=stage.town.ids[idea.neighbourhood_code],
        district_id=stage.town.ids[idea.district_code],
    )


def _initiator(script: Script, throws: Random) -> tuple[InitiatorKind, Party | None]:
    """Return who takes the initiative, and the organisation that it is of, if any."""
    if script.party is not None:
        return InitiatorKind.ASSOCIATION, script.party
    if script.owner is not None:
        return InitiatorKind.RESIDENT, None
    kind = pick(throws, KINDS)
    if kind not in RUN_BY:
        return kind, None
    here = [one for one in RUN_BY[kind] if one.rooted_in == script.idea.district_code]
    return (kind, here[0]) if here else (InitiatorKind.GROUP, None)


def _write(stage: Stage, plan: Plan, script: Script, walk: Walk, submitted_at: datetime) -> None:
    idea, texts = plan.idea, _texts_of(plan.idea)
    walk.write_versions(texts)
    rewritten_at = walk.rewrite(texts) if script.rewritten else None
    starts_on = (walk.began + plan.throws.randint(20, 120) * DAY).date()
    stage.rows.add(
        Initiative,
        id=plan.id,
        reference=reference(stage.prefix, submitted_at.year, plan.id),
        state=plan.thing.state,
        **texts,
        needs=_needs_of(idea),
        initiator_kind=plan.kind,
        starts_on=starts_on,
        neighbourhood_id=plan.neighbourhood_id,
        district_id=plan.district_id,
        owner_id=plan.owner,
        organisation_id=stage.parties.ids[plan.party.key] if plan.party else None,
        created_at=walk.began,
        submitted_at=submitted_at,
        published_at=plan.published_at,
        hidden_at=_hide(stage, plan) if script.hidden else None,
        changed_at=rewritten_at,
    )
    for member in plan.team:
        joined = stage.days.before_now(walk.began + plan.throws.random() * 3 * DAY)
        stage.rows.add(TeamMember, initiative_id=plan.id, user_id=member, joined_at=joined)


def _hide(stage: Stage, plan: Plan) -> datetime:
    at = stage.days.ago(1.5)
    moderator = stage.people.of(cast.MODERATOR)
    stage.log.line(plan.thing, "hide", at=at, by=moderator, reason=HIDDEN)
    statement = Verdict("hide", at, moderator, rule=HIDDEN_FOR, reason=HIDDEN)
    look(stage, plan, plan.thing, Sent(plan.idea.title, plan.owner, at), statement)
    return at


def _write_draft(stage: Stage, plan: Plan, began: datetime) -> None:
    """Write a plan that somebody is still working on, some without an account."""
    texts, answered = _texts_of(plan.idea), plan.throws.randint(1, len(STEPS))
    has_account = plan.throws.random() < ACCOUNT_FIRST
    written = [name for names in PARTS[:answered] for name in names]
    knows_where = answered > 1
    stage.rows.add(
        Initiative,
        id=plan.id,
        **{name: texts[name] for name in written},
        needs=_needs_of(plan.idea) if answered == len(STEPS) else [],
        neighbourhood_id=plan.neighbourhood_id if knows_where else None,
        district_id=plan.district_id if knows_where else None,
        owner_id=plan.owner if has_account else None,
        created_at=began,
    )
    told_who = answered > 2 and not has_account
    stage.rows.add(
        Registration,
        initiative_id=plan.id,
        fingerprint=fingerprint(f"demo draft {stage.seed} {plan.id}"),
        name=stage.people.names[plan.owner] if told_who else "",
        email=stage.people.addresses[plan.owner] if told_who else "",
        step=STEPS[answered - 1],
        expires_at=began + KEPT,
    )


def _needs_of(idea: Idea) -> list[str]:
    """Return the codes of ``NeedKind`` for what an idea asks."""
    asked = {IN_OTHER_WORDS.get(need.kind, need.kind) for need in idea.needs}
    return [kind.value for kind in NeedKind if kind.value in asked]
