"""What waits for a moderator, and where an administrator finds the tools."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.accounts.roles import Permission
from app.desk.items import Item, Link, Section
from app.desk.queries import staff as queries
from app.desk.sections.words import since


def moderation(person: User) -> Section:
    """Show how many texts wait and since when the longest."""
    queue = queries.queue_of(person)
    waiting = Item(
        title=ngettext("%(num)s tekst wacht", "%(num)s teksten wachten", queue.number),
        href=url_for("moderation.queue"),
        facts=[
            _("De langste: %(since)s", since=since(queue.since)),
            _("Hierna: lees de teksten en zeg ja of nee."),
        ],
        due=queue.promised_on,
        waits=True,
    )
    return Section(
        code="moderatie",
        title=_("Teksten controleren"),
        empty=_("Er wacht geen tekst op je."),
        items=[waiting] if queue.number else [],
        counted=queue.number,
    )


def administration(person: User) -> Section:
    """Show the tools of an administrator and of who reads the log."""
    links = []
    if person.may(Permission.ADMINISTER):
        links = [
            Link(_("Rollen van medewerkers"), url_for("accounts.roles")),
            Link(_("Aanbod van hulp"), url_for("support.keep")),
            Link(_("Wijkteams"), url_for("capacity.keep")),
        ]
    if person.may(Permission.READ_AUDIT):
        links.append(Link(_("Logboek"), url_for("audit.log")))
    return Section(code="beheer", title=_("Beheer"), items=[], links=links)
