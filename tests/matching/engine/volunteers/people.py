"""Volunteers and moments to fit together; small ones to read, and random ones."""

from datetime import UTC, datetime, timedelta
from random import Random

from app.matching.engine.volunteers.problem import DISTRICT, EVERYWHERE, Moment, Volunteer

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)  # a Tuesday
WORK = ("green", "repair", "food", "company")
DAYS = ("mo", "tu", "we")
PARTS = ("morning", "afternoon", "evening")


def some(*codes: str) -> frozenset[str]:
    return frozenset(codes)


def a_volunteer(number: int = 1, **told: object) -> Volunteer:
    known = {"neighbourhood": 11, "district": 1, "has_helped": True}
    return Volunteer(id=number, **known | told)


def a_moment(number: int = 1, **asked: object) -> Moment:
    """Return a Tuesday afternoon of gardening in neighbourhood 11 of district 1, half full."""
    known = {
        "task": number,
        "initiative": 100 + number,
        "neighbourhood": 11,
        "district": 1,
        "starts_at": NOON,
        "ends_at": NOON + timedelta(hours=2),
        "day": "tu",
        "parts": some("afternoon"),
        "places": 10,
        "taken": 5,
        "work": some("green"),
    }
    return Moment(id=number, **known | asked)


def random_volunteer(random: Random, number: int) -> Volunteer:
    def few(codes: tuple[str, ...]) -> frozenset[str]:
        return frozenset(random.sample(codes, random.randrange(len(codes))))

    home = random.choice([None, 11, 12, 21])
    return Volunteer(
        id=number,
        likes=few(WORK),
        learns=few(WORK),
        days=few(DAYS),
        parts=few(PARTS),
        tongues=few(("tr", "ar")),
        reach=random.choice([DISTRICT, EVERYWHERE]),
        neighbourhood=home,
        district=home // 10 if home else None,
        has_helped=random.random() < 0.5,
        hidden=frozenset(random.sample(range(1, 20), 2)),
        asked_at=random.choice([None, NOON - timedelta(days=random.randrange(30))]),
    )


def random_moment(random: Random, number: int) -> Moment:
    place = random.choice([11, 12, 21])
    starts_at = NOON + timedelta(days=random.randrange(3))
    return Moment(
        id=number,
        task=1 + number // 3,
        initiative=1 + number // 6,
        neighbourhood=place,
        district=place // 10,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        day=random.choice(DAYS),
        parts=frozenset(random.sample(PARTS, 1)),
        places=10,
        taken=random.randrange(11),
        work=frozenset(random.sample(WORK, random.randrange(3))),
        tongues=frozenset(random.sample(("tr", "ar"), random.randrange(2))),
        teaches=random.random() < 0.5,
        is_easy=random.random() < 0.5,
    )
