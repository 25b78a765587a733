"""Read the bands: what the municipality set, and for the rest what we deliver."""

from sqlalchemy import select

from app.core.db import db
from app.support.bands import DEFAULTS, Band, BandCode, BandRule


def bands() -> list[Band]:
    """Return every band, the smallest amounts first; one statement."""
    changed = {rule.code: rule.band for rule in db.session.scalars(select(BandRule))}
    return [changed.get(band.code, band) for band in DEFAULTS]


def band_of(cents: int) -> Band:
    """Return the band that an amount falls in."""
    return next(band for band in bands() if band.up_to_cents is None or cents <= band.up_to_cents)


def rule_of(code: BandCode) -> BandRule | None:
    """Return how the municipality changed a band; ``None`` when it did not."""
    return db.session.scalar(select(BandRule).where(BandRule.code == code))
