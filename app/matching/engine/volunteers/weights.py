"""How much each part of a fit counts: the one published table. It is about a pair, and kept nowhere.

Nothing here is about origin, income, religion, health or age, about whether somebody came when
promised, or about how often.
"""

from app.matching.engine.weights import Weight, Weights

TABLE = (
    Weight("likes", 250, "Who does what they like, comes back."),
    Weight("nearness", 200, "A task around the corner is easier to join, and you meet neighbours."),
    Weight("learns", 150, "Learning something is a reason to help."),
    Weight("room", 150, "Popular tasks fill up by themselves; others need to be seen."),
    Weight("time", 100, "A moment that somebody named fits better than any moment."),
    Weight("first_time", 100, "Who never helped before begins best with an easy task."),
    Weight("tongue", 50, "Working together is nicer in a language that you share."),
)
WEIGHTS = Weights("2026.1", {weight.part: weight.thousandths for weight in TABLE})
