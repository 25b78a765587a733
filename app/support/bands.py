"""Bands of amounts: the more money a team asks, the more the form asks, and the more it tells afterwards."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.choices import Choice
from app.core.db import Base


class BandCode(Choice):
    """The bands, from the smallest amounts up; the last one has no highest amount."""

    A = "a", _l("Klasse A")
    B = "b", _l("Klasse B")
    C = "c", _l("Klasse C")
    D = "d", _l("Klasse D")


class Asks(Choice):
    """What the form asks about an amount."""

    AMOUNT = "amount", _l("Alleen het bedrag")
    COSTS = "costs", _l("Een lijst van kosten")
    PLAN = "plan", _l("Een plan, een lijst van kosten, en wie de rest betaalt")
    DESK = "desk", _l("Niets: het subsidieloket helpt de vrager")


class Identity(Choice):
    """How sure we want to be who asks."""

    SIGNED_IN = "signed_in", _l("Inloggen is genoeg")
    AGAIN = "again", _l("Nog een keer inloggen, vlak voor het versturen")


class Accounting(Choice):
    """What a team tells about the money afterwards (Awb 4:37)."""

    NONE = "none", _l("Niets: het bedrag staat meteen vast")
    REPORT = "report", _l("Een verslag")
    RECEIPTS = "receipts", _l("Een verslag en foto's van de bonnetjes")


@dataclass(frozen=True)
class Band:
    """What holds for amounts up to ``up_to_cents``; ``version`` is 0 as long as nobody changed it."""

    code: BandCode
    up_to_cents: int | None
    asks: Asks
    identity: Identity
    term_days: int
    accounting: Accounting
    version: int = 0


DEFAULTS = (
    Band(BandCode.A, 500_00, Asks.AMOUNT, Identity.SIGNED_IN, 14, Accounting.NONE),
    Band(BandCode.B, 5_000_00, Asks.COSTS, Identity.SIGNED_IN, 28, Accounting.NONE),
    Band(BandCode.C, 20_000_00, Asks.PLAN, Identity.AGAIN, 56, Accounting.RECEIPTS),
    Band(BandCode.D, None, Asks.DESK, Identity.AGAIN, 56, Accounting.RECEIPTS),
)


class BandRule(Base):
    """A band as this municipality set it; one that nobody changed has no row."""

    __tablename__ = "bands"
    __table_args__ = (
        CheckConstraint("up_to_cents > 0", name="positive"),
        CheckConstraint("(up_to_cents is null) = (code = 'd')", name="last_has_no_end"),
        CheckConstraint("term_days between 1 and 56", name="within_the_law"),  # Awb 4:13
    )

    code: Mapped[BandCode] = mapped_column(unique=True)
    up_to_cents: Mapped[int | None]
    asks: Mapped[Asks]
    identity: Mapped[Identity]
    term_days: Mapped[int]
    accounting: Mapped[Accounting]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def band(self) -> Band:
        """What it says, as a value."""
        return Band(
            *(self.code, self.up_to_cents, self.asks, self.identity, self.term_days),
            *(self.accounting, self.version),
        )
