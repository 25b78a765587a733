"""What we ask the people who took part in a plan."""

from flask import url_for
from flask_babel import gettext as _

from app.core.dates import date_words
from app.core.speech import speaking
from app.feedback.models import Ask
from app.notifications.models import Topic
from app.notifications.service import News, tell


def how_did_it_go(ask: Ask, secret: str) -> None:
    """Ask one person how it went; the question waits for the mail of the day."""
    title = ask.initiative.title
    with speaking(ask.user.language):
        tell(
            ask.user,
            _("Hoe ging het met %(title)s?", title=title),
            _(
                "Dit plan is klaar. Jij deed mee of steunde het. Hoe ging het?\n\nOpen de link en kies"
                " een van de drie gezichten. Dat kan tot en met %(day)s. We laten niemand zien wat jij"
                " koos: we tellen alleen de antwoorden.",
                day=date_words(ask.until),
            ),
            link=url_for("feedback.show", secret=secret),
            link_label=_("Zeg hoe het ging"),
            why=_(
                "Je krijgt deze mail omdat je meedeed aan “%(title)s” of het steunde.", title=title
            ),
            news=News(Topic.PLANS, title),
        )
