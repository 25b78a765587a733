"""What moderation keeps of a person: how their texts were judged."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import WITH_SITE, Fate, Kept
from app.moderation.models import Review

KEPT = (
    Kept(
        code="reviews",
        name=_l("Hoe we je teksten bekeken"),
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            *(Review.title, Review.state, Review.flags, Review.is_appeal, Review.rule),
            *(Review.reason, Review.plea, Review.submitted_at, Review.decided_at),
        ),
        points=(Review.author_id,),
    ),
)
