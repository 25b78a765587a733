"""The life of an initiative, and of the short texts around it: states and steps."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class State(Choice):
    """Where an initiative stands."""

    DRAFT = "draft", _l("Concept")
    SUBMITTED = "submitted", _l("Ingestuurd")
    CHANGES_REQUESTED = "changes_requested", _l("Vraag om aanpassing")
    REJECTED = "rejected", _l("Niet geplaatst")
    PUBLISHED = "published", _l("Geplaatst")
    EXPLORING = "exploring", _l("Verkennen")
    PREPARING = "preparing", _l("Voorbereiden")
    RUNNING = "running", _l("Bezig")
    COMPLETED = "completed", _l("Klaar")
    PAUSED = "paused", _l("Even gestopt")
    STOPPED = "stopped", _l("Gestopt")
    ARCHIVED = "archived", _l("Gearchiveerd")


ACTIVE = {State.PUBLISHED, State.EXPLORING, State.PREPARING, State.RUNNING}
ENDED = {State.COMPLETED, State.STOPPED}
PUBLIC = ACTIVE | ENDED | {State.PAUSED}
UNDER_REVIEW = {State.SUBMITTED, State.CHANGES_REQUESTED, State.REJECTED}

LIFE = Lifecycle(
    State.DRAFT,
    [
        ("submit", {State.DRAFT, State.CHANGES_REQUESTED}, State.SUBMITTED),
        ("request_changes", {State.SUBMITTED}, State.CHANGES_REQUESTED),
        ("reject", {State.SUBMITTED}, State.REJECTED),
        ("appeal", {State.REJECTED}, State.SUBMITTED),
        ("publish", {State.SUBMITTED}, State.PUBLISHED),
        ("explore", {State.PUBLISHED}, State.EXPLORING),
        ("prepare", {State.PUBLISHED, State.EXPLORING}, State.PREPARING),
        ("run", {State.PUBLISHED, State.EXPLORING, State.PREPARING}, State.RUNNING),
        ("complete", {State.RUNNING}, State.COMPLETED),
        ("pause", ACTIVE, State.PAUSED),
        ("resume", {State.PAUSED}, State.EXPLORING),
        ("stop", ACTIVE | {State.PAUSED}, State.STOPPED),
        ("archive", ENDED | {State.REJECTED, State.CHANGES_REQUESTED}, State.ARCHIVED),
    ],
)


class TextState(Choice):
    """Where a short text stands: an update, a question, an answer, a new version, a task."""

    WAITING = "waiting", _l("Wacht op controle")
    PUBLISHED = "published", _l("Geplaatst")
    RETURNED = "returned", _l("Vraag om aanpassing")
    REJECTED = "rejected", _l("Niet geplaatst")
    WITHDRAWN = "withdrawn", _l("Ingetrokken")


TEXT_LIFE = Lifecycle(
    TextState.WAITING,
    [
        ("publish", {TextState.WAITING}, TextState.PUBLISHED),
        ("request_changes", {TextState.WAITING}, TextState.RETURNED),
        ("reject", {TextState.WAITING}, TextState.REJECTED),
        ("resubmit", {TextState.RETURNED}, TextState.WAITING),
        ("revise", {TextState.PUBLISHED}, TextState.WAITING),
        ("take_down", {TextState.PUBLISHED}, TextState.REJECTED),
        ("appeal", {TextState.REJECTED}, TextState.WAITING),
        (
            "withdraw",
            {TextState.WAITING, TextState.RETURNED, TextState.PUBLISHED},
            TextState.WITHDRAWN,
        ),
    ],
)


class AssistedState(Choice):
    """Where a plan stands that somebody of the staff writes down for a resident."""

    WRITING = "writing", _l("Wordt ingevuld")
    ASKED = "asked", _l("Wacht op de bewoner")
    CONFIRMED = "confirmed", _l("Bevestigd door de bewoner")


ASSISTED_LIFE = Lifecycle(
    AssistedState.WRITING,
    [
        ("ask", {AssistedState.WRITING, AssistedState.ASKED}, AssistedState.ASKED),
        ("write_on", {AssistedState.WRITING, AssistedState.ASKED}, AssistedState.WRITING),
        ("confirm", {AssistedState.ASKED}, AssistedState.CONFIRMED),
    ],
)
