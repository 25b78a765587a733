"""What the log calls requests, objections, and what was done with them."""

from flask_babel import lazy_gettext as _l

from app.audit.words import Kind
from app.support.lifecycle import RequestState
from app.support.objections import ObjectionState

OF_SUPPORT = {
    "support_requests": Kind(
        _l("vraag om hulp"),
        RequestState,
        {
            "start": _l("Begon een vraag om hulp"),
            "change_needs": _l("Veranderde wat er nodig is"),
            "plan_money": _l("Veranderde de begroting"),
            "explain": _l("Veranderde de uitleg"),
            "hand_over": _l("Gaf de vraag aan een collega"),
            "ask_view": _l("Vroeg het team om een reactie"),
            "give_view": _l("Bewaarde de reactie van het team"),
            "destroy": _l("Vernietigde het dossier"),
            "extend": _l("Nam meer tijd voor het antwoord"),
            "extend_proposed": _l("Nam meer tijd voor het antwoord"),
        },
    ),
    "objections": Kind(
        _l("bezwaar"),
        ObjectionState,
        {
            "make": _l("Maakte bezwaar"),
            "postpone": _l("Nam meer tijd voor het bezwaar"),
            "postpone_heard": _l("Nam meer tijd voor het bezwaar"),
        },
    ),
}
