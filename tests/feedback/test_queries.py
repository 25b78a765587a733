"""Who is asked how a plan went."""

import pytest

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.feedback import queries
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.voices import Endorsement
from app.volunteering import service as volunteering
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.assisting import greet_without_e_mail
from factories.initiatives import an_initiative
from factories.volunteering import a_past_shift, a_place, a_shift


def supports(person: User, plan: Initiative) -> None:
    db.session.add(Endorsement(initiative_id=plan.id, user_id=person.id))
    db.session.flush()


def names(plan: Initiative) -> list[str]:
    return sorted(person.name for person in queries.took_part_in(plan))


def test_the_owner_the_team_and_supporters_are_asked_each_once() -> None:
    anna, bilal, noor = a_person("Anna"), a_person("Bilal"), a_person("Noor")
    plan = an_initiative(anna, state=State.COMPLETED, team=(bilal,))
    supports(bilal, plan)
    supports(noor, plan)
    supports(a_person("Tess"), an_initiative(anna))

    assert names(plan) == ["Anna", "Bilal", "Noor"]


def test_who_helped_is_asked_and_who_did_not_come_is_not() -> None:
    shift = a_past_shift()
    for name in ("Noor", "Bilal", "Tess"):
        a_place(shift, name)
    volunteering.note_attendance(
        db.session.query(SignUp).filter_by(user_id=a_person("Noor").id).one(),
        *(0,),
        version=0,
        by=a_person("Anna"),
    )
    volunteering.note_attendance(
        db.session.query(SignUp).filter_by(user_id=a_person("Bilal").id).one(),
        *(4,),
        version=0,
        by=a_person("Anna"),
    )

    assert names(shift.task.initiative) == ["Anna", "Bilal", "Tess"]


@pytest.mark.parametrize("what", ["coming", "called off", "waiting"])
def test_who_could_not_have_been_there_is_not_asked(what: str) -> None:
    shift = a_past_shift()
    if what == "coming":
        shift = a_shift(shift.task)
    sign_up = SignUp(shift=shift, user_id=a_person("Noor").id, state=SignUpState.CONFIRMED)
    if what == "called off":
        shift.cancelled_at = clock.now()
    if what == "waiting":
        sign_up.state = SignUpState.WAITING
    db.session.add(sign_up)
    db.session.flush()

    assert names(shift.task.initiative) == ["Anna"]


def test_who_was_erased_or_blocked_or_has_no_e_mail_is_not_asked() -> None:
    greet, noor, bilal = greet_without_e_mail(), a_person("Noor"), a_person("Bilal")
    plan = an_initiative(greet, state=State.COMPLETED)
    for person in (noor, bilal, a_person("Tess")):
        supports(person, plan)
    noor.email = f"{noor.id}@verwijderd.invalid"
    bilal.blocked_at = clock.now()
    db.session.flush()

    assert names(plan) == ["Tess"]


def test_a_secret_that_nobody_got_opens_nothing() -> None:
    assert queries.ask_behind("zomaar") is None
