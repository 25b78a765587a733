"""The published table of weights."""

from app.matching.engine.score import SHARES
from app.matching.engine.weights import TABLE, WEIGHTS


def test_the_table_is_what_was_published_under_this_version():
    """Change a weight, and the version changes with it: stored runs name their version."""
    assert (WEIGHTS.version, WEIGHTS.thousandths) == (
        "2026.1",
        {
            "expertise": 250,
            "nearness": 150,
            "knows": 150,
            "theme": 100,
            "urgency": 100,
            "spread": 100,
            "goal": 75,
            "first_support": 75,
        },
    )


def test_all_weights_together_make_a_thousand():
    assert sum(weight.thousandths for weight in TABLE) == 1000


def test_every_part_has_a_weight_and_a_reason():
    assert [weight.part for weight in TABLE if weight.reason] == list(SHARES)
