"""Who was at a shift: noted, put right, said against, and thanked for an hour later."""

from datetime import timedelta

import pytest
from flask import Flask

from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate
from app.initiatives.models import TeamMember
from app.notifications.models import Message
from app.volunteering import service
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Shift, SignUp
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.races import at_once
from factories.volunteering import a_past_shift, a_place, a_shift, a_task

ANNA, BILAL = "Anna", "Bilal"


@pytest.fixture
def shift() -> Shift:
    return a_past_shift()


def note(sign_up: SignUp, quarters: int, *, version: int = 0, by: User | None = None) -> None:
    service.note_attendance(sign_up, quarters, version=version, by=by or a_person(ANNA))


def noted(sign_up: SignUp) -> Attendance:
    return db.session.query(Attendance).filter_by(sign_up_id=sign_up.id).one()


def test_it_is_kept_with_who_noted_it_and_when_and_the_log_does_not_say_what(shift: Shift) -> None:
    sign_up = a_place(shift, BILAL)

    note(sign_up, 6)

    one = noted(sign_up)
    assert (one.quarters, one.noted_by.name, one.version) == (6, ANNA, 1)
    assert clock.now() - one.noted_at < timedelta(minutes=1)
    line = db.session.query(Entry).filter_by(action="sign_ups.note").one()
    assert (line.subject_id, line.actor_id) == (sign_up.id, a_person(ANNA).id)
    assert (line.old, line.new, line.reason) == ("", "", "")


def test_pressing_twice_notes_it_once(shift: Shift) -> None:
    sign_up = a_place(shift, BILAL)

    note(sign_up, 8)
    note(sign_up, 8)

    assert noted(sign_up).version == 1
    assert db.session.query(Entry).filter_by(action="sign_ups.note").count() == 1


def test_it_is_put_right_by_who_saw_what_is_there(shift: Shift) -> None:
    sign_up = a_place(shift, BILAL)
    note(sign_up, 8)

    note(sign_up, 0, version=1)

    assert (noted(sign_up).came, noted(sign_up).version) == (False, 2)


def test_who_saw_something_older_hears_who_was_first(shift: Shift) -> None:
    sign_up, cora = a_place(shift, BILAL), in_team(shift, "Cora")
    note(sign_up, 8, by=cora)

    with pytest.raises(OutOfDate, match="Cora was je voor"):
        note(sign_up, 0)

    assert noted(sign_up).quarters == 8


def test_who_changed_it_in_another_tab_looks_first(shift: Shift) -> None:
    sign_up = a_place(shift, BILAL)
    note(sign_up, 8)

    with pytest.raises(OutOfDate, match="Dit is net veranderd"):
        note(sign_up, 0)


def test_somebody_who_has_not_noted_anything_yet_cannot_change_what_is_gone(shift: Shift) -> None:
    with pytest.raises(OutOfDate, match="Dit is net veranderd"):
        note(a_place(shift, BILAL), 8, version=3)


@pytest.mark.parametrize("state", sorted(set(SignUpState) - {SignUpState.CONFIRMED}))
def test_who_had_no_place_was_not_there(shift: Shift, state: SignUpState) -> None:
    sign_up = a_place(shift, BILAL, state)

    with pytest.raises(OutOfDate, match="geen plek"):
        note(sign_up, 8)


def test_nothing_is_noted_before_it_begins_or_when_it_is_called_off(shift: Shift) -> None:
    to_come = service.sign_up(a_shift(), by=a_person(BILAL))
    with pytest.raises(OutOfDate, match="moet nog beginnen"):
        note(to_come, 8)
    with pytest.raises(OutOfDate, match="moet nog beginnen"):
        service.note_everybody(to_come.shift, by=a_person(ANNA))

    sign_up = a_place(shift, BILAL)
    shift.cancelled_at = clock.now()
    with pytest.raises(OutOfDate, match="ging niet door"):
        note(sign_up, 8)


def test_only_organisers_note_it_and_nobody_of_themselves(shift: Shift) -> None:
    sign_up, own = a_place(shift, BILAL), a_place(shift, ANNA)

    for person in (a_person(BILAL), a_person("Dora"), a_coordinator(a_town().north)):
        with pytest.raises(NotAllowed):
            note(sign_up, 8, by=person)
        with pytest.raises(NotAllowed):
            service.note_everybody(shift, by=person)
        with pytest.raises(NotAllowed):
            service.thank(shift, "Top", before="", by=person)
    with pytest.raises(NotAllowed):
        note(own, 8)
    note(own, 8, by=in_team(shift, "Cora"))


def test_everybody_who_is_left_was_there_but_not_who_says_so(shift: Shift) -> None:
    absent, other, own = (a_place(shift, name) for name in (BILAL, "Cora", ANNA))
    a_place(shift, "Dora", SignUpState.DECLINED)
    note(absent, 0)

    assert service.note_everybody(shift, by=a_person(ANNA)) == 1
    assert service.note_everybody(shift, by=a_person(ANNA)) == 0

    assert [noted(one).quarters for one in (absent, other)] == [0, 8]
    assert own.attendance is None


def test_a_shift_counts_whole_quarters_and_never_more_than_a_day() -> None:
    lasts = {timedelta(minutes=1): 1, timedelta(minutes=80): 6, timedelta(hours=25): 96}

    counted = {one: a_past_shift(lasts=one).quarters for one in lasts}

    assert counted == lasts


def test_who_was_there_is_declined_no_more(shift: Shift) -> None:
    sign_up = a_place(shift, BILAL)
    note(sign_up, 8)

    with pytest.raises(OutOfDate, match="niet meer afwijzen"):
        service.decline(sign_up, by=a_person(ANNA))


def test_the_volunteer_says_that_it_is_not_right_and_the_organiser_hears_it_once(
    shift: Shift,
) -> None:
    sign_up, bilal = a_place(shift, BILAL), a_person(BILAL)
    with pytest.raises(OutOfDate, match="nog niets opgeschreven"):
        service.object_to_attendance(sign_up, "Ik was er.", by=bilal)
    note(sign_up, 0)

    service.object_to_attendance(sign_up, "Ik was er.", by=bilal)
    service.object_to_attendance(sign_up, "Ik was er.", by=bilal)

    assert noted(sign_up).objection == "Ik was er."
    anna = a_person(ANNA)
    (message,) = db.session.query(Message).filter_by(user_id=anna.id).all()
    assert message.subject == "Klopt dit? Zwerfvuil prikken"
    assert message.link == f"/momenten/{shift.id}/aanwezigheid"
    assert BILAL not in message.text
    note(sign_up, 8, version=noted(sign_up).version)
    assert noted(sign_up).objection == ""


def test_nobody_says_it_for_somebody_else(shift: Shift) -> None:
    sign_up = a_place(shift, BILAL)
    note(sign_up, 0)

    for person in (a_person(ANNA), a_person("Dora")):
        with pytest.raises(NotAllowed):
            service.object_to_attendance(sign_up, "Toch wel.", by=person)


def test_two_organisers_at_once_note_one_thing(app: Flask) -> None:
    for number in range(3):
        shift = a_past_shift(a_task(title=f"Klus {number}"))
        sign_up_id, cora_id = a_place(shift, BILAL).id, in_team(shift, f"Cora {number}").id
        anna_id = a_person(ANNA).id

        def noting(quarters: int, by: int, sign_up_id: int = sign_up_id) -> None:
            note(db.session.get_one(SignUp, sign_up_id), quarters, by=db.session.get_one(User, by))

        outcomes = at_once(
            app,
            [
                lambda anna_id=anna_id, noting=noting: noting(8, anna_id),
                lambda cora_id=cora_id, noting=noting: noting(0, cora_id),
            ],
        )

        assert outcomes == ["OutOfDate", "done"]
        assert db.session.query(Attendance).filter_by(sign_up_id=sign_up_id).count() == 1


def in_team(shift: Shift, name: str) -> User:
    """Return somebody who organises the shift as well."""
    person = a_person(name)
    initiative = shift.task.initiative
    db.session.add(TeamMember(initiative_id=initiative.id, user_id=person.id))
    db.session.flush()
    db.session.expire(initiative, ["team"])
    return person
