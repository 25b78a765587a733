"""Draw gap against processor time for greedy, HiGHS alone and the engine: docs/matching-gap.svg."""

import time
from pathlib import Path

from app.matching.engine.planning.plan import greedy
from app.matching.engine.planning.solve import solve
from tests.bench.cities import city
from tests.bench.matching import until, work
from tests.bench.rivals import highs_alone

TARGET = Path(__file__).resolve().parents[2] / "docs" / "matching-gap.svg"
CASE = ("mid", 0, 0.75)
BUDGETS = (5, 15, 30)  # seconds of processor time
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 360, 60, 40, 50
Point = tuple[float, int]  # processor time, value


def main() -> None:
    """Measure every way with every budget, and draw it."""
    problem = city(*CASE)
    bounds: list[int] = []
    engine: list[Point] = []
    alone: list[Point] = []
    before = time.process_time()
    quick = [(time.process_time() - before, greedy(problem, problem.value).value)]
    for budget in BUDGETS:
        before = time.process_time()
        result = solve(problem, work(budget), until(budget))
        engine.append((time.process_time() - before, result.value))
        before = time.process_time()
        value, bound = highs_alone(problem, until(budget))
        alone.append((time.process_time() - before, value))
        bounds += [result.bound, *([bound] if bound is not None else [])]
    best = min(bounds)
    ways = {"greedy": quick, "HiGHS alone": alone, "engine": engine}
    gaps = {
        name: [(cpu, 100 * (best - value) / best) for cpu, value in points]
        for name, points in ways.items()
    }
    TARGET.write_text(_drawing(gaps))
    print(gaps)


def _drawing(gaps: dict[str, list[tuple[float, float]]]) -> str:
    longest = max(cpu for points in gaps.values() for cpu, _ in points)
    highest = max(gap for points in gaps.values() for _, gap in points)
    shapes = {"greedy": "6 4", "HiGHS alone": "2 3", "engine": "none"}  # not by colour alone

    def x(cpu: float) -> float:
        return round(LEFT + cpu / longest * (WIDTH - LEFT - 120), 1)

    def y(gap: float) -> float:
        return round(TOP + (1 - gap / highest) * (HEIGHT - TOP - BOTTOM), 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13" fill="#222">',
        f"<title>Gap against processor time, {':'.join(map(str, CASE))}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="22">% below the best proven bound</text>',
        f'<text x="{x(longest / 2)}" y="{HEIGHT - 12}" text-anchor="middle">CPU seconds</text>',
        f'<path d="M{LEFT} {TOP}V{y(0)}H{x(longest)}" fill="none" stroke="#222"/>',
    ]
    parts += [
        f'<text x="{LEFT - 8}" y="{y(gap) + 4}" text-anchor="end">{gap}</text>'
        for gap in range(0, int(highest) + 1, 2)
    ]
    parts += [
        f'<text x="{x(cpu)}" y="{y(0) + 18}" text-anchor="middle">{cpu}</text>'
        for cpu in range(0, int(longest) + 1, 15)
    ]
    label = 0.0  # where the one before stands: two lines may end at the same height
    for name, points in sorted(gaps.items(), key=lambda way: -way[1][-1][1]):
        path = "L".join(f"{x(cpu)} {y(gap)}" for cpu, gap in points)
        if len(points) == 1:
            path += f"H{x(longest)}"
        label = max(label + 16, y(points[-1][1]) + 4)
        parts += [
            f'<path d="M{path}" fill="none" stroke="#154273" stroke-width="2" '
            f'stroke-dasharray="{shapes[name]}"/>',
            *(f'<circle cx="{x(cpu)}" cy="{y(gap)}" r="3.5"/>' for cpu, gap in points),
            f'<text x="{x(longest) + 10}" y="{label}">{name}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    main()
