"""The command that forgets what is past its term, or says what it would forget."""

import click
from flask import Blueprint

from app.privacy import retention

bp = Blueprint("privacy_commands", __name__, cli_group="privacy")
bp.cli.help = "Forget what is kept of people, in time."


@bp.cli.command("forget")
@click.option(
    "--dry-run", is_flag=True, help="Print how many rows are past their term; change none."
)
def forget(dry_run: bool) -> None:
    """Forget what is past its term and print how many rows of each kind: a worker does so every night."""
    for term in retention.TERMS:
        number = retention.past(term) if dry_run else retention.forget(term)
        click.echo(f"{number}\t{term.name}")
