"""What this room adds to the page of a support request: the way to who could help, and what a round gave."""

from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives.signals import Panel
from app.matching import queries, rules, words
from app.matching.models import PlanLine
from app.matching.reasons import Explained
from app.support.lifecycle import RequestState
from app.support.models import BY_PEOPLE, SupportRequest
from app.web.pieces import piece

ORDER = 10
OUTCOME_ORDER = 5
PIECES = "matching/panel.html"


def panel(request: SupportRequest, *, actor: Actor) -> Panel | None:
    """Return the way to the ranked list for who may invite; on top as long as it comes first."""
    if not rules.invite(actor, request):
        return None
    asked = len(queries.invitations_of(request))
    if not asked and _waits_for_people(request):
        return Panel(ORDER, Markup(), action=piece(PIECES, "search", request.id))
    return Panel(ORDER, piece(PIECES, "panel", request.id, asked))


def outcome(request: SupportRequest, *, actor: Actor) -> Panel | None:
    """Return what the last round gave an open request and why, as its team read it in the mail."""
    if not (rules.is_open & rules.read_outcome)(actor, request):
        return None
    told = tuple(map(_told, queries.outcomes_of(request)))
    return Panel(OUTCOME_ORDER, piece("matching/outcome.html", "outcome", told)) if told else None


def _told(line: PlanLine) -> words.Told:
    plan = line.plan
    explained = Explained(plan, plan.lines, queries.choices_of(plan))
    return words.told(line, explained.reasons(line))


def _waits_for_people(request: SupportRequest) -> bool:
    """Tell whether a request that was taken on asks for people, and none of them answered."""
    return (
        request.state is RequestState.IN_ASSESSMENT
        and any(need.kind in BY_PEOPLE for need in request.needs)
        and all(one.request_id != request.id for one in queries.answers_to(request.initiative_id))
    )
