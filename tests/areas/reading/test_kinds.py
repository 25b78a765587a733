"""What kind of file it is follows from what is in it."""

from pathlib import Path

import pytest

from app.areas.reading.kinds import FileKind, kind_of
from app.areas.reading.problems import Problems
from areas.files import geojson, postcodes, table


def test_a_file_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    misnamed = geojson(tmp_path).rename(tmp_path / "town.csv")

    kinds = [kind_of(path, Problems()) for path in (misnamed, table(tmp_path), postcodes(tmp_path))]

    assert kinds == [FileKind.OUTLINES, FileKind.FIGURES, FileKind.POSTCODES]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 0),
        (b"\xef\xbb\xbf \n ", 0),
        ('{"type": 1}'.encode("utf-16"), 0),
        ("niveau,code,naam".encode("utf-16-le"), 0),
        (b"PK\x03\x04\x00\x00", 0),
        (b"gemeentecode,gemeentenaam\nGM0014,Groningen", 1),
        (b'"open', 1),
        (b"[1, 2]", 1),
    ],
)
def test_what_cannot_be_loaded_is_a_mistake(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    problems = Problems()

    assert kind_of(path, problems) is None
    assert [(problem.source.line, problem.field) for problem in problems.found] == [
        (line, "bestand")
    ]
