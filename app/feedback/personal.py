"""What is kept of a person who was asked how a plan went."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import Fate, Kept
from app.feedback.models import Ask
from app.initiatives.models import Initiative

KEPT = (
    Kept(
        code="feedback",
        name=_l("Hoe een plan ging, volgens jou"),
        term=_l("Drie weken. Daarna tellen we het antwoord zonder je naam."),
        fate=Fate.GOES,
        told=select(
            Initiative.title.label("initiative"), Ask.verdict, Ask.until.label("answer_by")
        ).join_from(Ask, Initiative),
        points=(Ask.user_id,),
    ),
)
