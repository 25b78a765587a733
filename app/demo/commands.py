"""Commands that fill an empty portal with an invented municipality, and say who can sign in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from flask import Blueprint, current_app, url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.transaction import transaction
from app.demo import cast, service
from app.demo.cast import Player
from app.demo.service import Size, bulk

bp = Blueprint("demo", __name__, cli_group="demo")
bp.cli.help = "An invented municipality, for development, tests and measurements."

LINK, PASSWORD = "link in the mail", "password"
SMALL = Size(residents=300, initiatives=120, seed=1)


@bp.cli.command("fill")
@click.option("--residents", type=click.IntRange(service.FEWEST_RESIDENTS), help="How many people.")
@click.option(
    "--initiatives",
    type=click.IntRange(service.FEWEST_INITIATIVES),
    help="How many plans of theirs.",
)
@click.option("--seed", type=click.IntRange(0), help="Another number gives another life.")
@click.option("--small", is_flag=True, help="300 residents, 120 initiatives, seed 1.")
@click.option(
    "--if-empty", is_flag=True, help="Change nothing when somebody or something is there."
)
def fill(
    residents: int | None, initiatives: int | None, seed: int | None, small: bool, if_empty: bool
) -> None:
    """Fill an empty portal. Broken off, it leaves the portal empty."""
    size = _size(residents, initiatives, seed, small=small)
    if current_app.config["PRODUCTION"]:
        raise click.ClickException(
            "This is a portal for real residents: it takes no invented ones."
        )
    if not service.is_empty():
        if if_empty:
            click.echo("The portal is not empty: nothing was changed.")
            return
        raise click.ClickException(
            "The portal is not empty. Invented residents need a database of their own."
        )
    with transaction():
        service.fill(size, today=clock.today(), watch=_progress)
    bulk.tidy(db.engine)
    click.echo(f"{size.residents} residents and {size.initiatives} initiatives, seed {size.seed}")


@bp.cli.command("accounts")
def accounts() -> None:
    """Print the people to sign in as, and how."""
    emails = [player.email for player in cast.CAST]
    if db.session.query(User).filter(User.email.in_(emails)).count() < len(emails):
        raise click.ClickException("Nobody of the demo is here. Fill an empty portal first.")
    rows = [("name", "role", "e-mail", "signs in with")]
    rows += [(player.name, _part(player), player.email, _key_of(player)) for player in cast.CAST]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())
    click.echo()
    click.echo(
        f"{LINK}: ask for it at {url_for('accounts.sign_in', _external=True)},"
        f" read it at {url_for('notifications.mailbox', _external=True)}"
    )
    staff = url_for("accounts.sign_in_with_password", _external=True)
    click.echo(f"{PASSWORD}: {cast.PASSWORD}, at {staff}")


def _size(residents: int | None, initiatives: int | None, seed: int | None, *, small: bool) -> Size:
    """Return how much is wanted; ``--small`` says it all, otherwise both numbers are needed."""
    if small:
        if (residents, initiatives, seed) != (None, None, None):
            raise click.UsageError("--small goes without --residents, --initiatives and --seed.")
        return SMALL
    if residents is None or initiatives is None:
        missing = "--residents" if residents is None else "--initiatives"
        raise click.UsageError(f"Give {missing}, or --small.")
    return Size(residents, initiatives, SMALL.seed if seed is None else seed)


@contextmanager
def _progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    with click.progressbar(length=total, label=label.ljust(30)) as bar:
        yield lambda: bar.update(1)


def _part(player: Player) -> str:
    """Return the role as the portal calls it, and for whom."""
    role = player.role.label if player.role else _("Bewoner")
    return f"{role}, {player.party.name}" if player.party else role


def _key_of(player: Player) -> str:
    return PASSWORD if player.role else LINK
