"""The page of one plan, and the page with all its questions."""

from collections.abc import Iterable, Sequence

from flask import render_template, request, url_for
from flask_login import current_user
from markupsafe import Markup

from app.accounts.models import Actor
from app.initiatives import queries, rules
from app.initiatives.assisted import AssistedEntry
from app.initiatives.lifecycle import LIFE, PUBLIC, TextState
from app.initiatives.queries import Shown
from app.initiatives.queries.words import where
from app.initiatives.service.life import STEPS
from app.initiatives.signals import panels
from app.initiatives.views.blueprint import PIECES, bp
from app.initiatives.views.facts import facts_of
from app.initiatives.views.sharing import sharing
from app.web.pieces import piece, pieces


@bp.get("/<int:initiative_id>")
def show(initiative_id: int) -> str:
    """Show a plan with what everybody may know, and to its people what they may do."""
    reader: Actor = current_user._get_current_object()
    initiative = queries.shown(reader, initiative_id)
    runs = rules.run_it(reader, initiative)
    told = queries.told(
        *(initiative, reader),
        all_texts=runs,
        see_reasons=rules.see_reasons(reader, initiative),
    )
    return render_template(
        "initiatives/show.html",
        initiative=initiative,
        reader=reader,
        way_back=piece(PIECES, "way_back", initiative.title),
        heading=_heading(initiative),
        facts=piece(PIECES, "facts", facts_of(initiative)),
        timeline=piece(PIECES, "way", tuple(told.past), tuple(queries.ahead(initiative))),
        panels=panels(initiative, actor=reader),
        news=_news(told.news, reader),
        questions=_questions(initiative, reader, told.questions[: queries.NEWEST]),
        has_more_questions=len(told.questions) > queries.NEWEST,
        runs=runs,
        rules=rules,
        **sharing(initiative),
        **_photos(initiative, reader),
        **_to_say(initiative, reader),
        **_for_its_people(initiative, reader),
    )


@bp.get("/<int:initiative_id>/vragen")
def questions(initiative_id: int) -> str:
    """Show all questions about a plan, page by page."""
    reader: Actor = current_user._get_current_object()
    initiative = queries.shown(reader, initiative_id)
    runs = rules.run_it(reader, initiative)
    page = queries.question_page(initiative, reader, request.args.get("na"), all_texts=runs)
    return render_template(
        "initiatives/questions.html",
        initiative=initiative,
        page=page,
        questions=_questions(initiative, reader, page.rows),
        url=lambda bookmark: url_for(".questions", initiative_id=initiative_id, na=bookmark),
    )


def _heading(initiative: Shown) -> Markup:
    return piece(
        *(PIECES, "heading", initiative.title, initiative.state, tuple(initiative.themes)),
        *(where(initiative), initiative.place),
    )


def _photos(initiative: Shown, reader: Actor) -> dict[str, Markup]:
    """Return the first photo and the others; the people of the plan also see those that wait."""
    sees_all = rules.see_waiting_photos(reader, initiative)
    photos = [photo for photo in initiative.photos if sees_all or photo.is_public]
    stands = sees_all and initiative.state in PUBLIC
    first = piece(PIECES, "first_photo", photos[0], stands) if photos else Markup()
    more = piece(PIECES, "more_photos", tuple(photos[1:]), stands) if photos[1:] else Markup()
    return {"first_photo": first, "more_photos": more}


def _news(news: Sequence[queries.Said], reader: Actor) -> list[Markup]:
    return pieces(PIECES, "news", [(one, _writer([one], reader)) for one in news])


def _questions(initiative: Shown, reader: Actor, asked: Sequence[queries.Exchange]) -> list[Markup]:
    answers = rules.answer(reader, initiative)
    things = [
        (one, initiative.id, _writer([one.question, *one.answers], reader), answers)
        for one in asked
    ]
    return pieces(PIECES, "exchange", things)


def _writer(texts: Iterable[queries.Said], reader: Actor) -> int | None:
    """Return the number of the reader if that matters: public texts look the same to everybody."""
    return None if all(one.state is TextState.PUBLISHED for one in texts) else reader.id


def _to_say(initiative: Shown, reader: Actor) -> dict[str, object]:
    """Return what neighbours say and ask with; visitors are asked to sign in first."""
    known = bool(reader.is_authenticated)
    to_say: dict[str, object] = {"way_to_ask": piece(PIECES, "way_to_ask", initiative.id, known)}
    if known:
        may_say = rules.endorse(reader, initiative)
        stance = queries.stance_of(reader, initiative) if may_say else None
        return {**to_say, "stance": stance}
    return {**to_say, "opinion": piece(PIECES, "opinion", initiative.id, initiative.endorsements)}


def _for_its_people(initiative: Shown, reader: Actor) -> dict[str, object]:
    """Return what only the team and the coordinator see; nothing is looked up for others."""
    reads_worries = rules.read_worries(reader, initiative)
    return {
        "steps": [step for step in LIFE.possible(initiative.state) if step in STEPS],
        "worries": queries.worries_about(initiative) if reads_worries else [],
        "places": queries.where_supporters_live(initiative) if reads_worries else [],
        "may_read_worries": reads_worries,
        "written_down": _written_down(initiative, reader),
    }


def _written_down(initiative: Shown, reader: Actor) -> AssistedEntry | None:
    """Return who of the staff wrote the plan down for its owner; only the staff of the area read that."""
    if not reader.assignments or not rules.see_who_wrote(reader, initiative):
        return None
    return queries.entry_of(initiative.id)
