"""What everybody may know about how help is shared out, for people and for programs."""

import json

from flask import Response, render_template

from app.matching import register, words
from app.matching.engine import eligibility
from app.matching.engine.weights import WEIGHTS
from app.matching.views.blueprint import bp


@bp.get("/zo-verdelen-we-hulp")
def published() -> str:
    """Tell in plain words which rules and points there are, and who decides."""
    return render_template(
        "matching/published.html",
        demanded=words.demanded(),
        counted=words.counted(),
        demanded_for_volunteers=words.demanded_for_volunteers(),
        counted_for_volunteers=words.counted_for_volunteers(),
        rules_version=eligibility.VERSION,
        weights_version=WEIGHTS.version,
    )


@bp.get("/zo-verdelen-we-hulp/algorithm.json")
def algorithm() -> Response:
    """Give the same as data, in the fields of the Algoritmeregister."""
    told = json.dumps(register.entry(), ensure_ascii=False, indent=2)
    answer = Response(told, mimetype="application/json")
    answer.headers["Cache-Control"] = "public, max-age=3600"
    return answer
