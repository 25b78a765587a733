"""Invented cities to measure the matching engine on: nobody lives there, and every run has the same."""

from dataclasses import dataclass

import numpy as np

from app.matching.engine.planning.problem import Problem, ask

PERIODS = 4  # quarters of a year
HOUR = 1000


@dataclass(frozen=True)
class City:
    """How large a city is."""

    lines: int
    supplies: int
    districts: int
    kinds: int
    everywhere: float  # share of supplies that work in the whole city


CITIES = {
    "town": City(lines=100, supplies=30, districts=3, kinds=3, everywhere=0.2),
    "mid": City(lines=2_000, supplies=300, districts=10, kinds=14, everywhere=0.07),
    "huge": City(lines=20_000, supplies=2_500, districts=25, kinds=14, everywhere=0.036),
}


def city(size: str, seed: int, scarcity: float) -> Problem:
    """Return the question of a round in an invented city.

    A line asks 1 to 8 hours a week during one to four quarters that follow each other. A supply has
    one to three kinds of help, in one district or everywhere. ``scarcity`` is the hours of all
    supplies over all hours that are asked, in each quarter.
    """
    shape = CITIES[size]
    chance = np.random.Generator(np.random.PCG64([seed, shape.lines]))
    hours = chance.integers(1, 9, shape.lines) * HOUR
    first = chance.integers(0, PERIODS, shape.lines)
    last = np.minimum(first + chance.integers(0, PERIODS, shape.lines), PERIODS - 1)
    quarter = np.arange(PERIODS)
    asked = hours[:, None] * ((quarter >= first[:, None]) & (quarter <= last[:, None]))
    size_of_team = chance.gamma(4, 1, shape.supplies)
    share = size_of_team / size_of_team.sum()
    room = np.rint(scarcity * share[:, None] * asked.sum(axis=0) / HOUR).astype(np.int64) * HOUR
    line, supply = _may_serve(shape, chance)
    value = _value(shape, chance, line, supply)
    fits = (asked[line] <= room[supply]).all(axis=1)
    return ask(
        [f"line:{number}" for number in range(1, shape.lines + 1)],
        [f"supply:{number}" for number in range(1, shape.supplies + 1)],
        capacity=room,
        line=line[fits],
        supply=supply[fits],
        value=value[fits],
        use=asked[line[fits]],
    )


def _may_serve(shape: City, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    kind = chance.integers(0, shape.kinds, shape.lines)
    district = chance.integers(0, shape.districts, shape.lines)
    offers = np.zeros((shape.supplies, shape.kinds), np.bool_)
    for _ in range(3):
        offers[np.arange(shape.supplies), chance.integers(0, shape.kinds, shape.supplies)] = True
    works_in = chance.integers(0, shape.districts, shape.supplies)
    everywhere = chance.random(shape.supplies) < shape.everywhere
    pairs = [
        np.flatnonzero(offers[:, kind[line]] & (everywhere | (works_in == district[line])))
        for line in range(shape.lines)
    ]
    return np.repeat(np.arange(shape.lines), [len(each) for each in pairs]), np.concatenate(pairs)


def _value(
    shape: City, chance: np.random.Generator, line: np.ndarray, supply: np.ndarray
) -> np.ndarray:
    """Return a priority of 1 to 3 times a score of 200 to 1000: who is asked, who helps, and both."""
    priority = chance.integers(1_000, 3_001, shape.lines)
    ease, skill = chance.random(shape.lines), chance.random(shape.supplies)
    score = 0.2 + 0.8 * (0.3 * ease[line] + 0.3 * skill[supply] + 0.4 * chance.random(len(line)))
    return np.rint(priority[line] * score).astype(np.int64)
