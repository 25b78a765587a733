"""The matrix as a table that people read: one line for each address and state, one letter for everybody."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from permissions.matrix import Knock, Matrix

PAGE = Path(__file__).parent.parent.parent / "docs" / "permissions.md"
BEGIN, END = "<!-- table -->\n", "<!-- end of the table -->\n"
HEAD = f"{'':8} {'':74}"


def as_table(matrix: Matrix) -> str:
    """Return the table: doors with the same marks in several states, or by both methods, are one line."""
    names = list(dict.fromkeys(knock.who for knock in matrix.knocks))
    return "\n".join(["```text", *_heading(names), *_lines(matrix, names), "```", ""])


def in_docs() -> str:
    """Return the table as it stands in the documentation."""
    return PAGE.read_text().partition(BEGIN)[2].partition(END)[0]


def write(table: str) -> None:
    """Put the table in the documentation in the place of the old one."""
    before, _, rest = PAGE.read_text().partition(BEGIN)
    PAGE.write_text(before + BEGIN + table + END + rest.partition(END)[2])


def _heading(names: list[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        yield f"{HEAD}{'│' * number}┌ {name}"


def _lines(matrix: Matrix, names: list[str]) -> Iterator[str]:
    marks: dict[tuple[str, str, str], str] = {}
    for door, knocks in groupby(matrix.knocks, key=lambda knock: knock.door):
        marks[door.rule.rule, door.method, door.scene.name] = _marks(list(knocks), names)
    for path, ways in groupby(marks.items(), key=lambda item: item[0][0]):
        rows: dict[tuple[str, str], list[str]] = {}
        for (_, method, scene), row in ways:
            rows.setdefault((scene, row), []).append(method)
        states: dict[tuple[str, str], list[str]] = {}
        for (scene, row), methods in rows.items():
            states.setdefault((" ".join(methods), row), []).append(scene)
        for (methods, row), scenes in states.items():
            what = f"{path} {', '.join(scenes)}".strip()
            yield f"{methods:8} {what:73} {row}"


def _marks(knocks: list[Knock], names: list[str]) -> str:
    """Return a letter for everybody; of a door for everybody one letter is known, and right for all."""
    found = {knock.who: knock.answer.mark for knock in knocks}
    only = knocks[0].answer.mark if len(knocks) == 1 else ""
    return "".join(found.get(name, only) for name in names)
