"""What support keeps of a person: the requests they wrote, the decisions on those, and the letters."""

from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, select

from app.core.keeping import Fate, Kept
from app.support.decisions import Decision, DecisionReason
from app.support.delays import Extension, Supplement
from app.support.intentions import Intention
from app.support.models import CostLine, FundingLine, Need, SupportRequest
from app.support.objections import Objection
from app.support.post import Letter, LetterText

REQUESTS, DECISIONS = _l("Je vragen om hulp"), _l("Besluiten over je vragen om hulp")
OBJECTIONS = _l("Je bezwaren")
LETTERS = _l("Brieven over je vragen om hulp")
BY_LAW = _l("1 tot 7 jaar na het besluit. Dat moet van de wet.")
REQUEST = SupportRequest.reference.label("request")


def _in_requests(code: str, told: Select[*tuple[Any, ...]]) -> Kept:
    """List a part of a request, which is of whoever wrote the request."""
    points = (SupportRequest.author_id,)
    return Kept(code=code, name=REQUESTS, term=BY_LAW, fate=Fate.BY_LAW, told=told, points=points)


KEPT = (
    _in_requests(
        "requests",
        select(
            *(SupportRequest.reference, SupportRequest.state, SupportRequest.explanation),
            *(SupportRequest.wanted_by, SupportRequest.asks_decision),
            *(SupportRequest.created_at, SupportRequest.submitted_at),
            *(SupportRequest.term_days, SupportRequest.decision_due_on),
        ),
    ),
    _in_requests(
        "needs",
        select(
            *(REQUEST, Need.kind, Need.description, Need.expertise, Need.hours, Need.cents),
            *(Need.starts_on, Need.ends_on),
        ).join_from(Need, SupportRequest),
    ),
    _in_requests(
        "costs",
        select(REQUEST, CostLine.description, CostLine.cents).join_from(CostLine, SupportRequest),
    ),
    _in_requests(
        "funding",
        select(REQUEST, FundingLine.description, FundingLine.cents, FundingLine.is_asked).join_from(
            FundingLine, SupportRequest
        ),
    ),
    Kept(
        code="supplements",
        name=REQUESTS,
        term=BY_LAW,
        fate=Fate.BY_LAW,
        told=select(
            *(REQUEST, Supplement.asked_on, Supplement.until, Supplement.question),
            *(Supplement.ended_on, Supplement.answer),
        ).join_from(Supplement, SupportRequest),
        points=(SupportRequest.author_id, Supplement.answered_by_id),
    ),
    Kept(
        code="intentions",
        name=REQUESTS,
        term=BY_LAW,
        fate=Fate.BY_LAW,
        told=select(
            *(REQUEST, Intention.made_on, Intention.until, Intention.differs),
            *(Intention.view_on, Intention.view),
        ).join_from(Intention, SupportRequest),
        points=(SupportRequest.author_id, Intention.view_by_id),
    ),
    _in_requests(
        "extensions",
        select(REQUEST, Extension.made_on, Extension.until, Extension.reason).join_from(
            Extension, SupportRequest
        ),
    ),
    Kept(
        code="decisions",
        name=DECISIONS,
        term=BY_LAW,
        fate=Fate.BY_LAW,
        told=select(
            *(REQUEST, Decision.outcome, Decision.cents, Decision.legal_basis),
            *(Decision.agreement, Decision.announced_on, Decision.objection_until),
        ).join_from(Decision, SupportRequest),
        points=(SupportRequest.author_id,),
    ),
    Kept(
        code="reasons",
        name=DECISIONS,
        term=BY_LAW,
        fate=Fate.BY_LAW,
        told=select(REQUEST, DecisionReason.criterion, DecisionReason.text)
        .join_from(DecisionReason, Decision)
        .join(SupportRequest),
        points=(SupportRequest.author_id,),
    ),
    Kept(
        code="objections",
        name=OBJECTIONS,
        term=BY_LAW,
        fate=Fate.BY_LAW,
        told=select(
            *(REQUEST, Objection.state, Objection.text, Objection.wants_hearing),
            *(Objection.late_reason, Objection.received_on, Objection.due_on),
            *(Objection.postponed_on, Objection.postponed_why, Objection.heard_on),
            *(Objection.hearing, Objection.decided_on, Objection.finding, Objection.reasons),
            *(Objection.earlier_outcome, Objection.earlier_cents),
        )
        .join_from(Objection, Decision)
        .join(SupportRequest),
        points=(SupportRequest.author_id, Objection.author_id),
    ),
    Kept(
        code="letters",
        name=LETTERS,
        term=BY_LAW,
        fate=Fate.BY_LAW,
        told=select(
            *(REQUEST, Letter.kind, Letter.written_at, Letter.addressee),
            *(LetterText.language, LetterText.subject, LetterText.paragraphs),
        )
        .join_from(Letter, SupportRequest)
        .join(LetterText, LetterText.letter_id == Letter.id),
        points=(SupportRequest.author_id,),
    ),
)
