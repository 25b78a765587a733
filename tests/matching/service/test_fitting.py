"""Tasks that fit somebody, and asking volunteers for a task: how many, never who."""

from datetime import datetime, timedelta

import pytest

from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives.lifecycle import TextState
from app.matching import service
from app.matching.service.fitting import FOR_ONE_PLACE, HANDFUL
from app.notifications.models import Message
from app.volunteering import service as volunteering
from app.volunteering.kinds import DayPart, Reach, Weekday, Work
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.wishes import TaskCall, VolunteerWishes
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.volunteering import a_garden_shift, a_past_shift, a_place, a_shift, some_wishes


def at(weekday: int, hour: int) -> datetime:
    """Return a moment in the week after next, as clocks in Amsterdam say it."""
    monday = clock.today() - timedelta(days=clock.today().weekday()) + timedelta(days=14)
    day = monday + timedelta(days=weekday)
    return datetime(day.year, day.month, day.day, hour, tzinfo=clock.AMSTERDAM)


def titles(wishes: VolunteerWishes) -> list[str]:
    return [one.shift.task.title for one in service.fitting_for(wishes)]


def codes(wishes: VolunteerWishes) -> list[str]:
    (one,) = service.fitting_for(wishes)
    return [reason.code for reason in one.reasons]


def test_the_day_and_the_part_of_it_are_those_in_amsterdam() -> None:
    wishes = some_wishes(
        a_person("Bilal"), days=[Weekday.TUESDAY], parts=[DayPart.AFTERNOON, DayPart.EVENING]
    )
    for title, starts_at in (
        ("Ochtend", at(1, 11)),
        ("Middag", at(1, 12)),
        ("Avond", at(1, 22)),
        ("Woensdag", at(2, 12)),
    ):
        a_garden_shift(title=title, starts_at=starts_at)

    assert titles(wishes) == ["Middag", "Avond"]


def test_what_ends_at_noon_is_a_morning() -> None:
    wishes = some_wishes(a_person("Bilal"), parts=[DayPart.MORNING])
    a_garden_shift(starts_at=at(1, 10))

    assert codes(wishes) == ["likes", "room", "time"]


@pytest.mark.parametrize(
    ("home", "reach", "number"),
    [
        ("mill", Reach.NEIGHBOURHOOD, 1),
        ("harbour", Reach.NEIGHBOURHOOD, 0),
        ("harbour", Reach.DISTRICT, 1),
        ("park", Reach.DISTRICT, 0),
        ("park", Reach.EVERYWHERE, 1),
        (None, Reach.DISTRICT, 0),
    ],
)
def test_it_is_no_further_than_somebody_wants(home: str | None, reach: Reach, number: int) -> None:
    a_garden_shift()  # in the Molenbuurt
    bilal, town = a_person("Bilal"), a_town()
    bilal.neighbourhood_id = getattr(town, home).id if home else None

    assert len(titles(some_wishes(bilal, reach=reach))) == number


def test_who_never_helped_hears_that_a_task_is_easy_to_begin_with() -> None:
    a_garden_shift().task.is_easy = True
    bilal, vera = a_person("Bilal"), a_person("Vera")
    a_place(a_past_shift(), "Vera")
    new, used = some_wishes(bilal), some_wishes(vera)

    assert codes(new) == ["likes", "room", "first_time"]
    assert codes(used) == ["likes", "room"]


def test_own_joined_hidden_full_and_overlapping_tasks_stay_away() -> None:
    bilal = a_person("Bilal")
    wishes, soon = some_wishes(bilal), at(1, 12)
    own, joined, hidden, full, overlapping, good = (
        a_garden_shift(title=title, starts_at=soon + timedelta(days=days), places=1)
        for title, days in (
            ("Eigen", 0),
            ("Mee", 1),
            ("Weg", 2),
            ("Vol", 3),
            ("Bots", 4),
            ("Ja", 5),
        )
    )
    own.task.initiative.owner = bilal
    volunteering.sign_up(joined, by=bilal)
    volunteering.hide_task(hidden.task, by=bilal)
    a_place(full, "Vera")
    full.taken = 1
    elsewhere = a_shift(starts_at=overlapping.starts_at + timedelta(hours=1))
    volunteering.sign_up(elsewhere, by=bilal)

    assert titles(wishes) == [good.task.title]


def test_never_more_than_a_handful_and_a_waiting_task_is_not_there() -> None:
    for number in range(HANDFUL + 2):
        a_garden_shift(title=f"Klus {number}")
    a_garden_shift(title="Wacht").task.state = TextState.WAITING

    found = titles(some_wishes(a_person("Bilal")))

    assert len(found) == HANDFUL
    assert "Wacht" not in found


def gardeners(number: int) -> None:
    for count in range(number):
        some_wishes(a_person(f"Tuinier {count}"))


def asked() -> list[str]:
    rows = db.session.query(Message).filter(Message.subject.startswith("Is dit iets voor jou?"))
    return sorted(row.email for row in rows)


def call(shift: Shift) -> TaskCall:
    return service.call_volunteers(shift.task, by=shift.task.author)


def test_those_whom_a_task_fits_get_a_message_and_the_log_says_how_many() -> None:
    shift = a_garden_shift()
    gardeners(3)
    some_wishes(a_person("Kok"), likes=[Work.FOOD])
    some_wishes(a_person("Stil"), may_be_asked=False)

    made = call(shift)

    assert made.number == 3
    assert asked() == [f"tuinier.{count}@voorbeeld.example" for count in range(3)]
    line = db.session.query(Entry).filter_by(action="task_calls.ask").one()
    assert (line.reason, line.actor_id) == ("3", shift.task.author_id)
    assert db.session.query(SignUp).count() == 0, "the volunteer chooses"


def test_a_second_press_asks_nobody_and_after_a_week_the_others_are_asked() -> None:
    shift = a_garden_shift(places=1, starts_at=clock.now() + timedelta(days=20))
    gardeners(FOR_ONE_PLACE + 2)

    first = call(shift)
    assert (first.number, call(shift).id) == (FOR_ONE_PLACE, first.id)
    before = asked()
    assert len(before) == FOR_ONE_PLACE

    first.made_at = long_ago = clock.now() - timedelta(days=8)
    for wishes in db.session.query(VolunteerWishes):
        wishes.asked_at = wishes.asked_at and long_ago
    db.session.flush()
    assert call(shift).number == 2
    assert len(set(asked())) == FOR_ONE_PLACE + 2, "nobody is asked twice for one task"


def test_another_task_in_the_same_week_asks_only_who_was_not_asked_yet() -> None:
    gardeners(2)
    call(a_garden_shift())
    some_wishes(a_person("Nieuw"))

    assert call(a_garden_shift(title="Harken")).number == 1


def test_who_organises_is_not_asked_and_neither_is_who_is_blocked_or_coming() -> None:
    shift = a_garden_shift()
    blocked, coming = a_person("Weg"), a_person("Komt")
    for person in (shift.task.author, blocked, coming):
        some_wishes(person)
    blocked.blocked_at = clock.now()
    a_place(shift, "Komt", SignUpState.CONFIRMED)

    with pytest.raises(Refused, match="past de klus bij niemand"):
        call(shift)
    assert (asked(), db.session.query(TaskCall).count()) == ([], 0)


def test_a_full_task_asks_nobody_and_a_closed_one_neither() -> None:
    shift = a_garden_shift(places=1)
    gardeners(1)
    shift.taken = 1
    with pytest.raises(Refused, match="geen plek vrij"):
        call(shift)

    shift.task.state = TextState.WAITING
    with pytest.raises(OutOfDate):
        call(shift)


def test_only_who_organises_it_may_ask() -> None:
    task: VolunteerTask = a_garden_shift().task
    for person in (a_person("Bilal"), a_coordinator(a_town().north)):
        with pytest.raises(NotAllowed):
            service.call_volunteers(task, by=person)


def test_who_hid_a_task_is_not_asked_for_it() -> None:
    shift, bilal = a_garden_shift(), a_person("Bilal")
    some_wishes(bilal)
    volunteering.hide_task(shift.task, by=bilal)

    with pytest.raises(Refused, match="past de klus bij niemand"):
        call(shift)
