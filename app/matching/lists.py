"""The ranked list as a coordinator reads it: names and words beside the answer of the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from app.capacity.models import ResponseKind
from app.matching import words
from app.matching.engine import explain
from app.matching.engine.problem import Line, Pair
from app.matching.engine.results import LeftOut, LineSuggestion, Place
from app.matching.models import Invitation
from app.matching.queries import Answer, Candidate, Question
from app.matching.service import Ranking
from app.matching.words import labels
from app.matching.words.room import room
from app.support.models import Need

TOP = 5


@dataclass(frozen=True)
class Reason:
    """One part of a value: its name, its points and the sentence."""

    part: str
    points: int
    sentence: str


@dataclass(frozen=True)
class Ranked:
    """A place on the list: a team once, with its best offer and the hours of its other periods.

    ``above`` says why it stands before the next one.
    """

    number: int
    place: Place
    candidate: Candidate
    reasons: list[Reason]
    above: str
    differences: list[str]
    invitation: Invitation | None
    answer: Answer | None
    other_periods: list[list[str]]

    @property
    def name(self) -> str:
        return self.candidate.team or self.candidate.name

    @property
    def room(self) -> list[str]:
        """How much there is of it, in words."""
        return room(self.candidate.supply)

    @property
    def can_be_asked(self) -> bool:
        return self.candidate.organisation_id is not None and not (self.invitation or self.answer)

    @property
    def said_yes(self) -> bool:
        return self.answer is not None and self.answer.kind is ResponseKind.WE_DO


@dataclass(frozen=True)
class Blocked:
    """Something that cannot answer the need, with every rule that stops it."""

    candidate: Candidate
    obstacles: list[str]

    @property
    def kinds(self) -> str:
        """What it does offer."""
        return labels.kinds(sorted(self.candidate.supply.kinds))


@dataclass(frozen=True)
class NeedList:
    """One need with who could answer it, who could not, and why nobody when there is nobody."""

    need: Need
    best: list[Ranked]
    others: list[Ranked]
    blocked: list[Blocked]
    of_other_kinds: list[Blocked]
    nobody: list[str]


def lists_of(
    ranking: Ranking, needs: list[Need], invitations: Mapping[str, Invitation]
) -> list[NeedList]:
    """Return a list for each need, in the order of the needs."""
    question = ranking.question
    by_id = {need.id: need for need in needs}
    lines = {line.id: line for line in question.request.lines}
    return [
        _need_list(by_id[answer.line_id], lines[answer.line_id], answer, question, invitations)
        for answer in ranking.suggestion.lines
    ]


def _need_list(
    need: Need,
    line: Line,
    answer: LineSuggestion,
    question: Question,
    invitations: Mapping[str, Invitation],
) -> NeedList:
    ranked = _ranked(line, answer.places, question, invitations)
    return NeedList(
        need,
        ranked[:TOP],
        ranked[TOP:],
        [_blocked(out, line, question) for out in answer.left_out if "kind" not in out.blocked],
        [_blocked(out, line, question) for out in answer.left_out if "kind" in out.blocked],
        [words.nobody(why) for why in explain.why_nobody(answer.gap)] if answer.gap else [],
    )


def _ranked(
    line: Line,
    places: tuple[Place, ...],
    question: Question,
    invitations: Mapping[str, Invitation],
) -> list[Ranked]:
    groups = _by_team(places, question)
    following = [group[0] for group in groups[1:]]
    return [
        _row(number, group, after, line, question, invitations)
        for number, (group, after) in enumerate(zip_longest(groups, following), start=1)
    ]


def _by_team(places: tuple[Place, ...], question: Question) -> list[list[Place]]:
    """Return the places in their order, with the offers of one team together at the best of them."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        candidate = question.candidates[place.supply_id]
        key = candidate.supply.provider_id if candidate.team else place.supply_id
        groups.setdefault(key, []).append(place)
    return list(groups.values())


def _row(
    number: int,
    group: list[Place],
    after: Place | None,
    line: Line,
    question: Question,
    invitations: Mapping[str, Invitation],
) -> Ranked:
    place, *others = group
    candidate = question.candidates[place.supply_id]
    above, differences = _above(place, after, question) if after else ("", [])
    asked = (invitations[one.supply_id] for one in group if one.supply_id in invitations)
    return Ranked(
        number,
        place,
        candidate,
        _reasons(place, _pair(question, line, place.supply_id)),
        above,
        differences,
        next(asked, None),
        question.answers.get(candidate.organisation_id or 0),
        [room(question.candidates[other.supply_id].supply) for other in others],
    )


def _reasons(place: Place, pair: Pair) -> list[Reason]:
    return [
        Reason(words.part_name(why.code), why.facts["points"], words.because(why))
        for why in explain.why(place, pair)
    ]


def _above(place: Place, after: Place, question: Question) -> tuple[str, list[str]]:
    comparison = explain.compare(place, after)
    higher, lower = (question.candidates[one.supply_id] for one in (place, after))
    sentence = words.above(
        comparison, higher=higher.team or higher.name, lower=lower.team or lower.name
    )
    return sentence, words.differences(comparison)


def _blocked(out: LeftOut, line: Line, question: Question) -> Blocked:
    reasons = explain.why_not(out, _pair(question, line, out.supply_id))
    return Blocked(question.candidates[out.supply_id], [words.obstacle(why) for why in reasons])


def _pair(question: Question, line: Line, supply_id: str) -> Pair:
    supply = question.candidates[supply_id].supply
    return Pair(question.request, line, supply, question.context)
