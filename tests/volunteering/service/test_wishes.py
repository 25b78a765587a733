"""What a volunteer told is kept for that person, can be changed and wiped, and limits who is asked."""

from datetime import timedelta

from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.volunteering import queries, service
from app.volunteering.kinds import DayPart, Reach, Tongue, Weekday, Work
from app.volunteering.service import REST, Wishes
from app.volunteering.wishes import TaskMark, VolunteerWishes
from factories.accounts import a_person
from factories.volunteering import a_task, some_wishes

TOLD = Wishes(
    likes=[Work.FOOD, Work.GREEN],
    learns=[Work.REPAIR],
    days=[Weekday.TUESDAY],
    parts=[DayPart.AFTERNOON],
    reach=Reach.DISTRICT,
    tongues=[Tongue.TR],
    may_be_asked=True,
)
NOTHING = Wishes([], [], [], [], Reach.EVERYWHERE, [], may_be_asked=False)


def kept_of(person: User) -> VolunteerWishes:
    db.session.flush()
    db.session.expire_all()
    kept = queries.wishes_of(person)
    assert kept is not None
    return kept


def test_what_somebody_told_is_kept_in_one_row_in_the_order_of_the_list() -> None:
    bilal = a_person("Bilal")
    service.keep_wishes(NOTHING, by=bilal)

    service.keep_wishes(TOLD, by=bilal)

    kept = kept_of(bilal)
    assert kept.likes == [Work.GREEN, Work.FOOD]
    assert (kept.days, kept.reach, kept.may_be_asked) == ([Weekday.TUESDAY], Reach.DISTRICT, True)
    assert db.session.query(VolunteerWishes).count() == 1
    assert [line.action for line in db.session.query(Entry)] == ["volunteer_wishes.keep"] * 2


def test_what_is_wiped_is_gone_with_the_hidden_tasks_and_twice_is_fine() -> None:
    bilal, vera = a_person("Bilal"), a_person("Vera")
    for person in (bilal, vera):
        some_wishes(person)
        service.hide_task(a_task(), by=person)

    service.wipe_wishes(by=bilal)
    service.wipe_wishes(by=bilal)

    assert queries.wishes_of(bilal) is None
    assert [one.user_id for one in db.session.query(TaskMark)] == [vera.id]
    assert db.session.query(Entry).filter_by(action="volunteer_wishes.wipe").count() == 1


def test_hiding_counts_once_leaves_no_line_in_the_log_and_can_be_taken_back() -> None:
    bilal, task = a_person("Bilal"), a_task()
    service.hide_task(task, by=bilal)
    service.hide_task(task, by=bilal)

    assert (queries.number_hidden(bilal), db.session.query(Entry).count()) == (1, 0)

    service.show_hidden(by=bilal)

    assert (queries.number_hidden(bilal), db.session.query(TaskMark).count()) == (0, 0)


def test_somebody_is_asked_once_a_week_whatever_the_task() -> None:
    bilal, first, second = a_person("Bilal"), a_task(), a_task(title="Soep koken")
    wishes = some_wishes(bilal)

    assert service.note_asked(bilal, first)
    assert not service.note_asked(bilal, second)

    wishes.asked_at = clock.now() - REST - timedelta(minutes=1)
    assert service.note_asked(bilal, second)
    assert {mark.task_id for mark in db.session.query(TaskMark)} == {first.id, second.id}


def test_who_does_not_want_to_be_asked_is_not() -> None:
    bilal = a_person("Bilal")
    assert not service.note_asked(bilal, a_task())

    some_wishes(bilal, may_be_asked=False)
    assert not service.note_asked(bilal, a_task())
    assert db.session.query(TaskMark).count() == 0


def test_showing_hidden_tasks_keeps_for_which_somebody_was_asked() -> None:
    bilal, task = a_person("Bilal"), a_task()
    some_wishes(bilal)
    service.note_asked(bilal, task)
    service.hide_task(task, by=bilal)

    service.show_hidden(by=bilal)

    mark = db.session.query(TaskMark).one()
    assert (mark.hidden_at, mark.asked_at is None) == (None, False)
