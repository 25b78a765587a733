"""Photos of plans: drawings, sent in by the team and looked at like every text."""

from functools import cache

from app.core import pictures
from app.demo.chance import dice, pick
from app.demo.drawing import drawing
from app.demo.service.log import Thing
from app.demo.service.reviews import Sent, judge, verdict_on
from app.demo.service.stage import Plan, Stage
from app.demo.service.voices import moments
from app.initiatives import photo_files
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.photos import Photo

MOST_PLANS = 500  # in a larger town nobody has photos
NUMBERS = (0, 0, 0, 1, 1, 2)  # of photos at a plan
DIFFERENT = 3  # drawings for a theme: making one takes a moment


def show(stage: Stage, plan: Plan) -> None:
    """Let the team of a public plan show photos, each some time after the plan was published."""
    number = pick(plan.throws, NUMBERS)
    drawings = plan.throws.sample(range(DIFFERENT), number)
    for drawn, at in zip(drawings, moments(stage, plan, number), strict=False):
        sent = Sent(plan.idea.title, pick(plan.throws, plan.writers), at)
        verdict = verdict_on(stage, plan, sent)
        if verdict is None or verdict.step == "publish":
            photo = stage.log.begin(Photo, TEXT_LIFE)
            stage.log.line(photo, "add", at=at, by=sent.author)
            judge(stage, plan, photo, sent, verdict)
            _hang(stage, plan, photo, sent, drawn)


def _hang(stage: Stage, plan: Plan, photo: Thing[TextState], sent: Sent, drawn: int) -> None:
    picture, words = _picture(stage.seed, plan.idea.theme, drawn)
    name = photo_files.name_for(plan.id, picture)
    photo_files.keep(name, picture)
    stage.rows.add(
        Photo,
        id=photo.id,
        initiative_id=plan.id,
        author_id=sent.author,
        name=name,
        alt=words,
        width=picture.width,
        height=picture.height,
        state=photo.state,
        created_at=sent.at,
    )


@cache
def _picture(seed: int, theme: str, number: int) -> tuple[pictures.Picture, str]:
    content, words = drawing(theme, dice(seed, "photo", theme, number))
    return pictures.clean(content), words
