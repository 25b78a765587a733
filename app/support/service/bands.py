"""Keep the bands of amounts, and hold a request to the one that it falls in."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.money import euros
from app.core.permissions import authorize
from app.core.turns import take_turn
from app.support import band_words, queries, rules
from app.support.bands import Asks, Band, BandRule, Identity
from app.support.models import SupportRequest

LEAST_PLAN = 200  # characters of a plan


def change_band(plan: Band, *, by: User) -> None:
    """Set a band; requests that were sent in keep what held for them.

    Raises ``OutOfDate`` when somebody changed it since ``plan.version``, and ``Refused`` at the
    field ``up_to_cents`` for an amount that does not lie between those of its neighbours.
    """
    authorize(by, rules.keep_catalogue)
    take_turn("support.bands")
    rule = queries.rule_of(plan.code)
    if (rule.version if rule else 0) != plan.version:
        raise OutOfDate(_("Iemand anders heeft dit net veranderd. Kijk eerst wat er nu staat."))
    _check_order(plan)
    if rule is None:
        rule = BandRule(code=plan.code)
        db.session.add(rule)
    rule.up_to_cents, rule.asks, rule.identity = plan.up_to_cents, plan.asks, plan.identity
    rule.term_days, rule.accounting = plan.term_days, plan.accounting
    record(by, "bands.change", rule)


def expect_portal(asked: int) -> None:
    """Refuse an amount that is for the subsidy desk."""
    band = queries.band_of(asked)
    if band.asks is Asks.DESK:
        raise Refused(band_words.way_to_desk(), field="asked")


def expect_plan(request: SupportRequest, text: str) -> None:
    """Refuse an explanation that is no plan, where the amount asks for one."""
    if not _has_plan(request, text):
        raise Refused(
            _(
                "Voor dit bedrag hebben we een plan nodig. Vertel wat je doet, wanneer, met wie, en "
                "wat de buurt eraan heeft. Gebruik minstens %(least)s tekens.",
                least=LEAST_PLAN,
            ),
            field="text",
        )


def is_explained(request: SupportRequest) -> bool:
    """Tell whether a request says why, as fully as its amount asks."""
    return bool(request.explanation) and _has_plan(request, request.explanation)


def asks_to_sign_in_again(request: SupportRequest) -> bool:
    """Tell whether who sends this request signs in once more."""
    return request.asks_money and queries.band_of(request.asked_cents).identity is Identity.AGAIN


def keep_band(request: SupportRequest) -> Band | None:
    """Keep with a request what holds for its amount now; ``None`` without a question for money."""
    if not request.asks_money:
        return None
    band = queries.band_of(request.asked_cents)
    request.band, request.accounting = band.code, band.accounting
    return band


def _has_plan(request: SupportRequest, text: str) -> bool:
    if not request.asks_money or queries.band_of(request.asked_cents).asks is not Asks.PLAN:
        return True
    return len(text.strip()) >= LEAST_PLAN


def _check_order(plan: Band) -> None:
    if plan.up_to_cents is None:
        return
    others = [band for band in queries.bands() if band.code is not plan.code]
    below = [one.up_to_cents or 0 for one in others if one.code.value < plan.code.value]
    above = [one.up_to_cents for one in others if one.code.value > plan.code.value]
    least, most = max(below, default=0), min(filter(None, above), default=None)
    if plan.up_to_cents <= least:
        raise Refused(
            _("Vul een bedrag in van meer dan %(amount)s.", amount=euros(least)),
            field="up_to_cents",
        )
    if most is not None and plan.up_to_cents >= most:
        raise Refused(
            _("Vul een bedrag in van minder dan %(amount)s.", amount=euros(most)),
            field="up_to_cents",
        )
