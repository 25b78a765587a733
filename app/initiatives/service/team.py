"""The team of a plan: invite somebody by e-mail, join, leave, and take somebody out."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import delete

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound, Refused
from app.core.permissions import authorize
from app.initiatives import messages, queries, rules
from app.initiatives.models import Initiative, Invitation, TeamMember

MOST_A_DAY = 20  # invitations, so that nobody mails the whole town
LARGEST = 30  # people in a team


def invite(initiative: Initiative, email: str, *, by: User) -> None:
    """Ask somebody to join; who has that address joins by signing in and saying yes.

    Whether there is an account with this address stays unknown to ``by``.
    """
    authorize(by, rules.manage_team, initiative)
    email = email.strip().lower()
    if email == by.email or queries.is_member_with(initiative, email):
        raise Refused(_("Deze persoon zit al in het team."), field="email")
    if len(initiative.team) >= LARGEST:
        raise Refused(_("Het team is vol: er kunnen 30 mensen in."), field="email")
    if queries.invitations_since(initiative, clock.now() - timedelta(days=1)) >= MOST_A_DAY:
        raise Refused(
            _("Je hebt vandaag al 20 mensen uitgenodigd. Ga morgen verder."), field="email"
        )
    invitation = queries.invitation_to(initiative, email)
    if invitation is None:
        invitation = Invitation(initiative=initiative, email=email)
        db.session.add(invitation)
    invitation.invited_by_id, invitation.created_at = by.id, clock.now()
    record(by, "initiatives.invite", initiative)
    messages.invited(invitation, by=by)


def join(initiative: Initiative, *, by: User) -> None:
    """Say yes to an invitation; a second yes changes nothing, without one it is ``NotFound``."""
    is_there = rules.in_team(by, initiative) or rules.is_owner(by, initiative)
    if not _use_invitation(initiative, by) and not is_there:
        db.session.expire(initiative, ["team"])  # perhaps the same person said yes just now
        if not rules.in_team(by, initiative):
            raise NotFound(_("We kunnen deze uitnodiging niet vinden. Vraag om een nieuwe."))
        return
    if not is_there:
        initiative.team.append(TeamMember(user_id=by.id))
        record(by, "initiatives.join", initiative)
        messages.joined(initiative, by=by)


def decline(initiative: Initiative, *, by: User) -> None:
    """Say no to an invitation; a second no changes nothing."""
    if _use_invitation(initiative, by):
        record(by, "initiatives.decline", initiative)


def leave(initiative: Initiative, *, by: User) -> None:
    """Step out of the team."""
    _take_out(initiative, by.id)
    record(by, "initiatives.leave", initiative)


def remove(initiative: Initiative, user_id: int, *, by: User) -> None:
    """Take somebody out of the team; raises ``NotFound`` for somebody who is not in it."""
    authorize(by, rules.manage_team, initiative)
    member = _take_out(initiative, user_id)
    record(by, "initiatives.remove_member", initiative)
    messages.removed(initiative, member)


def _use_invitation(initiative: Initiative, person: User) -> bool:
    """End the invitation of ``person``; tell whether there was one."""
    mine = (Invitation.initiative_id == initiative.id) & (Invitation.email == person.email)
    gone = db.session.scalars(delete(Invitation).where(mine).returning(Invitation.id))
    return bool(gone.all())


def _take_out(initiative: Initiative, user_id: int) -> User:
    for member in initiative.team:
        if member.user_id == user_id:
            db.session.delete(member)
            db.session.flush()
            db.session.expire(initiative, ["team"])
            return member.user
    raise NotFound(_("Deze persoon zit niet in het team."))
