"""What we say to colleagues about destruction lists."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.accounts.models import User
from app.accounts.roles import Permission
from app.archive import rules
from app.archive.models import DestructionList
from app.core.speech import to_each
from app.notifications.service import tell


def _others(one: DestructionList) -> list[User]:
    holders = accounts.holders_of(Permission.ARCHIVE)
    return [person for person in holders if rules.approve(person, one)]


@to_each(_others)
def ready(reader: User, one: DestructionList) -> None:
    """Ask who may say yes to a list to look at it."""
    tell(
        reader,
        _("Een vernietigingslijst wacht op je akkoord"),
        _(
            "Op de lijst staan %(number)s dossiers die over hun bewaartijd zijn. Kijk ze na. Ben je het"
            " eens met de lijst? Dan worden de dossiers vernietigd.",
            number=len(one.going),
        ),
        link=url_for("archive.show", list_id=one.id),
        link_label=_("Bekijk de lijst"),
    )
