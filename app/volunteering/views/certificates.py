"""Certificates of help: for the volunteer, for organisers, and for whoever holds the paper."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound, OutOfDate
from app.core.paging import page_of
from app.core.permissions import authorize
from app.core.speech import DEFAULT, speaking
from app.initiatives import queries as initiatives
from app.initiatives import rules as of_plans
from app.volunteering import queries, rules, service, words
from app.volunteering.forms.certificates import CertificateForm, CodeForm
from app.volunteering.paper import grouped, paper_of, typed
from app.volunteering.views.blueprint import bp
from app.web import face, files, pdf
from app.web.pieces import piece
from app.web.throttle import limiter, was_refused

PIECES = "volunteering/sheet.html"
STYLE = face.STATIC / "css" / "certificate.css"
FILES = "60 per hour"  # for one network; one that was not asked for before takes about 170 ms
GUESSES = "30 per hour"  # of codes that do not exist, for one network


@bp.route("/initiatieven/<int:initiative_id>/bewijs", methods=["GET", "POST"])
def certify(initiative_id: int) -> ResponseReturnValue:
    """Ask for a certificate of what one did for a plan."""
    initiative = initiatives.found(current_user, initiative_id)
    helped = queries.helped(current_user, initiative) if initiative.is_public else None
    if helped is None:
        raise NotFound(_("Er staan nog geen uren van jou bij dit plan."))
    form = CertificateForm.from_request(name=current_user.name)
    if form.accepted():
        made = service.make_certificate(initiative, form.name.data or "", by=current_user)
        return redirect(url_for(".certificate", certificate_id=made.id), 303)
    page = render_template(
        "volunteering/certify.html", form=form, initiative=initiative, helped=helped, words=words
    )
    return page, form.status


@bp.get("/bewijzen/<int:certificate_id>")
def certificate(certificate_id: int) -> str:
    """Show a certificate to whose it is, and to who organises what it is about."""
    found = queries.certificate_for(current_user, certificate_id)
    return render_template(
        "volunteering/certificate.html",
        certificate=found,
        paper=paper_of(found),
        is_own=rules.is_own_certificate(current_user, found),
        has_pdf=pdf.is_possible(),
    )


@bp.get("/bewijzen/<int:certificate_id>.pdf")
@limiter.limit(FILES)
def certificate_file(certificate_id: int) -> ResponseReturnValue:
    """Give the own certificate as PDF, in Dutch: who asks for it reads that."""
    found = queries.certificate_for(current_user, certificate_id)
    authorize(current_user, rules.is_own_certificate, found)
    if found.withdrawn_at is not None:
        raise OutOfDate(_("Dit bewijs is ingetrokken."))
    if not pdf.is_possible():
        return redirect(url_for(".certificate", certificate_id=found.id), 303)
    with speaking(DEFAULT):
        document = piece(PIECES, "document", paper_of(found), DEFAULT)
    style = [face.colours(current_app.config["THEME"]), STYLE.read_text()]
    content = pdf.pdf(str(document), "\n".join(style))
    return files.answer(content, "application/pdf", name=f"bewijs-{found.code}.pdf")


@bp.post("/bewijzen/<int:certificate_id>/intrekking")
def withdraw_certificate(certificate_id: int) -> ResponseReturnValue:
    """Let a certificate count no more."""
    found = queries.certificate_for(current_user, certificate_id)
    service.withdraw_certificate(found, by=current_user)
    flash(_("Het bewijs is ingetrokken. Wie de code intypt, leest dat het niet meer geldt."))
    return redirect(url_for(".certificate", certificate_id=found.id), 303)


@bp.get("/initiatieven/<int:initiative_id>/bewijzen")
def certificates(initiative_id: int) -> str:
    """Show organisers the certificates about their plan."""
    initiative = initiatives.found(current_user, initiative_id)
    authorize(current_user, of_plans.run_it, initiative)
    page = page_of(queries.certificates_about(initiative), request.args.get("na"))
    return render_template(
        "volunteering/certificates.html",
        initiative=initiative,
        page=page,
        page_url=lambda bookmark: url_for(
            ".certificates", initiative_id=initiative.id, na=bookmark
        ),
        words=words,
    )


@bp.route("/bewijs", methods=["GET", "POST"])
@limiter.limit(GUESSES, deduct_when=was_refused)
def check_code() -> ResponseReturnValue:
    """Ask whoever holds a paper for its code."""
    form = CodeForm.from_request()
    if form.accepted():
        code = typed(form.code.data or "")
        if queries.certificate_with(code) is not None:
            return redirect(url_for(".verify", code=grouped(code)), 303)
        form.code.errors = [_("Deze code kennen we niet. Kijk of je elke letter goed hebt.")]
    return render_template("volunteering/check_code.html", form=form), form.status


@bp.get("/bewijs/<code>")
@limiter.limit(GUESSES, deduct_when=was_refused)
def verify(code: str) -> str:
    """Tell whoever holds a paper whether it counts, and what it has to say."""
    found = queries.certificate_with(typed(code))
    if found is None:
        raise NotFound(_("Deze code kennen we niet. Kijk of je elke letter goed hebt."))
    return render_template("volunteering/verify.html", certificate=found, paper=paper_of(found))
