"""Work for later: solve a plan."""

from typing import cast

from flask import Flask, current_app
from werkzeug.local import LocalProxy

from app.core.jobs import job
from app.matching import solving


@job("matching.solve", talks_outside=True)  # nobody may wait for a solver either
def solve(plan_id: int) -> None:
    """Solve a plan once; a second run finds it solved and does nothing."""
    app = cast("LocalProxy[Flask]", current_app)._get_current_object()
    solving.solve_plan(plan_id, app)
