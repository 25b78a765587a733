"""Report a text, with or without an account, and hear what became of it."""

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound, Refused
from app.initiatives import queries as initiatives
from app.reports import queries, service, subjects
from app.reports.forms import AgainForm, ReportForm
from app.reports.models import ContentReport
from app.reports.views.blueprint import bp
from app.web.throttle import limiter

WRITES = "20 per hour"  # reports from one network


@bp.route("/initiatieven/<int:initiative_id>/melden", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def create(initiative_id: int) -> ResponseReturnValue:
    """Choose a text of a plan and say what is wrong with it."""
    initiative = initiatives.found(current_user, initiative_id)
    if not initiative.is_public:
        raise NotFound(_("Dit plan staat niet op de site. Er is niets te melden."))
    things = list(subjects.things_of(initiative))
    form = ReportForm.about(things, request.args.get("wat", things[0].code), by=current_user)
    if form.accepted():
        subject = next(one.subject for one in things if one.code == form.what.data)
        try:
            made = service.report(subject, by=current_user, **form.told)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_thanks(made))
            return redirect(url_for("initiatives.show", initiative_id=initiative.id), 303)
    page = render_template(
        "reports/create.html", initiative=initiative, form=form, hours=queries.hours_until_a_look()
    )
    return page, form.status


@bp.get("/melding/<key>")
def outcome(key: str) -> Response:
    """Show what became of a report to who has the link of the mail."""
    return _page(queries.behind(key), key, AgainForm.from_request())


@bp.post("/melding/<key>/bevestig")
def confirm(key: str) -> ResponseReturnValue:
    """Let a report count: a mail scanner that opens the link presses no button."""
    service.confirm(queries.behind(key))
    flash(_("Bedankt. Je melding telt mee. We mailen je wat we ermee deden."))
    return redirect(url_for(".outcome", key=key), 303)


@bp.post("/melding/<key>/nieuwe-blik")
@limiter.limit(WRITES)
def ask_again(key: str) -> ResponseReturnValue:
    """Ask another moderator to look, once."""
    report, form = queries.behind(key), AgainForm.from_request()
    if not form.accepted():
        return _page(report, key, form)
    service.ask_again(report, form.why.data or "")
    flash(_("Een andere moderator kijkt nog eens. Je krijgt bericht."))
    return redirect(url_for(".outcome", key=key), 303)


def _page(report: ContentReport, key: str, form: AgainForm) -> Response:
    page = render_template("reports/outcome.html", report=report, key=key, form=form)
    answer = make_response(page, form.status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _thanks(report: ContentReport) -> str:
    if report.email:
        return str(_("Bedankt voor je melding. Kijk in je mail: bevestig daar je e-mailadres."))
    if report.user_id:
        return str(_("Bedankt voor je melding. Een moderator kijkt ernaar. Je krijgt bericht."))
    return str(_("Bedankt voor je melding. Een moderator kijkt ernaar."))
