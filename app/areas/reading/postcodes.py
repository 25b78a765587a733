"""The table of the CBS that says in which neighbourhood each address lies (``pc6hnr..._gwb.csv``).

The table of the whole country has about eight million rows. It is read row by row; only the
rows of the municipalities asked for are looked at and kept.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from flask_babel import gettext as _

from app.areas.reading.problems import Problems, Source
from app.areas.reading.rows import PostcodeRow
from app.areas.reading.text import FIELD, table_of

COLUMNS = ("pc", "huisnummer", "buurt", "wijk", "gemeente")  # PC6; the last three with a year
PC6 = re.compile(r"[1-9]\d{3}[A-Z]{2}", re.ASCII)
HIGHEST_NUMBER = 99_999
Houses = dict[int, Counter[str]]  # house number -> neighbourhoods with that number
Cells = list[str]


def read_postcodes(
    path: Path, municipalities: Collection[str], neighbourhoods: Collection[str], problems: Problems
) -> list[PostcodeRow]:
    """Return the usual neighbourhood of each postcode in ``municipalities``, and exceptions.

    Both are given as codes with their prefix. The table has codes without it; older years also
    leave out zeros in front.
    """
    before = len(problems.found)
    houses: dict[str, Houses] = {}
    for source, postcode, number, code in _addresses(path, municipalities, problems):
        if code not in neighbourhoods:
            problems.add(source, "Buurt", _("De buurt %(code)s is niet geladen.", code=code))
        houses.setdefault(postcode, {}).setdefault(number, Counter())[code] += 1
    if not houses and len(problems.found) == before:
        towns = ", ".join(sorted(municipalities)) or "-"
        reason = _("Er staat geen adres van gemeente %(towns)s in dit bestand.", towns=towns)
        problems.add(Source(path), "Gemeente", reason)
    return [row for postcode in sorted(houses) for row in _reduced(postcode, houses[postcode])]


def is_header(names: Iterable[str]) -> bool:
    """Tell whether these are the columns of the table, of whatever year."""
    return tuple(name.strip().lower().rstrip("0123456789_") for name in names) == COLUMNS


def _addresses(
    path: Path, municipalities: Collection[str], problems: Problems
) -> Iterator[tuple[Source, str, int, str]]:
    digits = {code[2:] for code in municipalities}
    wanted = digits | {code.lstrip("0") for code in digits}
    table = table_of(path, problems)
    next(table, None)
    for line, cells in table:
        if len(cells) == len(COLUMNS):
            if cells[4] in wanted and (address := _address(cells, Source(path, line), problems)):
                yield address
        else:
            reason = _("Deze regel heeft geen vijf kolommen.")
            problems.add(Source(path, line), FIELD, reason)


def _address(
    cells: Cells, source: Source, problems: Problems
) -> tuple[Source, str, int, str] | None:
    postcode, number = cells[0].replace(" ", ""), cells[1].strip()
    if not PC6.fullmatch(postcode):
        problems.add(source, "PC6", _("'%(text)s' is geen postcode.", text=cells[0][:20]))
        return None
    if not (number.isascii() and number.isdigit() and 0 < int(number) <= HIGHEST_NUMBER):
        reason = _("'%(text)s' is geen huisnummer.", text=number[:20])
        problems.add(source, "Huisnummer", reason)
        return None
    return source, postcode, int(number), "BU" + cells[2].strip().zfill(8)


def _reduced(postcode: str, houses: Houses) -> Iterator[PostcodeRow]:
    """Give the neighbourhood most houses are in, and each house number that is in another."""
    codes = {number: _most_common(found) for number, found in sorted(houses.items())}
    usual = _most_common(Counter(codes.values()))
    yield PostcodeRow(postcode, 0, usual)
    for number, code in codes.items():
        if code != usual:
            yield PostcodeRow(postcode, number, code)


def _most_common(found: Counter[str]) -> str:
    """Return the code that occurs most; of equals, the lowest."""
    return min(found, key=lambda code: (-found[code], code))
