"""Solve a plan again: the same question, decisions and program give the same answer."""

import click
from flask import Blueprint

from app.core.db import db
from app.matching import queries
from app.matching.engine.fingerprint import fingerprint
from app.matching.engine.frozen import thaw
from app.matching.engine.planning.rounds import plan_round
from app.matching.models import Plan

commands = Blueprint("replay", __name__, cli_group="matching")
commands.cli.help = "Plans that share out the hours of teams."


@commands.cli.command("replay")
@click.argument("plan_id", type=int)
def replay(plan_id: int) -> None:
    """Solve PLAN_ID again from what was kept of it; end with 1 when the answer differs."""
    plan = db.session.get(Plan, plan_id)
    if plan is None or plan.solved_at is None:
        raise click.BadParameter("no plan with this number was solved", param_hint="PLAN_ID")
    question = thaw(plan.question)
    if fingerprint(question) != plan.fingerprint:
        raise click.ClickException("the question is not the one that was asked")
    again = plan_round(question, queries.as_choices(queries.choices_of(plan)))
    kept = {
        line.need_id: f"offer:{line.offer_id}" if line.offer_id else None for line in plan.lines
    }
    now = {line.line_id: line.supply_id for line in again.lines}
    for line_id in sorted(kept.keys() | now.keys()):
        if kept.get(line_id) != now.get(line_id):
            click.echo(f"need {line_id}: was {kept.get(line_id)}, is {now.get(line_id)}")
    if kept != now or (again.value, again.bound) != (plan.value, plan.bound):
        raise click.ClickException(
            f"another answer: value {plan.value} -> {again.value}, bound {plan.bound} -> {again.bound},"
            f" solver {plan.solver} -> {again.solver}"
        )
    click.echo(f"the same plan: value {again.value}, bound {again.bound}, {again.solver}")
