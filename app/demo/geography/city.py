"""The invented municipality as values: outlines, names, figures, streets and postcodes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from random import Random

import shapely
from shapely import Polygon
from shapely.geometry.polygon import orient

from app.demo.chance import dice
from app.demo.geography import figures, shape
from app.demo.geography.figures import Figures
from app.demo.geography.north import NORTH
from app.demo.geography.plan import (
    MUNICIPALITY_CODE,
    MUNICIPALITY_NAME,
    Character,
    DistrictPlan,
    NeighbourhoodPlan,
)
from app.demo.geography.south import SOUTH
from app.demo.geography.streets import Named, Street

# Postcodes 1192-1199 were never given out: after 1191 (Ouderkerk aan de Amstel) comes 1200
# (Hilversum), see the list of github.com/bobdenotter/4pp. The letters F, I, O, Q, U, Y and the
# pairs SA, SD and SS are left out, as PostNL does.
LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
PAIRS = tuple(
    first + second
    for first, second in product(LETTERS, repeat=2)
    if first + second not in {"SA", "SD", "SS"}
)
RIVERSIDE_WATER = 0.06  # the share of water in a district


@dataclass(frozen=True)
class Postcode:
    """A PC6 on one street; ``exceptions`` are house numbers that lie in the next neighbourhood."""

    code: str
    street: Street
    numbers: tuple[int, ...]
    neighbourhood_code: str
    exceptions: tuple[int, ...] = ()
    exceptions_code: str = ""


@dataclass(frozen=True)
class Neighbourhood:
    """A buurt."""

    code: str
    official_name: str
    named: Named
    character: Character
    outline: Polygon
    figures: Figures
    streets: tuple[Street, ...]

    @property
    def name(self) -> str:
        """What residents call it, without an article."""
        return self.named.name

    @property
    def inhabitants(self) -> int:
        return int(self.figures["aantalInwoners"] or 0)


@dataclass(frozen=True)
class District:
    """A wijk, with the names of its community centre and its school."""

    code: str
    official_name: str
    named: Named
    centre: str
    school: str
    outline: Polygon
    figures: Figures
    neighbourhoods: tuple[Neighbourhood, ...]
    postcodes: tuple[Postcode, ...]

    @property
    def name(self) -> str:
        """What residents call it, without an article."""
        return self.named.name


@dataclass(frozen=True)
class City:
    """The whole gemeente."""

    code: str
    name: str
    outline: Polygon
    figures: Figures
    districts: tuple[District, ...]

    @property
    def neighbourhoods(self) -> tuple[Neighbourhood, ...]:
        return tuple(part for district in self.districts for part in district.neighbourhoods)

    @property
    def postcodes(self) -> tuple[Postcode, ...]:
        return tuple(part for district in self.districts for part in district.postcodes)


@lru_cache(maxsize=4)
def build_city(seed: int = 1) -> City:
    """Return Rietmonde as it looks with ``seed``; names and codes are always the same.

    Takes about 0.3 s and is kept. Districts are the exact union of their neighbourhoods.
    """
    throws = dice(seed, "city")
    plans = (*NORTH, *SOUTH)
    pieces = _pieces(throws)
    districts, start = [], 0
    for plan in plans:
        end = start + len(plan.neighbourhoods)
        districts.append(_district(throws, plan, pieces[start:end]))
        start = end
    parts = [part for district in districts for part in district.neighbourhoods]
    return City(
        MUNICIPALITY_CODE,
        MUNICIPALITY_NAME,
        _union([part.outline for part in parts]),
        figures.of_municipality(throws, [part.figures for part in parts]),
        tuple(districts),
    )


def _pieces(throws: Random) -> list[Polygon]:
    """Return the outlines of all neighbourhoods in the order of the plans."""
    edge, river = shape.shore(throws)
    lines, spots = [edge, river], []
    for plans, bank in zip((NORTH, SOUTH), shape.banks(edge, river), strict=True):
        districts = shape.cut(throws, bank, [shape.near(throws, bank, p.compass) for p in plans])
        lines += districts.borders
        for plan, area in zip(plans, districts.pieces, strict=True):
            inner = shape.spread(throws, area, len(plan.neighbourhoods))
            inner.sort(key=lambda spot: spot[0] ** 2 + spot[1] ** 2)  # the last lies outside
            lines += shape.cut(throws, area, inner).borders
            spots += inner
    return shape.on_the_globe(lines, spots)


def _district(throws: Random, plan: DistrictPlan, outlines: Sequence[Polygon]) -> District:
    code = f"WK{MUNICIPALITY_CODE[2:]}{plan.tail}"
    parts = tuple(
        _neighbourhood(throws, f"BU{code[2:]}{number:02}", part, outline, plan.postcode)
        for number, (part, outline) in enumerate(zip(plan.neighbourhoods, outlines, strict=True), 1)
    )
    named = Named.read(plan.name)
    return District(
        code,
        f"Wijk {plan.tail} {named.name}",
        named,
        plan.centre,
        plan.school,
        _union(outlines),
        figures.of_district([part.figures for part in parts]),
        parts,
        tuple(_postcodes(throws, plan.postcode, parts)),
    )


def _neighbourhood(
    throws: Random, code: str, plan: NeighbourhoodPlan, outline: Polygon, postcode: str
) -> Neighbourhood:
    land = shape.hectares(outline) * (1 - RIVERSIDE_WATER)
    named = Named.read(plan.name)
    return Neighbourhood(
        code,
        f"Buurt {code[-2:]} {named.name}",
        named,
        plan.character,
        outline,
        figures.of_neighbourhood(throws, plan.character, land, postcode),
        tuple(Street.read(name, code) for name in plan.streets),
    )


def _postcodes(throws: Random, digits: str, parts: Sequence[Neighbourhood]) -> Iterator[Postcode]:
    """Give the even and the odd side of each street a postcode; a few cross a border."""
    pairs = iter(PAIRS)
    for number, part in enumerate(parts):
        beyond = parts[number - 1].code
        for street in part.streets:
            for side in (1, 2):
                houses = tuple(range(side, side + 2 * throws.randint(8, 24), 2))
                crosses = street is part.streets[-1] and side == 2
                yield Postcode(
                    digits + next(pairs),
                    street,
                    houses,
                    part.code,
                    houses[-3:] if crosses else (),
                    beyond if crosses else "",
                )


def _union(outlines: Sequence[Polygon]) -> Polygon:
    """Return the outline of touching pieces; raises ``ValueError`` when they do not touch."""
    whole = shapely.union_all(list(outlines))
    if not isinstance(whole, Polygon) or whole.interiors:
        raise ValueError("the pieces do not make one whole")
    return orient(whole)
