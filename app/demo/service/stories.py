"""Tell all initiatives, the oldest first: those that are laid down among those left to chance."""

from collections.abc import Callable, Iterator
from itertools import count

from app.demo.service import cases, looking_back, photos, plans, roads, support_base, tasks, voices
from app.demo.service.plans import Script
from app.demo.service.scenes import Scene, scenes
from app.demo.service.stage import Plan, Stage


def tell_all(stage: Stage, number: int, done: Callable[[], None]) -> None:
    """Write ``number`` initiatives with everything around them."""
    for scene in _in_order(stage, number):
        plan = plans.tell(stage, scene.script)
        scene.play(stage, plan)
        stage.rows.write_when_many()
        done()


def live(stage: Stage, plan: Plan) -> None:
    """Let everything happen around an initiative as chance has it."""
    voices.talk(stage, plan)
    if stage.with_photos:
        photos.show(stage, plan)
    support_base.weigh(stage, plan)
    tasks.organise(stage, plan)
    cases.ask(stage, plan)
    looking_back.answer(stage, plan)


def _in_order(stage: Stage, number: int) -> Iterator[Scene]:
    laid_down = sorted(scenes(stage), key=_age, reverse=True)
    told = {scene.script.idea.number for scene in laid_down}
    numbers = (one for one in count() if one not in told)
    for days_old, road in roads.draw(number - len(laid_down), stage.seed):
        while laid_down and _age(laid_down[0]) > days_old:
            yield laid_down.pop(0)
        yield Scene(Script(stage.composer.idea(next(numbers)), road, days_old), live)
    yield from laid_down


def _age(scene: Scene) -> float:
    return scene.script.days_old
