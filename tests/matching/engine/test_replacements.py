"""At most two ways to replace hours, the nearest to what there was first."""

from dataclasses import replace
from datetime import timedelta

from app.matching.engine.problem import Supply
from app.matching.engine.replacements import Replacement, Way, replacements
from matching.engine.worlds import HERE, TODAY, a_context, a_line, a_request, a_supply

UNTIL = TODAY + timedelta(days=60)
LINE = a_line(hours=6, ends_on=UNTIL)


def hours(number: int, free: int, *, later: bool = False, team: str = "") -> Supply:
    supply = a_supply(f"offer:{number}", total_hours=20, free_hours=free, areas=frozenset({HERE}))
    first = UNTIL + timedelta(days=1) if later else TODAY
    return replace(
        supply,
        provider_id=team or f"team:{number}",
        starts_on=first,
        ends_on=first + timedelta(days=90),
    )


def found(*supplies: Supply) -> list[Replacement]:
    answer = replacements(a_request(LINE), LINE, supplies, a_context(), lost="offer:1", began=TODAY)
    return list(answer)


def test_the_same_time_comes_before_later_and_later_before_fewer_hours() -> None:
    fewer, later, now = hours(2, 4), hours(3, 8, later=True), hours(4, 7)

    ways = found(hours(1, 20), fewer, later, now)

    assert [(one.supply_id, one.way, one.hours, one.left) for one in ways] == [
        ("offer:4", Way.NOW, 6, 1),
        ("offer:3", Way.LATER, 6, 2),
    ]
    assert [one.supply_id for one in found(later, fewer)] == ["offer:3", "offer:2"]
    assert (found(fewer)[0].way, found(fewer)[0].hours, found(fewer)[0].left) == (Way.FEWER, 4, 0)


def test_of_one_team_there_is_one_way_and_what_fails_another_rule_is_none() -> None:
    now, later = hours(2, 9, team="team:2"), hours(3, 9, later=True, team="team:2")
    elsewhere = replace(hours(4, 9), areas=frozenset({"WK9"}))
    taken_back = replace(hours(5, 9), withdrawn=True)

    assert [one.supply_id for one in found(now, later, elsewhere, taken_back)] == ["offer:2"]
    assert found(hours(1, 20), hours(6, 0), elsewhere) == []
