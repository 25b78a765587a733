"""Who tries the doors: one of everybody, each with one role, and who lost what they had."""

from datetime import timedelta

from app.accounts.lasting import RESIDENT_DAYS
from app.accounts.models import LoginSession, RoleAssignment, User
from app.accounts.roles import Role
from app.core import clock, tokens
from app.core.db import db
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.capacity import a_lead, a_professional, a_team
from factories.cast import everybody

Tokens = dict[str, str]
AS_A_VISITOR = ("was blocked", "signed out", "too long ago")
AS_A_NEIGHBOUR = ("lost the role", "left the team")


def the_people() -> Tokens:
    """Return the token of the session of everybody, by what they are to the plans of Anna."""
    cast, north, team = everybody(), a_town().north, a_team()
    people = {
        "neighbour": cast["neighbour"],
        "volunteer": a_person("Yara"),
        "owner": cast["owner"],
        "team": cast["team"],
        "board": cast["board"],
        "member": cast["member"],
        "professional": a_professional(team.organisation),
        "team lead": a_lead(team),
        "community worker": a_person("Wim", role=Role.COMMUNITY_WORKER, area=north),
        "adviser": cast["adviser"],
        "council member": a_person("Wies", role=Role.COUNCIL_MEMBER, area=north),
        "decision maker": cast["decider"],
        "coordinator": cast["coordinator"],
        "coordinator elsewhere": cast["coordinator_elsewhere"],
        "moderator": cast["moderator"],
        "auditor": a_person("Rik", role=Role.AUDITOR),
        "administrator": cast["administrator"],
    }
    return {"visitor": ""} | {name: _signs_in(one)[0] for name, one in people.items()}


def who_lost_it() -> Tokens:
    """Return tokens of who is no more than a neighbour, or than a visitor: see the names above."""
    north, now = a_town().north, clock.now()
    blocked = a_coordinator(north, "Blok")
    out, out_session = _signs_in(a_coordinator(north, "Uit"))
    long, long_session = _signs_in(a_coordinator(north, "Lang"))
    tokens_of = {
        "was blocked": _signs_in(blocked)[0],
        "signed out": out,
        "too long ago": long,
        "lost the role": _signs_in(demoted := a_coordinator(north, "Ex"))[0],
        "left the team": _signs_in(a_person("Weg"))[0],
    }
    blocked.blocked_at = out_session.ended_at = now
    long_session.expires_at = now - timedelta(seconds=1)
    db.session.query(RoleAssignment).filter_by(user_id=demoted.id).delete()
    db.session.flush()
    return tokens_of


def _signs_in(person: object) -> tuple[str, LoginSession]:
    assert isinstance(person, User)
    token = tokens.secret()
    session = LoginSession(
        fingerprint=tokens.fingerprint(token),
        user_id=person.id,
        expires_at=clock.now() + RESIDENT_DAYS,
    )
    db.session.add(session)
    db.session.flush()
    return token, session
