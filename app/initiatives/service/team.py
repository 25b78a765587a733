"""The team of a plan: invite somebody by e-mail, join, leave, and take somebody out."""

from datetime import timedelta

from flask_babel import gettext as _

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
    """Say yes to an invitation; raises ``NotFound`` without one."""
    invitation = queries.invitation_to(initiative, by.email)
    if invitation is None:
        raise NotFound(_("We kunnen deze uitnodiging niet vinden. Vraag om een nieuwe."))
    db.session.delete(invitation)
    if not rules.in_team(by, initiative) and not rules.is_owner(by, initiative):
        initiative.team.append(TeamMember(user_id=by.id))
        record(by, "initiatives.join", initiative)
        messages.joined(initiative, by=by)
    db.session.flush()


def decline(initiative: Initiative, *, by: User) -> None:
    """Say no to an invitation."""
    invitation = queries.invitation_to(initiative, by.email)
    if invitation is not None:
        db.session.delete(invitation)
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


def _take_out(initiative: Initiative, user_id: int) -> User:
    for member in initiative.team:
        if member.user_id == user_id:
            db.session.delete(member)
            db.session.flush()
            db.session.expire(initiative, ["team"])
            return member.user
    raise NotFound(_("Deze persoon zit niet in het team."))
