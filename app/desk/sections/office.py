"""What waits for a moderator, and where an administrator finds the tools."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.desk.items import Item, Link, Section
from app.desk.remembered import remembered
from app.desk.sections.words import since
from app.moderation.queries import Queue
from app.notifications.paper import Waiting
from app.reports.queries import Reported


@remembered
def moderation(queue: Queue) -> Section:
    """Show how many texts wait and since when the longest."""
    waiting = Item(
        title=ngettext("%(num)s tekst wacht", "%(num)s teksten wachten", queue.number),
        href=url_for("moderation.queue"),
        facts=(
            _("De langste: %(since)s", since=since(queue.since)),
            _("Hierna: lees de teksten en zeg ja of nee."),
        ),
        due=queue.promised_on,
        waits=True,
    )
    return Section(
        code="moderatie",
        title=_("Teksten controleren"),
        empty=_("Er wacht geen tekst op je."),
        items=(waiting,) if queue.number else (),
        counted=queue.number,
    )


@remembered
def reports(waiting: Reported) -> Section:
    """Show how many reports wait and since when the longest."""
    item = Item(
        title=ngettext("%(num)s melding wacht", "%(num)s meldingen wachten", waiting.number),
        href=url_for("reports.queue"),
        facts=(
            _("De langste: %(since)s", since=since(waiting.since)),
            _("Hierna: kijk of de tekst mag blijven staan."),
        ),
        waits=True,
    )
    return Section(
        code="meldingen",
        title=_("Gemelde teksten"),
        items=(item,) if waiting.number else (),
        links=(Link(_("Gemelde teksten"), url_for("reports.queue")),),
        counted=waiting.number,
    )


@remembered
def administration(*, administers: bool, reads_log: bool) -> Section:
    """Show the tools of an administrator and of who reads the log."""
    tools = (
        Link(_("Rollen van medewerkers"), url_for("accounts.roles")),
        Link(_("Aanbod van hulp"), url_for("support.keep")),
        Link(_("Budgetten"), url_for("support.keep_budgets")),
        Link(_("Wijkteams"), url_for("capacity.keep")),
    )
    log = Link(_("Logboek"), url_for("audit.log"))
    return Section(
        code="beheer",
        title=_("Beheer"),
        items=(),
        links=(*(tools if administers else ()), *((log,) if reads_log else ())),
    )


@remembered
def residents(waiting: Waiting) -> Section:
    """Show what waits to be brought to residents without e-mail, and where plans are written down."""
    letters = Item(
        title=ngettext("%(num)s bericht wacht", "%(num)s berichten wachten", waiting.number),
        href=url_for("notifications.by_post"),
        facts=(
            _("De langste: %(since)s", since=since(waiting.since)),
            _("Hierna: stuur een brief, of bel."),
        ),
        waits=True,
    )
    return Section(
        code="voor-bewoners",
        title=_("Bel of schrijf: bewoners zonder e-mail"),
        items=(letters,) if waiting.number else (),
        links=(
            Link(_("Plannen voor bewoners"), url_for("initiatives.assisted_plans")),
            Link(_("Bel of schrijf"), url_for("notifications.by_post")),
        ),
        counted=waiting.number,
    )
