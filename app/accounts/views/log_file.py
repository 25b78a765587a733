"""The log as a file, for an auditor who just signed in."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import service
from app.accounts.service.log_file import MOST
from app.accounts.step_up import just_signed_in
from app.accounts.views.blueprint import bp
from app.audit.choice import Choice
from app.core import clock
from app.web.csv import csv_file
from app.web.forms import PortalForm
from app.web.throttle import limiter

FILES = "60 per hour"  # for one network


@bp.route("/beheer/logboek/bestand", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_log_file() -> ResponseReturnValue:
    """Say what will be in the file; POST gives it, and writes in the log who took it."""
    choice, form = Choice.from_address(), PortalForm()
    if not form.accepted():
        back = url_for("audit.log", **choice.arguments)
        page = render_template("accounts/take_log.html", form=form, back=back, most=MOST)
        return page, form.status
    headings = [_("Wanneer"), _("Wie"), _("Wat"), _("Waarover"), _("Reden"), _("Vanaf")]
    return csv_file(f"logboek-{clock.today()}", headings, service.take_log(choice, by=current_user))
