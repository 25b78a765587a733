"""The life of a report: nothing is hidden by it, a moderator says what is right (ADR 42)."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice
from app.core.lifecycle import Lifecycle


class ReportState(Choice):
    """Where a report stands."""

    OPEN = "open", _l("We kijken ernaar")
    UPHELD = "upheld", _l("Van de site gehaald")
    DISMISSED = "dismissed", _l("Blijft staan")
    GONE = "gone", _l("Staat er niet meer")


REPORT_LIFE = Lifecycle(
    ReportState.OPEN,
    [
        ("uphold", {ReportState.OPEN}, ReportState.UPHELD),
        ("dismiss", {ReportState.OPEN}, ReportState.DISMISSED),
        ("close", {ReportState.OPEN}, ReportState.GONE),
        ("ask_again", {ReportState.DISMISSED}, ReportState.OPEN),
    ],
)
