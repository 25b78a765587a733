"""The page of one plan, and the page with all its questions."""

from collections.abc import Sequence

from flask import render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from markupsafe import Markup

from app.areas import queries as areas
from app.core.dates import date_words
from app.initiatives import queries, rules
from app.initiatives.forms.voices import QuestionForm
from app.initiatives.lifecycle import LIFE
from app.initiatives.models import Initiative
from app.initiatives.queries.words import need_labels, place_words
from app.initiatives.service.life import STEPS
from app.initiatives.signals import panels
from app.initiatives.views.blueprint import PIECES, Row, bp
from app.web.pieces import piece, pieces


@bp.get("/<int:initiative_id>")
def show(initiative_id: int) -> str:
    """Show a plan with what everybody may know, and to its people what they may do."""
    return page_of_plan(queries.shown(current_user, initiative_id))


def page_of_plan(initiative: Initiative, question: QuestionForm | None = None) -> str:
    """Return the page; with ``question`` the form that came back."""
    runs = rules.run_it(current_user, initiative)
    questions = queries.newest_questions(initiative, current_user, all_texts=runs)
    return render_template(
        "initiatives/show.html",
        initiative=initiative,
        place=place_words(initiative),
        facts=piece(PIECES, "facts", _facts(initiative)),
        timeline=_timeline(initiative),
        panels=panels(initiative, actor=current_user),
        news=_news(initiative, all_texts=runs),
        questions=_questions(initiative, questions[: queries.NEWEST]),
        has_more_questions=len(questions) > queries.NEWEST,
        support=queries.support_for(initiative, current_user),
        form=question,
        question_form=question or _empty_question(),
        runs=runs,
        rules=rules,
        **_for_its_people(initiative, runs),
    )


@bp.get("/<int:initiative_id>/vragen")
def questions(initiative_id: int) -> str:
    """Show all questions about a plan, page by page."""
    initiative = queries.found(current_user, initiative_id)
    runs = rules.run_it(current_user, initiative)
    page = queries.question_page(initiative, current_user, request.args.get("na"), all_texts=runs)
    return render_template(
        "initiatives/questions.html",
        initiative=initiative,
        page=page,
        questions=_questions(initiative, page.rows),
        url=lambda bookmark: url_for(".questions", initiative_id=initiative_id, na=bookmark),
    )


def _empty_question() -> QuestionForm | None:
    """Return the form for a question; visitors are asked to sign in first."""
    return QuestionForm.from_request() if current_user.is_authenticated else None


def _timeline(initiative: Initiative) -> Markup:
    see_reasons = rules.see_reasons(current_user, initiative)
    past = queries.past(initiative, see_reasons=see_reasons)
    return piece(PIECES, "way", tuple(past), tuple(queries.ahead(initiative)))


def _news(initiative: Initiative, *, all_texts: bool) -> list[Markup]:
    news = queries.updates_of(initiative, current_user, all_texts=all_texts)
    return pieces(PIECES, "news", [(one, current_user.id) for one in news])


def _questions(initiative: Initiative, asked: Sequence[queries.Exchange]) -> list[Markup]:
    may_answer = rules.answer(current_user, initiative)
    reader = current_user.id
    return pieces(PIECES, "exchange", [(one, initiative.id, reader, may_answer) for one in asked])


def _facts(initiative: Initiative) -> tuple[Row, ...]:
    """Return what is good to know at a glance; what nobody told is left out."""
    names = ", ".join(person.name for person in queries.people_who_run(initiative))
    if initiative.organisation is not None:
        names = _("%(names)s, namens %(name)s", names=names, name=initiative.organisation.name)
    needs = [", ".join(need_labels(initiative.needs)), initiative.needs_text]
    rows = [
        Row(_("Voor wie"), initiative.for_whom),
        Row(_("Met wie"), initiative.with_whom),
        Row(_("Nodig"), "\n".join(filter(None, needs))),
        Row(_("Begint op"), date_words(initiative.starts_on)),
        Row(_("Wie doen dit"), names),
    ]
    return tuple(row for row in rows if row.value)


def _for_its_people(initiative: Initiative, runs: bool) -> dict[str, object]:
    """Return what only the team and the coordinator see; nothing is looked up for others."""
    reads_worries = rules.read_worries(current_user, initiative)
    return {
        "steps": [step for step in LIFE.possible(initiative.state) if step in STEPS],
        "waiting": queries.waiting_version(initiative) if runs else None,
        "worries": queries.worries_about(initiative) if reads_worries else [],
        "places": _places(initiative) if reads_worries else [],
        "may_read_worries": reads_worries,
    }


def _places(initiative: Initiative) -> list[tuple[str, int | None]]:
    """Return where the people live who endorse the plan; small groups are not counted."""
    numbers = queries.support_by_neighbourhood(initiative)
    named = [
        (place.name, number)
        for area_id, number in numbers.items()
        if (place := areas.by_id(area_id or 0)) is not None
    ]
    return sorted(named)
