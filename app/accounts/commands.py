"""Commands for whoever runs the portal: register staff, roles, a lost app, list them."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Blueprint, url_for

from app.accounts import queries, service
from app.accounts.models import Purpose, RoleAssignment, User
from app.accounts.roles import Role
from app.areas.models import Area
from app.core.db import db
from app.core.errors import DomainError
from app.core.mail import address
from app.core.transaction import transaction

bp = Blueprint("accounts_commands", __name__, cli_group="accounts")
bp.cli.help = "Register staff, give and take roles, reset a lost app for codes."

ROLE = click.Choice([role.value for role in Role])
which_role = click.option("--role", "code", required=True, type=ROLE)
which_area = click.option("--area", "slug", help="Web name of an area; without it, everywhere.")


@bp.cli.command("staff")
@click.argument("email")
@click.argument("name")
@which_role
@which_area
@click.option("--show-link", is_flag=True, help="Print the link instead of mailing it.")
def staff(email: str, name: str, code: str, slug: str | None, show_link: bool) -> None:
    """Register a member of staff and mail a link to choose a password."""
    with _plainly():
        person = service.register_staff(email, name, Role.of(code), area=_area(slug), by=None)
        if show_link:
            token = service.make_link(person.email, Purpose.PASSWORD)
            click.echo(url_for("accounts.choose_password", token=token, _external=True))
        else:
            service.ask_link(person.email, Purpose.PASSWORD)
            click.echo(f"{person.email}: a link to choose a password is in the mail")


@bp.cli.command("grant")
@click.argument("email")
@which_role
@which_area
def grant(email: str, code: str, slug: str | None) -> None:
    """Give a role to somebody who has an account."""
    with _plainly():
        person = _person(email)
        service.give_role(person, Role.of(code), area=_area(slug), by=None)
        click.echo(f"{person.email}: is now {code} in {slug or 'the whole municipality'}")


@bp.cli.command("revoke")
@click.argument("email")
@which_role
@which_area
def revoke(email: str, code: str, slug: str | None) -> None:
    """Take a role away from somebody."""
    with _plainly():
        person, area = _person(email), _area(slug)
        service.take_role(_held(person, code, area), by=None)
        click.echo(f"{person.email}: is no longer {code} in {slug or 'the whole municipality'}")


@bp.cli.command("reset-app")
@click.argument("email")
@click.argument("reason")
def reset_app(email: str, reason: str) -> None:
    """Forget the app and passkeys of who lost them, for when no administrator can do so."""
    with _plainly():
        person = _person(email)
        service.reset_app(person, by=None, reason=reason)
        click.echo(
            f"{person.email}: has no app for codes and no passkey any more, and is signed out"
        )


@bp.cli.command("list")
def list_staff() -> None:
    """Print everybody with a role: address, name, role and area, separated by tabs."""
    for person in db.session.scalars(queries.staff()):
        for held in person.assignments:
            where = held.area.slug if held.area else ""
            click.echo("\t".join([person.email, person.name, held.role.value, where]))


@contextmanager
def _plainly() -> Iterator[None]:
    """Keep everything, or say which field was wrong and keep nothing."""
    try:
        with transaction():
            yield
    except DomainError as refusal:
        field = f"{refusal.field}: " if refusal.field else ""
        raise click.ClickException(f"{field}{refusal.message}") from refusal


def _area(slug: str | None) -> Area | None:
    if slug is None:
        return None
    area = db.session.query(Area).filter_by(slug=slug).one_or_none()
    if area is None:
        raise click.BadParameter(f"no area is called {slug!r}", param_hint="--area")
    return area


def _person(email: str) -> User:
    person = queries.by_email(address(email))
    if person is None:
        raise click.BadParameter(f"nobody has an account for {email!r}", param_hint="EMAIL")
    return person


def _held(person: User, code: str, area: Area | None) -> RoleAssignment:
    area_id = area.id if area else None
    for held in person.assignments:
        if held.role.value == code and held.area_id == area_id:
            return held
    raise click.BadParameter(f"{person.email} does not have this role there", param_hint="--role")
