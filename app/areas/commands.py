"""Commands for whoever runs the portal: load areas, and draw the municipality's own."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click
from flask import Blueprint
from sqlalchemy import select

from app.areas import service
from app.areas.models import Area
from app.areas.reading.kinds import FileKind, kind_of
from app.areas.reading.problems import BadFiles, Problems
from app.core.db import db
from app.core.errors import DomainError
from app.core.transaction import transaction

bp = Blueprint("areas", __name__, cli_group="areas")
bp.cli.help = "Load areas and draw your own."

A_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
WRONG = 1  # exit code for files or values that cannot be used


@bp.cli.command("load")
@click.argument("files", nargs=-1, required=True, type=A_FILE)
@click.option("--year", required=True, type=click.IntRange(1995, 2100), help="Year of the areas.")
@click.option("--dry-run", is_flag=True, help="Read and check everything, keep nothing.")
def load(files: tuple[Path, ...], year: int, dry_run: bool) -> None:
    """Load areas, key figures and postcodes from files of the CBS and PDOK.

    FILES are GeoJSON outlines, CSV tables of key figures and pc6hnr tables of postcodes, in any
    order: what they are is seen from what is in them. Everything is kept, or nothing.
    """
    try:
        with transaction(keep=not dry_run):
            result = _load(files, year)
    except BadFiles as wrong:
        for problem in wrong.problems:
            click.echo(problem, err=True)
        raise SystemExit(WRONG) from wrong
    except DomainError as refusal:
        _refuse(refusal)
    click.echo(f"{result}{', nothing kept (dry run)' if dry_run else ''}")


@bp.cli.command("own")
@click.argument("name")
@click.argument("codes", nargs=-1, required=True)
def own(name: str, codes: tuple[str, ...]) -> None:
    """Define an area called NAME as the neighbourhoods with CODES (BU...), or define it anew."""
    try:
        with transaction():
            area = service.define_own_area(name, _neighbourhoods(codes), by=None)
            line = f"{area.name}: {len(set(codes))} neighbourhoods, at {area.slug}"
    except DomainError as refusal:
        _refuse(refusal)
    click.echo(line)


def _load(files: Sequence[Path], year: int) -> service.Result:
    problems = Problems()
    kinds = [(kind_of(path, problems), path) for path in files]
    problems.stop()
    outlines, figures, postcodes = (
        [path for kind, path in kinds if kind == wanted] for wanted in FileKind
    )
    return service.load(outlines, figures, postcodes, year=year)


def _neighbourhoods(codes: Sequence[str]) -> list[Area]:
    known = {
        area.code: area for area in db.session.scalars(select(Area).where(Area.code.in_(codes)))
    }
    missing = sorted(set(codes) - known.keys())
    if missing:
        raise click.BadParameter(f"no area has the code {', '.join(missing)}", param_hint="CODES")
    return list(known.values())


def _refuse(refusal: DomainError) -> NoReturn:
    field = f"{refusal.field}: " if refusal.field else ""
    click.echo(f"{field}{refusal.message}", err=True)
    raise SystemExit(WRONG) from refusal
