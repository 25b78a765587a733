"""Compose: tell a kernel at a place, so that a hundred thousand plans do not look like copies."""

from dataclasses import replace
from random import Random

from app.demo.chance import dice, pick
from app.demo.geography.city import City
from app.demo.texts.asides import Asides, asides
from app.demo.texts.grammar import Slots
from app.demo.texts.idea import Concern, Idea, Need, News, Talk, Task
from app.demo.texts.kernel import (
    ConcernPattern,
    Kernel,
    NeedPattern,
    NewsPattern,
    Patterns,
    TalkPattern,
    TaskPattern,
    kernels,
)
from app.demo.texts.places import Place, moment, places_of


class Composer:
    """Tells ideas about one city. Idea ``number`` is the same whatever was asked before it.

    The first 64 ideas are 64 different kernels. A kernel comes back to the same street only
    after all streets had it, and then as the plan of another year, in other words.
    """

    def __init__(self, city: City, seed: int = 1) -> None:
        self._seed = seed
        self._kernels = kernels()
        self._places = places_of(city)
        self._asides = asides()
        dice(seed, "places").shuffle(self._places)

    def idea(self, number: int) -> Idea:
        """Return one idea. Takes about a tenth of a millisecond."""
        kernel, place = self._where(number)
        throws = self._throws(number)
        idea = _tell(number, kernel, place, self._asides, throws, place.slots | moment(throws))
        year = 1 + number // (len(self._kernels) * len(self._places))
        return idea if year == 1 else replace(idea, title=f"{idea.title} (jaar {year})")

    def slots(self, number: int) -> Slots:
        """Return the words with which other texts can speak about idea ``number``."""
        _, place = self._where(number)
        return place.slots | moment(self._throws(number))

    def _where(self, number: int) -> tuple[Kernel, Place]:
        turn, rank = divmod(number, len(self._kernels))
        return self._kernels[rank], self._places[(turn + rank * 37) % len(self._places)]

    def _throws(self, number: int) -> Random:
        return Random(self._seed * 1_000_003 + number)  # noqa: S311 - example data


def _tell(
    number: int, kernel: Kernel, place: Place, around: Asides, throws: Random, slots: Slots
) -> Idea:
    def say(patterns: Patterns) -> tuple[str, ...]:
        return tuple(pattern.say(throws, slots) for pattern in patterns)

    opening, closing = pick(throws, around.openings), pick(throws, around.closings)
    return Idea(
        number=number,
        kernel=kernel.key,
        theme=kernel.theme,
        also=kernel.also,
        neighbourhood_code=place.neighbourhood_code,
        district_code=place.district_code,
        street=place.street,
        title=pick(throws, kernel.titles).say(throws, slots),
        summary=kernel.summary.say(throws, slots),
        plan=tuple(filter(None, say((opening, *kernel.plan, closing)))),
        place=kernel.place.say(throws, slots),
        for_whom=kernel.for_whom.say(throws, slots),
        with_whom=kernel.with_whom.say(throws, slots),
        expertise=kernel.expertise,
        needs=tuple(_need(need, throws, slots) for need in kernel.needs),
        tasks=tuple(_task(task, throws, slots) for task in kernel.tasks),
        news=tuple(
            _news(news, throws, slots) for news in (pick(throws, around.news), *kernel.news)
        ),
        talks=tuple(
            _talk(talk, throws, slots) for talk in (*kernel.talks, pick(throws, around.talks))
        ),
        concerns=tuple(
            _concern(concern, throws, slots)
            for concern in (*kernel.concerns, pick(throws, around.concerns))
        ),
        endorsements=say(tuple(throws.sample(around.endorsements, 3))),
    )


def _need(need: NeedPattern, throws: Random, slots: Slots) -> Need:
    step = 1 if need.kind == "team_hours" else 10
    amount = throws.randrange(need.low, need.high + 1, step) if need.high else 0
    return Need(need.kind, need.text.say(throws, slots), amount)


def _task(task: TaskPattern, throws: Random, slots: Slots) -> Task:
    return Task(
        title=task.title.say(throws, slots),
        what=task.what.say(throws, slots),
        why=task.why.say(throws, slots),
        minutes=pick(throws, task.minutes),
        places=throws.randint(*task.places),
        bring=task.bring.say(throws, slots),
        risk=task.risk.say(throws, slots),
        age=task.age,
    )


def _news(news: NewsPattern, throws: Random, slots: Slots) -> News:
    return News(news.title.say(throws, slots), news.text.say(throws, slots))


def _talk(talk: TalkPattern, throws: Random, slots: Slots) -> Talk:
    return Talk(talk.question.say(throws, slots), talk.answer.say(throws, slots))


def _concern(concern: ConcernPattern, throws: Random, slots: Slots) -> Concern:
    return Concern(concern.topic, concern.text.say(throws, slots))
