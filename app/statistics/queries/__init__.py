"""What the numbers are counted from: one statement for each table, however many rows there are."""

from app.statistics.queries.hours import TeamHours, hours
from app.statistics.queries.money import Pot, pots
from app.statistics.queries.people import SignUps, sign_ups
from app.statistics.queries.plans import Counted, states, themes
from app.statistics.queries.verdicts import Answered, verdicts
from app.statistics.queries.waiting import Waited, requests, reviews

__all__ = [
    "Answered",
    "Counted",
    "Pot",
    "SignUps",
    "TeamHours",
    "Waited",
    "hours",
    "pots",
    "requests",
    "reviews",
    "sign_ups",
    "states",
    "themes",
    "verdicts",
]
