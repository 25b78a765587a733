"""What we say to a volunteer whom a task fits. It can wait: the reader decides when it is mailed."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import speaking
from app.notifications.models import Topic
from app.notifications.service import News, tell
from app.volunteering.models import VolunteerTask


def ask_volunteer(person: User, task: VolunteerTask) -> None:
    """A task fits what you like to do: look whether you want to join."""
    with speaking(person.language):
        paragraphs = [
            _(
                "Ze zoeken nog mensen voor “%(title)s”. Dat past bij wat je graag doet.",
                title=task.title,
            ),
            _("Je hoeft niets te doen. De organisator weet niet dat we jou vragen."),
            _("Past dit niet? Kies dan bij Mijn gegevens opnieuw wat je graag doet."),
        ]
        tell(
            person,
            _("Is dit iets voor jou? %(title)s", title=task.title),
            "\n\n".join(map(str, paragraphs)),
            link=url_for("volunteering.show", task_id=task.id),
            link_label=_("Bekijk de klus"),
            why=_("Je krijgt deze mail omdat we je mogen vragen voor klussen die passen."),
            news=News(Topic.INVITATIONS, task.initiative.title),
        )
