"""Read sign-ups: one's own, the queue, and who comes to what one organises."""

from datetime import timedelta

import pytest

from app.accounts.models import Visitor
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound
from app.core.paging import page_of
from app.volunteering import queries, rules, service
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours


def test_the_list_and_the_rule_agree_for_everybody() -> None:
    town, people = a_town(), neighbours(3)
    all_sign_up(a_shift(places=1), people)
    service.sign_up(a_shift(starts_at=clock.now() + timedelta(days=9)), by=a_person("Anna"))
    actors = [
        Visitor(),
        a_person("Anna"),
        *people,
        a_coordinator(town.north),
        a_coordinator(town.south, "Sjoerd"),
        a_coordinator(None, "Chef"),
        a_moderator(),
    ]
    db.session.commit()

    everything = db.session.query(SignUp).all()
    for actor in actors:
        listed = set(db.session.scalars(queries.sign_ups_visible_to(actor)))
        assert listed == {one for one in everything if rules.see_sign_up(actor, one)}, actor


def test_the_sign_up_of_somebody_else_is_not_found() -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))

    assert queries.sign_up_for(a_person("Bilal"), sign_up.id) is sign_up
    for actor in (a_person("Vera"), Visitor()):
        with pytest.raises(NotFound):
            queries.sign_up_for(actor, sign_up.id)


def test_the_queue_counts_only_those_who_wait_for_the_same_shift() -> None:
    people, shift = neighbours(4), a_shift(places=1)
    all_sign_up(a_shift(places=1, starts_at=clock.now() + timedelta(days=1)), people[2:])
    sign_ups = all_sign_up(shift, people)

    service.cancel(sign_ups[1], by=people[1])

    assert queries.positions(sign_ups) == {sign_ups[2].id: 1, sign_ups[3].id: 2}
    assert queries.positions([]) == {}


def test_own_sign_ups_are_those_that_count() -> None:
    bilal, shift, other = a_person("Bilal"), a_shift(), a_shift()
    service.cancel(service.sign_up(shift, by=bilal), by=bilal)
    again = service.sign_up(shift, by=bilal)
    service.sign_up(other, by=a_person("Vera"))

    assert queries.own_sign_ups(bilal, [shift, other]) == {shift.id: again}
    assert queries.own_sign_ups(Visitor(), [shift]) == {}


def test_organisers_see_who_comes_by_moment_and_in_order() -> None:
    task, people = a_task(), neighbours(3)
    late = a_shift(task, places=1)
    soon = a_shift(task, starts_at=clock.now() + timedelta(days=1))
    to_late = all_sign_up(late, people)
    to_soon = all_sign_up(soon, people[:1])
    service.cancel(to_late[2], by=people[2])

    rows = page_of(queries.live_sign_ups_to(task), None).rows

    assert rows == [*to_soon, *to_late[:2]]
    assert set(queries.live_at(late)) == set(to_late[:2])
