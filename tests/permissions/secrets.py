"""Words that stand in one place each, and who may read them: nobody else meets them on any page."""

from enum import StrEnum

ORGANISERS = {"owner", "team", "board"}
COORDINATOR, MODERATOR = {"coordinator"}, {"moderator"}
HELPERS = {"community worker", "coordinator"}
DECIDERS = {"adviser", "council member", "decision maker", "coordinator"}


class Secret(StrEnum):
    """What is not for everybody, as a word that nothing else on the site has."""

    DRAFT = "qdraft"
    WAITING = "qwaiting"
    HIDDEN = "qhidden"
    NOTE = "qnote"
    CONCERN = "qconcern"
    RETURNED_QUESTION = "qquestion"
    RETURNED_RESPONSE = "qresponse"
    MESSAGE = "qmessage"
    DRAFT_REQUEST = "qrequest"
    COSTS = "qcosts"
    SUPPLEMENT = "qsupplement"
    ADVICE = "qadvice"
    LETTER = "qletter"
    OBJECTION = "qobjection"
    BY_POST = "qpost"
    REPORT = "qreport"
    HOME_OF_GREET = "Molenstraat 12"
    MAIL_OF_YARA = "yara@voorbeeld.example"
    MAIL_OF_ANNA = "anna@voorbeeld.example"
    MAIL_OF_NOOR = "noor@voorbeeld.example"


READERS: dict[Secret, set[str]] = {
    Secret.DRAFT: ORGANISERS | COORDINATOR | MODERATOR,
    Secret.WAITING: ORGANISERS | COORDINATOR | MODERATOR,
    Secret.HIDDEN: ORGANISERS | COORDINATOR | MODERATOR,
    Secret.NOTE: ORGANISERS | COORDINATOR | {"volunteer"},
    Secret.CONCERN: ORGANISERS | COORDINATOR | {"neighbour"},
    Secret.RETURNED_QUESTION: ORGANISERS | MODERATOR | {"neighbour"},
    Secret.RETURNED_RESPONSE: MODERATOR | {"professional"},
    Secret.MESSAGE: {"neighbour"},
    Secret.DRAFT_REQUEST: ORGANISERS,
    Secret.COSTS: ORGANISERS | DECIDERS,
    Secret.SUPPLEMENT: ORGANISERS | DECIDERS,
    Secret.ADVICE: DECIDERS,
    Secret.LETTER: ORGANISERS | DECIDERS,
    Secret.OBJECTION: ORGANISERS | DECIDERS,
    Secret.BY_POST: HELPERS,
    Secret.REPORT: MODERATOR | {"neighbour"},
    Secret.HOME_OF_GREET: HELPERS,
    Secret.MAIL_OF_YARA: {"volunteer"},
    Secret.MAIL_OF_ANNA: {"owner"},
    Secret.MAIL_OF_NOOR: {"neighbour"},
}
