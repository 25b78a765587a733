"""Plans that the staff write down for residents: begin, go on, ask, print the letter, and note the answer."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import looks
from app.core.errors import NotFound, Refused
from app.initiatives import queries, service
from app.initiatives.assisted import AssistedEntry, How
from app.initiatives.forms.assisting import AgreementForm
from app.initiatives.lifecycle import AssistedState
from app.initiatives.models import Registration
from app.initiatives.queries.words import answers_of, who_answers
from app.initiatives.views import draft
from app.initiatives.views.blueprint import Row, bp, unshared
from app.initiatives.views.resident_letter import letter_about
from app.web import files, letters, pdf
from app.web.throttle import limiter

FILES = "60 per hour"  # for one network; one that was not asked for before takes about 170 ms
GUESSES = "60 per hour"  # codes from one network


@bp.get("/voor-bewoners")
def assisted_plans() -> ResponseReturnValue:
    """Show the plans that wait for a resident."""
    plans = queries.plans_by_post(current_user)
    looks.note([plan.owner_id for plan in plans], looks.Why.HELP, by=current_user)
    page = render_template(
        "initiatives/assisted_plans.html", entries=queries.open_entries(current_user), plans=plans
    )
    return unshared(page)


@bp.post("/voor-bewoners/nieuw")
def begin_for_resident() -> ResponseReturnValue:
    """Begin a plan for a resident, on the pages that residents use."""
    draft.write_for_resident(service.begin_for_resident(by=current_user))
    return redirect(url_for(".what"), 303)


@bp.post("/voor-bewoners/opzij")
def lay_aside() -> ResponseReturnValue:
    """Leave the plan of a resident for later."""
    draft.stop_writing()
    return redirect(url_for(".assisted_plans"), 303)


@bp.route("/voor-bewoners/<int:entry_id>", methods=["GET", "POST"])
@limiter.limit(GUESSES, methods=["POST"])
def assisted_plan(entry_id: int) -> ResponseReturnValue:
    """Show a plan that waits for a resident; POST notes that the resident agreed."""
    entry, registration = queries.open_entry(current_user, entry_id)
    form = AgreementForm.from_request()
    if form.accepted():
        number, how = entry.initiative_id, How.of(form.how.data)
        try:
            service.note_agreement(entry, registration, how, form.letters, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Het plan is ingestuurd. Een moderator leest het."))
            return redirect(_after(number), 303)
    return _page(entry, registration, form)


@bp.get("/voor-bewoners/<int:entry_id>.pdf")
@limiter.limit(FILES)
def assisted_letter(entry_id: int) -> ResponseReturnValue:
    """Give the letter in which a resident without e-mail reads the plan and finds the code."""
    entry, registration = queries.open_entry(current_user, entry_id)
    if entry.state is not AssistedState.ASKED or registration.email:
        raise NotFound(_("Er is nu geen brief voor deze bewoner."))
    if not pdf.is_possible():
        return redirect(url_for(".assisted_plan", entry_id=entry.id), 303)
    content = letters.pdf_of(letter_about(entry, registration))
    return files.answer(content, "application/pdf", name=f"brief-plan-{entry.id}.pdf")


@bp.post("/voor-bewoners/<int:entry_id>/verder")
def write_on(entry_id: int) -> ResponseReturnValue:
    """Go on with a plan for a resident; a colleague who was writing stops."""
    entry, registration = queries.open_entry(current_user, entry_id)
    service.write_on(entry, registration, by=current_user)
    draft.write_for_resident(registration)
    return redirect(draft.way_on(registration), 303)


@bp.post("/voor-bewoners/<int:entry_id>/vraag")
def ask_again(entry_id: int) -> ResponseReturnValue:
    """Mail the resident once more; the earlier link works no more."""
    _entry, registration = queries.open_entry(current_user, entry_id)
    service.ask_resident(registration, by=current_user)
    flash(_("We hebben de mail nog een keer gestuurd."))
    return redirect(url_for(".assisted_plan", entry_id=entry_id), 303)


@bp.post("/voor-bewoners/<int:entry_id>/einde")
def take_back(entry_id: int) -> ResponseReturnValue:
    """Throw a plan away, with everything that we know of the resident; a second time it is gone already."""
    try:
        entry, registration = queries.open_entry(current_user, entry_id)
    except NotFound:
        return redirect(url_for(".assisted_plans"), 303)
    service.take_back(entry, registration, by=current_user)
    draft.stop_writing()
    flash(_("Het plan en de gegevens van de bewoner zijn gewist."))
    return redirect(url_for(".assisted_plans"), 303)


def _page(
    entry: AssistedEntry, registration: Registration, form: AgreementForm
) -> ResponseReturnValue:
    answers = [*answers_of(entry.initiative), *who_answers(registration)]
    page = render_template(
        "initiatives/assisted_plan.html",
        entry=entry,
        registration=registration,
        rows=[Row(answer.label, answer.value) for answer in answers],
        form=form,
        has_pdf=pdf.is_possible(),
        letter=letter_about(entry, registration) if entry.code else None,
    )
    return unshared(page, form.status)


def _after(initiative_id: int) -> str:
    """Return where to go on: to the plan for who may see it, else to the other plans that wait."""
    try:
        queries.found(current_user, initiative_id)
    except NotFound:
        return url_for(".assisted_plans")
    return url_for(".show", initiative_id=initiative_id)
