"""Propose who could help with a request, and ask one of them to respond. A person decides."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from app.accounts.models import User
from app.audit.service import record
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.matching import messages, queries, rules
from app.matching.engine.results import Suggestion
from app.matching.engine.suggest import suggest
from app.matching.models import Invitation
from app.matching.queries import Candidate, Question
from app.support.models import SupportRequest


@dataclass(frozen=True)
class Ranking:
    """A question and the answer of the engine to it."""

    question: Question
    suggestion: Suggestion


def suggest_for(request: SupportRequest, *, by: User) -> Ranking:
    """Rank what could answer each need of a request, and say of the rest why it could not.

    Raises ``NotAllowed`` for anyone but a coordinator of the place who is not involved in the
    initiative. Changes nothing.
    """
    authorize(by, rules.see, request)
    question = queries.question_for(request)
    return Ranking(question, suggest(question.request, question.supplies, question.context))


def invite(request: SupportRequest, supply: str, *, by: User) -> Invitation:
    """Ask who offers ``supply`` to respond: once, however often the button is pressed.

    Raises ``OutOfDate`` when the request was answered already, ``Refused`` for a supply that is
    not on the ranked list or has nobody who can respond.
    """
    ranking = suggest_for(request, by=by)
    if not rules.invite(by, request):
        raise OutOfDate(_("Deze vraag is al beantwoord. Je kunt geen reactie meer vragen."))
    asked = queries.invitation_for(request, supply)
    if asked is not None:
        return asked
    candidate = _on_the_list(ranking, supply)
    organisation_id = candidate.organisation_id
    people = queries.responders(organisation_id, request) if organisation_id else []
    if organisation_id is None or not people:
        raise Refused(_("%(name)s heeft hier nog niemand die kan reageren.", name=candidate.name))
    invitation = Invitation(
        request=request, supply=supply, organisation_id=organisation_id, invited_by_id=by.id
    )
    if not _is_first(invitation):
        return invite(request, supply, by=by)
    record(by, "response_invitations.invite", invitation, reason=candidate.name)
    messages.ask_for_a_response(invitation, people)
    return invitation


def _on_the_list(ranking: Ranking, supply: str) -> Candidate:
    ranked = {place.supply_id for line in ranking.suggestion.lines for place in line.places}
    if supply not in ranked:
        raise Refused(_("Dit staat niet meer in de lijst. Laad de pagina opnieuw."))
    return ranking.question.candidates[supply]


def _is_first(invitation: Invitation) -> bool:
    """Keep the invitation; ``False`` when another click at the same moment was first."""
    try:
        with db.session.begin_nested():
            db.session.add(invitation)
    except IntegrityError:
        return False
    return True
