"""The check accepts every true answer, and no other."""

from dataclasses import replace

import pytest

from app.matching.engine.results import Gap, LeftOut, Part
from app.matching.engine.verify import verify
from app.matching.engine.weights import Weights
from matching.engine.worlds import (
    World,
    a_context,
    a_line,
    a_request,
    a_supply,
    a_world,
    random_worlds,
    some,
)


@pytest.fixture
def world():
    line = a_line(hours=6)
    supplies = [
        a_supply("offer:1", total_hours=20, free_hours=10, knows=some(10)),
        a_supply("offer:2", total_hours=20, free_hours=10),
        a_supply("offer:10", total_hours=20, free_hours=10),
        a_supply("offer:4", total_hours=20, free_hours=5, withdrawn=True),
        a_supply("offer:5", total_hours=20, free_hours=5),
    ]
    return World(a_request(line), supplies, a_context())


def every_line():
    for world in random_worlds():
        for line in world.answer().lines:
            yield world, line


def instead(world, line):
    """Return the true answer of a world, but with this line in the place of the true one."""
    answer = world.answer()
    lines = [line if line.line_id == each.line_id else each for each in answer.lines]
    return replace(answer, lines=tuple(lines))


def changed(world, **changes):
    """Return the true answer of a world, with other contents in its first line."""
    return instead(world, replace(world.answer().lines[0], **changes))


def faults(world, answer):
    return verify(answer, *world)


def test_every_answer_of_the_engine_is_accepted():
    for world in random_worlds():
        assert faults(world, world.answer()) == ()


def test_answers_with_other_weights_are_checked_with_those(world):
    weights = Weights("a trial", {"knows": 900})

    assert verify(world.answer(), *world, weights=weights) != ()


def test_two_places_that_change_seats_are_noticed_in_any_world():
    tried = 0
    for world, line in every_line():
        for first in range(len(line.places) - 1):
            places = list(line.places)
            one, two = places[first : first + 2]
            places[first : first + 2] = [replace(two, rank=one.rank), replace(one, rank=two.rank)]
            assert faults(world, instead(world, replace(line, places=tuple(places)))) == (
                f"line {line.line_id}: places are not in order of value, load and id",
            )
            tried += 1
    assert tried > 300


def test_a_dropped_rule_is_noticed_in_any_world():
    tried = 0
    for world, line in every_line():
        for at, out in list(enumerate(line.left_out))[::5]:
            left_out = list(line.left_out)
            left_out[at] = replace(out, blocked=out.blocked[1:])
            found = faults(world, instead(world, replace(line, left_out=tuple(left_out))))
            assert found[0] == (
                f"line {line.line_id}: {out.supply_id} fails {out.blocked}, not {out.blocked[1:]}"
            )
            tried += 1
    assert tried > 800


def test_a_place_for_who_fails_a_rule_is_noticed(world):
    line = world.answer().lines[0]
    smuggled = replace(line.places[2], rank=4, supply_id="offer:5")

    found = faults(
        world, changed(world, places=(*line.places, smuggled), left_out=line.left_out[1:])
    )

    assert found[0] == "line 1: offer:5 has a place but fails ('hours',)"


@pytest.mark.parametrize("field", ["value", "load"])
def test_another_number_is_noticed(world, field):
    first, *rest = world.answer().lines[0].places
    places = (replace(first, **{field: getattr(first, field) + 1}), *rest)

    (fault,) = faults(world, changed(world, places=places))

    assert fault.startswith(f"line 1: offer:1 has another {field} than")


def test_another_part_is_noticed(world):
    first, *rest = world.answer().lines[0].places
    parts = (Part("expertise", 0, 1), *first.parts[1:])

    (fault,) = faults(world, changed(world, places=(replace(first, parts=parts), *rest)))

    assert fault.startswith("line 1: offer:1 has other parts than [('expertise', 0, 0),")


def test_a_rank_that_is_skipped_is_noticed(world):
    *rest, last = world.answer().lines[0].places

    assert faults(world, changed(world, places=(*rest, replace(last, rank=4)))) == (
        "line 1: ranks are not 1, 2, 3, ...",
    )


def test_who_is_missing_or_named_twice_is_noticed(world):
    line = world.answer().lines[0]
    fault = ("line 1: does not name every supply exactly once",)

    assert faults(world, changed(world, left_out=line.left_out[1:])) == fault
    assert faults(world, changed(world, left_out=line.left_out * 2)) == fault
    assert faults(world, changed(world, places=line.places[:2])) == fault
    assert faults(world, changed(world, places=(*line.places, line.places[0]))) == fault


def test_left_out_in_another_order_are_noticed(world):
    left_out = world.answer().lines[0].left_out

    assert faults(world, changed(world, left_out=left_out[::-1])) == (
        "line 1: left out are not in order of number of rules and id",
    )


def test_a_gap_beside_places_is_noticed(world):
    assert faults(world, changed(world, gap=Gap(5, 5, ()))) == (
        "line 1: has a gap exactly when it should not",
    )


@pytest.mark.parametrize(
    ("gap", "fault"),
    [
        (None, "has a gap exactly when it should not"),
        (Gap(1, 2, (("hours", 1),)), "counts other supplies, or other supplies of this kind"),
        (Gap(2, 1, (("hours", 1),)), "counts other supplies, or other supplies of this kind"),
        (Gap(2, 2, (("hours", 2),)), "counts other supplies that one rule alone stops"),
        (Gap(2, 2, ()), "counts other supplies that one rule alone stops"),
    ],
)
def test_another_gap_is_noticed(world, gap, fault):
    scarce = world._replace(supplies=world.supplies[3:])
    assert scarce.answer().lines[0].gap == Gap(2, 2, (("hours", 1),))

    assert faults(scarce, changed(scarce, gap=gap)) == (f"line 1: {fault}",)


def test_an_answer_to_another_request_is_noticed(world):
    other = world._replace(request=replace(world.request, id=2))

    assert faults(other, world.answer()) == ("answers request 1, asked is 2",)


def test_a_line_that_is_missing_or_in_another_place_is_noticed():
    world = a_world(1, supplies=5, lines=3)
    answer = world.answer()
    fault = ("does not answer every line once, in the order of their ids",)

    assert faults(world, replace(answer, lines=answer.lines[1:])) == fault
    assert faults(world, replace(answer, lines=answer.lines[::-1])) == fault
    assert faults(world, replace(answer, lines=answer.lines + answer.lines[:1])) == fault


def test_an_answer_for_other_supplies_is_noticed(world):
    busier = replace(world.supplies[1], free_hours=6)
    empty = replace(world.supplies[1], free_hours=0)
    others = world.supplies[2:]
    first = world.supplies[0]

    assert faults(world._replace(supplies=[first, busier, *others]), world.answer()) != ()
    assert faults(world._replace(supplies=[first, empty, *others]), world.answer()) != ()
    assert faults(world._replace(supplies=[first, *others]), world.answer()) == (
        "line 1: does not name every supply exactly once",
    )


def test_left_out_without_a_reason_is_noticed(world):
    first, *places = world.answer().lines[0].places
    left_out = (LeftOut(first.supply_id, ()), *world.answer().lines[0].left_out)

    found = faults(world, changed(world, places=tuple(places), left_out=left_out))

    assert found != ()
