"""One step for many requests: each stands for itself, twice is once, and it can be turned back."""

from dataclasses import dataclass

import pytest
from flask import Flask

from app.accounts.models import User
from app.accounts.roles import Role
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.core.text import tidy
from app.support import service
from app.support.batches import MOST, Batch, Deed, Outcome
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import sent_by, statements
from factories.initiatives import an_initiative
from factories.notifications import mails_to
from factories.races import Deed as Act
from factories.races import at_once
from factories.support import a_request, asked_back

SUBMITTED, IN_ASSESSMENT = RequestState.SUBMITTED, RequestState.IN_ASSESSMENT


@dataclass
class Came:
    """What came of a request, and how it stands."""

    outcome: Outcome
    state: RequestState
    who: str
    why: str = ""


def some(number: int) -> list[SupportRequest]:
    return [a_request(an_initiative(title=f"Plan {one}")) for one in range(number)]


def came(batch: Batch) -> list[Came]:
    db.session.flush()
    db.session.expire_all()
    return [
        Came(
            row.outcome,
            row.request.state,
            row.request.coordinator.name if row.request.coordinator else "",
            tidy(row.why),
        )
        for row in sorted(batch.rows, key=lambda one: one.request_id)
    ]


def test_what_is_refused_for_one_is_done_for_the_others() -> None:
    carla, cor = a_coordinator(a_town().north), a_coordinator(name="Cor")
    elsewhere = a_request(an_initiative(title="Zuid", neighbourhood=a_town().park))
    own = a_request(an_initiative(carla, title="Van Carla"))
    mine, taken, new = some(3)
    service.assess(mine, by=carla)
    service.assess(taken, by=cor)
    over = a_request(an_initiative(title="Klaar"), state=RequestState.GRANTED)

    batch = service.do_together(
        [over, new, taken, mine, own, elsewhere], "sleutel", Deed.TAKE_ON, by=carla
    )

    no = "Je mag dit niet doen. Klopt dat niet? Neem dan contact met ons op."
    involved = "Je hoort zelf bij dit initiatief. Daarom behandelt een collega het."
    assert came(batch) == [
        Came(Outcome.REFUSED, SUBMITTED, "", no),
        Came(Outcome.REFUSED, SUBMITTED, "", involved),
        Came(Outcome.REFUSED, IN_ASSESSMENT, "Carla", "Je behandelt deze vraag al."),
        Came(Outcome.REFUSED, IN_ASSESSMENT, "Cor", "Cor behandelt deze vraag al."),
        Came(Outcome.DONE, IN_ASSESSMENT, "Carla"),
        Came(Outcome.REFUSED, RequestState.GRANTED, "", "De status is nu: Goedgekeurd."),
    ]
    steps = db.session.query(Entry).filter_by(subject_id=new.id, action="support_requests.assess")
    assert steps.one().actor_id == carla.id


def test_a_second_click_is_the_same_step() -> None:
    carla, requests = a_coordinator(), some(2)

    first = service.do_together(requests, "sleutel", Deed.TAKE_ON, by=carla)
    second = service.do_together(requests, "sleutel", Deed.TAKE_ON, by=carla)

    assert second is first
    assert [one.outcome for one in came(first)] == [Outcome.DONE] * 2
    other = service.do_together(requests, "sleutel", Deed.TAKE_ON, by=a_coordinator(name="Cor"))
    assert other.id != first.id


def test_two_clicks_at_once_are_one_step(app: Flask) -> None:
    carla, requests = a_coordinator(), some(3)
    carla_id, numbers = carla.id, [one.id for one in requests]

    def pressing(key: str) -> Act:
        return lambda: service.do_together(
            [db.session.get_one(SupportRequest, number) for number in numbers],
            key,
            Deed.TAKE_ON,
            by=db.session.get_one(User, carla_id),
        )

    assert at_once(app, [pressing("een"), pressing("een")]) == ["done", "done"]
    assert [one.outcome for one in came(db.session.query(Batch).one())] == [Outcome.DONE] * 3


def test_of_two_coordinators_at_once_each_request_gets_one(app: Flask) -> None:
    carla, cor, requests = a_coordinator(), a_coordinator(name="Cor"), some(5)
    numbers = [one.id for one in requests]

    def taking(person_id: int, order: list[int]) -> Act:
        return lambda: service.do_together(
            [db.session.get_one(SupportRequest, number) for number in order],
            "sleutel",
            Deed.TAKE_ON,
            by=db.session.get_one(User, person_id),
        )

    outcomes = at_once(app, [taking(carla.id, numbers), taking(cor.id, numbers[::-1])])

    assert outcomes == ["done", "done"]
    one, other = (came(batch) for batch in db.session.query(Batch).order_by(Batch.id))
    for first, second in zip(one, other, strict=True):
        assert {first.outcome, second.outcome} == {Outcome.DONE, Outcome.REFUSED}
        assert first.state is IN_ASSESSMENT


def test_there_is_a_most_of_requests_at_once() -> None:
    with pytest.raises(Refused, match=str(MOST)):
        service.do_together([a_request()] * (MOST + 1), "x", Deed.TAKE_ON, by=a_coordinator())


def test_each_request_costs_few_statements_more_done_and_turned_back() -> None:
    carla = a_coordinator()
    few, many = some(2), some(12)

    def cost(requests: list[SupportRequest], key: str) -> tuple[int, int]:
        db.session.expire_all()
        done = sent_by(lambda: service.do_together(requests, key, Deed.TAKE_ON, by=carla))
        batch = db.session.query(Batch).filter_by(key=key).one()
        return len(done), statements(lambda: service.undo(batch, by=carla))

    for two, twelve in zip(cost(few, "few"), cost(many, "many"), strict=True):
        assert twelve - two <= 10 * 5  # the step, the log, its row; on SQLite each message too


def test_who_coordinates_nothing_does_nothing_together() -> None:
    for person in (a_person("Noor"), a_person("Dirk", role=Role.DEPARTMENT_ADVISER)):
        with pytest.raises(NotAllowed):
            service.do_together([a_request()], "x", Deed.TAKE_ON, by=person)


def test_a_colleague_gets_new_and_running_requests_and_one_mail() -> None:
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    new, running, waiting, his = some(4)
    service.assess(running, by=carla)
    asked_back(waiting, by=carla)
    service.assess(his, by=cor)
    before = len(mails_to(cor.email))

    batch = service.do_together([new, running, waiting, his], "x", Deed.HAND_OVER, by=carla, to=cor)

    assert came(batch) == [
        Came(Outcome.DONE, IN_ASSESSMENT, "Cor"),
        Came(Outcome.DONE, IN_ASSESSMENT, "Cor"),
        Came(Outcome.DONE, RequestState.INCOMPLETE, "Cor"),
        Came(Outcome.REFUSED, IN_ASSESSMENT, "Cor", "Cor behandelt deze vraag al."),
    ]
    [mail] = mails_to(cor.email)[before:]
    assert mail.subject == "Je kreeg 3 vragen van Carla"
    assert (new.reference or "") in mail.text
    assert (his.reference or "") not in mail.text
    assert "Cor van de gemeente bekijkt je vraag" in mails_to(running.author.email)[-1].text


def test_who_may_not_treat_a_request_does_not_get_it() -> None:
    carla, zoe = a_coordinator(), a_coordinator(a_town().south, "Zoë")

    batch = service.do_together(some(1), "x", Deed.HAND_OVER, by=carla, to=zoe)

    assert came(batch) == [
        Came(Outcome.REFUSED, SUBMITTED, "", "Zoë kan deze vraag niet behandelen.")
    ]
    assert mails_to(zoe.email) == []


def test_taking_on_is_turned_back_where_nobody_acted_since() -> None:
    carla = a_coordinator()
    first, asked, last = some(3)
    batch = service.do_together([first, asked, last], "x", Deed.TAKE_ON, by=carla)
    asked_back(asked, by=a_coordinator(name="Cor"))

    service.undo(batch, by=carla)

    rows = came(batch)
    assert rows[0] == rows[2] == Came(Outcome.UNDONE, SUBMITTED, "")
    assert (rows[1].outcome, rows[1].state, rows[1].who) == (
        Outcome.STAYS,
        RequestState.INCOMPLETE,
        "Carla",
    )
    assert rows[1].why.startswith("Cor deed hierna nog iets, op ")
    assert "Iemand anders van de gemeente gaat je vraag" in mails_to(first.author.email)[-1].text
    service.undo(batch, by=carla)
    assert came(batch) == rows


def test_handing_over_is_turned_back_to_who_had_it() -> None:
    carla, cor, els = a_coordinator(), a_coordinator(name="Cor"), a_coordinator(name="Els")
    new, hers = some(2)
    service.assess(hers, by=els)
    batch = service.do_together([new, hers], "x", Deed.HAND_OVER, by=carla, to=cor)

    service.undo(batch, by=carla)

    assert came(batch) == [
        Came(Outcome.UNDONE, SUBMITTED, ""),
        Came(Outcome.UNDONE, IN_ASSESSMENT, "Els"),
    ]
    assert mails_to(cor.email)[-1].subject == "Carla draaide dit terug: 2 vragen"


def test_only_who_did_it_turns_it_back() -> None:
    batch = service.do_together(some(1), "x", Deed.TAKE_ON, by=a_coordinator())

    with pytest.raises(NotAllowed):
        service.undo(batch, by=a_coordinator(name="Cor"))
