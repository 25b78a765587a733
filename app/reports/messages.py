"""What we say to who reported something; never to anybody else who that was."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import to_each
from app.notifications import service as notifications
from app.reports import queries
from app.reports.lifecycle import ReportState
from app.reports.models import ContentReport


def _reporter(report: ContentReport) -> list[User | ContentReport]:
    """Return who hears of a report: an account, or an address that was confirmed."""
    if report.user is not None:
        return [] if report.user.is_erased else [report.user]
    return [report] if report.email and report.confirmed_at else []


def _address(report: ContentReport) -> list[ContentReport]:
    return [report]


@to_each(_address)
def ask_to_confirm(_reader: ContentReport, report: ContentReport) -> None:
    """Ask a visitor whether the address is theirs."""
    notifications.mail(
        report.email,
        _("Bevestig je melding"),
        _(
            "Iemand meldde iets op deze site met dit e-mailadres. Was jij dat? Open dan de link en druk"
            " op de knop. Daarna telt je melding mee, en hoor je wat we ermee deden.\n\nWas jij het"
            " niet? Dan hoef je niets te doen. We wissen dit adres na 30 dagen."
        ),
        link=url_for("reports.outcome", key=queries.key_of(report)),
        link_label=_("Bevestig je melding"),
        why=_("Je krijgt deze mail omdat iemand dit e-mailadres invulde bij een melding."),
    )


@to_each(_reporter)
def tell_outcome(reader: User | ContentReport, report: ContentReport) -> None:
    """Say what a moderator decided, and how to ask for another look."""
    subject = _("Je melding over %(title)s", title=report.title)
    link = url_for("reports.outcome", key=queries.key_of(report))
    label, why = _("Bekijk je melding"), _("Je krijgt deze mail omdat je iets meldde op deze site.")
    if isinstance(reader, User):
        notifications.tell(reader, subject, _said(report), link=link, link_label=label, why=why)
    else:
        notifications.mail(
            report.email, subject, _said(report), link=link, link_label=label, why=why
        )


def _said(report: ContentReport) -> str:
    if report.state is ReportState.UPHELD:
        return str(
            _("Een moderator keek naar je melding. De tekst staat niet meer op de site. Bedankt.")
        )
    if report.state is ReportState.GONE:
        return str(
            _("Wat je meldde, staat niet meer op de site. We hoefden niets meer te doen. Bedankt.")
        )
    looked = _(
        "Een moderator keek naar je melding. De tekst mag blijven staan. Bedankt dat je het zei."
    )
    again = _(
        "Ben je het er niet mee eens? Vraag dan één keer om een nieuwe blik. Een andere moderator kijkt dan."
    )
    return "\n\n".join([looked] if report.asked_again_at else [looked, again])
