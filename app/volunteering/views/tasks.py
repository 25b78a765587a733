"""Pages that everybody can read: what you can do in the neighbourhood, and one task."""

from dataclasses import dataclass
from textwrap import shorten

from flask import render_template, request, url_for
from flask_login import current_user
from markupsafe import Markup

from app.areas import queries as areas
from app.core.paging import page_of
from app.initiatives.models import Theme
from app.volunteering import queries, rules, words
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.views.blueprint import bp
from app.web.pieces import piece

SHARE = "volunteering/share.html"
AT_ONCE = 6  # moments that are seen without opening the rest
MOST_LETTERS = 200  # of what to do, beside a link


@dataclass(frozen=True)
class ShiftLine:
    """A shift as one reader sees it: with the own sign-up, never with those of others."""

    shift: Shift
    when: str
    room: str
    own: SignUp | None
    position: int | None


@bp.get("/doe-mee")
def index() -> str:
    """Show what people can do, soonest first."""
    district = areas.by_slug(request.args.get("wijk", ""))
    theme = _theme(request.args.get("thema", ""))
    shifts = queries.open_tasks(district_id=district.id if district else None, theme=theme)
    page = page_of(shifts, request.args.get("na"))
    slug = district.slug if district else None
    return render_template(
        "volunteering/index.html",
        page=page,
        page_url=lambda bookmark: url_for(".index", na=bookmark, wijk=slug, thema=theme),
        number_of_shifts={
            task_id: len(shifts)
            for task_id, shifts in queries.coming_shifts([one.task for one in page.rows]).items()
        },
        district=district,
        districts=areas.districts(),
        theme=theme,
        themes=list(Theme),
        place_of=areas.by_id,
        words=words,
    )


@bp.get("/doe-mee/<int:task_id>")
def show(task_id: int) -> str:
    """Show one task: what, why, when, and where you stand yourself."""
    task = queries.found(current_user, task_id)
    return render_template(
        "volunteering/show.html",
        task=task,
        lines=_lines(task),
        at_once=AT_ONCE,
        rules=rules,
        **_sharing(task),
    )


def _sharing(task: VolunteerTask) -> dict[str, Markup]:
    """Return how to pass a task on; nothing of a task that is not public leaves the portal."""
    if not task.is_public:
        return {"share": Markup(), "tags": Markup()}
    what = shorten(task.what, MOST_LETTERS, placeholder="...")
    return {
        "share": piece(SHARE, "share", task.id, task.title),
        "tags": piece(SHARE, "tags", task.id, task.title, what, task.initiative_id),
    }


def _lines(task: VolunteerTask) -> list[ShiftLine]:
    shifts = queries.coming_shifts([task])[task.id]
    own = queries.own_sign_ups(current_user, shifts)
    positions = queries.positions(own.values())
    return [
        ShiftLine(
            shift,
            words.when(shift),
            words.room(shift),
            mine := own.get(shift.id),
            positions.get(mine.id) if mine else None,
        )
        for shift in shifts
    ]


def _theme(code: str) -> Theme | None:
    return next((theme for theme in Theme if theme.value == code), None)
