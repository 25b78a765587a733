"""What the numbers say: a table for each subject, in the words of who reads it."""

from app.statistics.tables.hours import hours
from app.statistics.tables.money import pots
from app.statistics.tables.people import sign_ups
from app.statistics.tables.plans import states, themes
from app.statistics.tables.verdicts import verdicts
from app.statistics.tables.waiting import requests, reviews

__all__ = ["hours", "pots", "requests", "reviews", "sign_ups", "states", "themes", "verdicts"]
