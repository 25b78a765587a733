"""The commands that make a backup and put one back."""

from pathlib import Path

import click
from flask import Blueprint

from app.backup import making, restoring
from app.backup.errors import NotPossible

bp = Blueprint("backups", __name__, cli_group=None)
A_FOLDER = click.Path(path_type=Path, file_okay=False)


@bp.cli.command("backup")
@click.argument("folder", type=A_FOLDER)
def backup(folder: Path) -> None:
    """Write the database and the photos to FOLDER, while the portal runs."""
    try:
        made = making.make(folder)
    except NotPossible as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"{folder}: {made.database}, schema {made.revision}, {len(made.files)} files")


@bp.cli.command("restore")
@click.argument("folder", type=A_FOLDER)
@click.option("--replace", is_flag=True, help="Throw away what is in the database now.")
@click.option(
    "--without-journal", is_flag=True, help="The journal is lost: hold mail, erase nobody again."
)
def restore(folder: Path, replace: bool, without_journal: bool) -> None:
    """Put the backup in FOLDER back. Stop the web processes and the workers first."""
    try:
        done = restoring.restore(folder, replace=replace, without_journal=without_journal)
    except NotPossible as refusal:
        raise click.ClickException(str(refusal)) from refusal
    after = done.aftermath
    click.echo(f"The portal is back as it was at {done.manifest.made_at}.")
    click.echo(f"{after.erased} accounts were erased since, and are erased again.")
    for hindrance in after.hindrances:
        click.echo(f"  Others count on {hindrance}")
    click.echo(f"{after.mails_left} mails left since, and do not leave again.")
    if after.mails_held:
        click.echo(f"{after.mails_held} mails are held: see `flask jobs dead`, `flask jobs retry`.")
    click.echo("Everybody signs in anew. Roles and blocks are as they were then: look at them.")
