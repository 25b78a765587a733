"""Hours that teams took back, each with what could take their place: for the page and for the choice."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityOffer
from app.core import clock
from app.matching import queries, words
from app.matching.engine import explain
from app.matching.engine.choices import lines_of, supplies_of
from app.matching.engine.problem import Line, Pair, Problem, Request
from app.matching.engine.replacements import Replacement, replacements
from app.matching.engine.results import Place
from app.matching.words.lapsed import costs


@dataclass(frozen=True)
class Option:
    """Hours that could be kept instead, with why they fit and what they cost, in words."""

    offer: CapacityOffer
    hours: int
    name: str
    reasons: list[str]
    costs: list[str]


@dataclass(frozen=True)
class Lapse:
    """Hours that lapsed, with at most two options."""

    lapsed: LapsedHours
    options: list[Option]


def lapses_of(rows: Sequence[LapsedHours]) -> list[Lapse]:
    """Return the options of every row; the same number of statements, however many rows."""
    requests = {one.reservation.need.request_id: one.reservation.need.request for one in rows}
    wanted = {one.reservation.need_id: one.reservation.hours for one in rows}
    question = queries.problem_of(list(requests.values()), wanted, clock.now())
    asked, supplies = lines_of(question), supplies_of(question)
    offers = queries.offers_by_id({_number(one) for one in supplies})
    return [_lapse(one, asked, question, offers) for one in rows]


def _lapse(
    lapsed: LapsedHours,
    asked: dict[int, tuple[Request, Line]],
    question: Problem,
    offers: dict[int, CapacityOffer],
) -> Lapse:
    lost = lapsed.reservation
    request, line = asked[lost.need_id]
    found = replacements(
        request,
        line,
        question.supplies,
        question.context,
        lost=f"offer:{lost.offer_id}",
        began=lost.offer.starts_on,
    )
    supplies = supplies_of(question)
    return Lapse(
        lapsed,
        [
            _option(
                one,
                Pair(request, line, supplies[one.supply_id], question.context),
                offers[_number(one.supply_id)],
            )
            for one in found
        ],
    )


def _option(one: Replacement, pair: Pair, offer: CapacityOffer) -> Option:
    place = Place(1, one.supply_id, sum(part.points for part in one.parts), 0, one.parts)
    return Option(
        offer,
        one.hours,
        words.hours_of(offer),
        [words.because(why) for why in explain.why(place, pair)],
        costs(one, offer, pair.line.hours),
    )


def _number(supply_id: str) -> int:
    return int(supply_id.partition(":")[2])
