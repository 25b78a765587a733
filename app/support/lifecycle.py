"""The life of a support request, from question to decision."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class RequestState(Choice):
    """Where a support request stands."""

    DRAFT = "draft", _l("Concept")
    SUBMITTED = "submitted", _l("Ontvangen")
    IN_ASSESSMENT = "in_assessment", _l("In behandeling")
    INCOMPLETE = "incomplete", _l("Wacht op het team")
    PROPOSED = "proposed", _l("Voorstel ligt klaar")
    GRANTED = "granted", _l("Goedgekeurd")
    PARTLY_GRANTED = "partly_granted", _l("Deels goedgekeurd")
    REFUSED = "refused", _l("Afgewezen")
    NOT_CONSIDERED = "not_considered", _l("Niet in behandeling genomen")
    WITHDRAWN = "withdrawn", _l("Ingetrokken")


OPEN = {
    RequestState.SUBMITTED,
    RequestState.IN_ASSESSMENT,
    RequestState.INCOMPLETE,
    RequestState.PROPOSED,
}
DECIDED = {
    RequestState.GRANTED,
    RequestState.PARTLY_GRANTED,
    RequestState.REFUSED,
    RequestState.NOT_CONSIDERED,
}
GIVEN = {RequestState.GRANTED, RequestState.PARTLY_GRANTED}

LIFE = Lifecycle(
    RequestState.DRAFT,
    [
        ("submit", {RequestState.DRAFT}, RequestState.SUBMITTED),
        ("assess", {RequestState.SUBMITTED}, RequestState.IN_ASSESSMENT),
        ("put_back", {RequestState.IN_ASSESSMENT}, RequestState.SUBMITTED),
        ("ask_supplement", {RequestState.IN_ASSESSMENT}, RequestState.INCOMPLETE),
        ("supplement", {RequestState.INCOMPLETE}, RequestState.IN_ASSESSMENT),
        ("go_on", {RequestState.INCOMPLETE}, RequestState.IN_ASSESSMENT),
        ("not_consider", {RequestState.INCOMPLETE}, RequestState.NOT_CONSIDERED),
        ("extend", {RequestState.IN_ASSESSMENT}, RequestState.IN_ASSESSMENT),
        ("propose", {RequestState.IN_ASSESSMENT}, RequestState.PROPOSED),
        ("extend_proposed", {RequestState.PROPOSED}, RequestState.PROPOSED),
        ("reconsider", {RequestState.PROPOSED}, RequestState.IN_ASSESSMENT),
        ("grant", {RequestState.PROPOSED}, RequestState.GRANTED),
        ("grant_partly", {RequestState.PROPOSED}, RequestState.PARTLY_GRANTED),
        ("refuse", {RequestState.IN_ASSESSMENT, RequestState.PROPOSED}, RequestState.REFUSED),
        ("grant_on_objection", DECIDED, RequestState.GRANTED),
        (
            "grant_partly_on_objection",
            DECIDED - {RequestState.GRANTED},
            RequestState.PARTLY_GRANTED,
        ),
        ("withdraw", {RequestState.DRAFT} | OPEN, RequestState.WITHDRAWN),
    ],
)
