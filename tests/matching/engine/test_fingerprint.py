"""One question, one code."""

import json
from dataclasses import fields, replace
from datetime import date
from random import Random

import pytest

from app.matching.engine.fingerprint import canonical, fingerprint
from app.matching.engine.problem import Problem
from matching.engine.worlds import a_context, a_line, a_request, a_supply, a_world

QUESTION = Problem(
    (a_request(a_line(welcome=frozenset({"exercise", "loneliness"}))),), (a_supply(),), a_context()
)


def test_the_code_of_a_question_never_changes():
    """A stored run must be recognised by every later release."""
    assert (
        fingerprint(QUESTION) == "a86cec740968a569fd53fff6299f83b7a29759821505ba6ad3281ad738a5f26a"
    )


def test_the_order_of_rows_does_not_matter():
    for seed in range(50):
        world = a_world(seed, supplies=12, lines=4)
        mixed = Random(seed)
        lines, supplies = list(world.request.lines), list(world.supplies)
        mixed.shuffle(lines)
        mixed.shuffle(supplies)
        other = world._replace(
            request=replace(world.request, lines=tuple(lines)), supplies=supplies
        )

        assert fingerprint(other.problem()) == fingerprint(world.problem())


CHANGES = {
    "expertise": "money",
    "declined": frozenset({"offer:9"}),
    "kind": "coaching",
    "kinds": frozenset({"coaching"}),
    "language": "ar",
    "id": 7,
    "provider_id": "team:9",
    "areas": frozenset({"WK1"}),
    "neighbourhood": "BU2",
    "district": "WK2",
    "has_legal_basis": False,
    "withdrawn": True,
    "lines": (a_line(hours=3),),
    "submitted_on": date(2026, 1, 1),
    "today": date(2026, 1, 1),
    "wanted_by": date(2026, 1, 1),
    "starts_on": date(2026, 1, 1),
    "ends_on": date(2030, 1, 1),
    "goal_ids": frozenset({5}),
    "initiator_organisation_ids": frozenset({5}),
    "organisation_ids": frozenset({5}),
    "knows": frozenset({5}),
    "load": {"team:1": 5},
    "support_received": {"BU1": 5},
    "hours": 5,
    "total_hours": 9,
    "free_hours": 5,
    "cents": 5,
    "free_cents": 5,
    "max_cents": 5,
    "pieces": 5,
    "initiative_id": 5,
}
COUNTED = a_supply(total_hours=8, free_hours=6)


@pytest.mark.parametrize(
    ("what", "field"),
    [
        (what, field.name)
        for what in (a_line(), a_request(), COUNTED, a_context())
        for field in fields(what)
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_every_field_counts(what, field):
    other = replace(what, **{field: CHANGES.get(field, frozenset({"another"}))})

    assert canonical(other) != canonical(what)


def test_the_question_can_be_kept_as_json():
    kept = json.loads(canonical(QUESTION))

    assert kept["context"] == {"load": {}, "support_received": {}, "today": "2026-10-01"}
    assert kept["requests"][0]["lines"][0]["welcome"] == ["exercise", "loneliness"]
    assert kept["supplies"][0]["areas"] is None
