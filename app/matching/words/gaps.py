"""Why the list is empty: a sentence for each thing that is missing in the municipality."""

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.matching.engine.explain import Explanation


def nobody(reason: Explanation) -> str:
    """Return the sentence of a reason that ``explain.why_nobody`` gave."""
    if reason.code == "no_supply":
        return str(_("Er staat nog geen aanbod in het portaal."))
    if reason.code == "no_kind":
        return str(_("Niemand biedt dit nu aan."))
    return f"{_possibilities(reason.facts['supplies'])} {BUT[reason.code]}"


def _possibilities(count: int) -> str:
    return str(ngettext("Er is %(num)s mogelijkheid,", "Er zijn %(num)s mogelijkheden,", count))


BUT: dict[str, LazyString] = {
    "several": _l("maar er past steeds meer dan één ding niet."),
    "only_area": _l("maar niet in dit gebied."),
    "only_expertise": _l("maar zonder de kennis die nodig is."),
    "only_language": _l("maar niet in de taal die nodig is."),
    "only_period": _l("maar niet in deze periode."),
    "only_hours": _l("maar met te weinig vrije uren."),
    "only_budget": _l("maar met te weinig geld."),
    "only_ceiling": _l("maar voor een lager bedrag."),
    "only_pieces": _l("maar met te weinig stuks."),
    "only_conditions": _l("maar het plan voldoet nog niet aan de voorwaarden."),
    "only_legal_basis": _l("maar de gemeente heeft er geen regels voor."),
    "only_conflict": _l("maar wie om hulp vraagt, hoort er zelf bij."),
    "only_declined": _l("maar daar kwam al een nee."),
    "only_withdrawn": _l("maar het aanbod is ingetrokken."),
}
