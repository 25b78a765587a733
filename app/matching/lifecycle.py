"""The life of a round, from collecting needs to hours that are kept."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class RoundState(Choice):
    """Where a round stands."""

    OPEN = "open", _l("Verzamelt vragen")
    SOLVING = "solving", _l("Wordt berekend")
    PROPOSED = "proposed", _l("Voorstel ligt klaar")
    UNDER_REVIEW = "under_review", _l("Wordt bekeken")
    APPROVED = "approved", _l("Goedgekeurd")
    DISCARDED = "discarded", _l("Weggelegd")


RUNNING = {
    RoundState.OPEN,
    RoundState.SOLVING,
    RoundState.PROPOSED,
    RoundState.UNDER_REVIEW,
}
WITH_PLAN = {RoundState.PROPOSED, RoundState.UNDER_REVIEW}

ROUND_LIFE = Lifecycle(
    RoundState.OPEN,
    [
        ("solve", {RoundState.OPEN}, RoundState.SOLVING),
        ("propose", {RoundState.SOLVING}, RoundState.PROPOSED),
        ("stop", {RoundState.SOLVING}, RoundState.OPEN),
        ("review", {RoundState.PROPOSED}, RoundState.UNDER_REVIEW),
        ("approve", WITH_PLAN, RoundState.APPROVED),
        ("discard", RUNNING, RoundState.DISCARDED),
    ],
)
