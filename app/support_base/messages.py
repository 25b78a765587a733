"""What we say to the team of a plan about lists of paper."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.dates import date_words
from app.core.speech import to_each
from app.initiatives import queries as initiatives
from app.notifications.models import Topic
from app.notifications.service import News, tell
from app.support_base.models import PaperList


def _team(one: PaperList) -> list[User]:
    return initiatives.people_who_run(one.initiative)


@to_each(_team)
def counted(reader: User, one: PaperList) -> None:
    """Tell what stood on a list."""
    title = one.initiative.title
    _tell(
        reader,
        one,
        _("Een papieren lijst voor %(title)s is geteld", title=title),
        _(
            "Op de lijst van %(day)s (%(place)s) staan namen van buurtgenoten.\n\nVoor je plan: %(for_it)s."
            " Tegen je plan: %(against)s.\n\nWe bewaren alleen deze aantallen. Klopt er iets niet? Vraag het"
            " aan wie de lijst telde.",
            day=date_words(one.collected_on),
            place=one.place,
            for_it=one.in_favour,
            against=one.against,
        ),
    )


@to_each(_team)
def taken_back(reader: User, one: PaperList) -> None:
    """Tell that a list counts no more."""
    title = one.initiative.title
    _tell(
        reader,
        one,
        _("Een papieren lijst voor %(title)s telt niet meer mee", title=title),
        _(
            "De aantallen van de lijst van %(day)s (%(place)s) klopten niet. Daarom tellen ze niet meer mee.",
            day=date_words(one.collected_on),
            place=one.place,
        ),
    )


def _tell(reader: User, one: PaperList, subject: str, text: str) -> None:
    title = one.initiative.title
    tell(
        reader,
        subject,
        text,
        link=url_for("support_base.show", initiative_id=one.initiative_id),
        link_label=_("Bekijk wie voor en tegen is"),
        why=_("Je krijgt deze mail omdat je in het team van “%(title)s” zit.", title=title),
        news=News(Topic.PLANS, title),
    )
