"""Who hears what about a request."""

from app.core.db import db
from app.notifications.models import Message
from app.support import messages, service
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.notifications import mails_to
from factories.support import a_decider, a_judgement, a_request, proposed, team_hours


def test_the_whole_team_hears_the_decision_in_the_same_words() -> None:
    bilal = a_person("Bilal")
    request = a_request(an_initiative(team=(bilal,)), needs=[team_hours()])
    proposed(request, by=a_coordinator())

    service.decide(request, a_judgement("refuse"), by=a_decider())

    subject = f"Antwoord op je vraag {request.reference}"
    heard = db.session.query(Message).filter_by(subject=subject).all()
    assert {message.user_id for message in heard} == {request.author.id, bilal.id}
    assert len({message.text for message in heard}) == 1
    assert {message.link for message in heard} == {f"/ondersteuning/{request.id}"}


def test_coordinators_of_the_place_hear_of_a_new_request() -> None:
    town = a_town()
    here, elsewhere = a_coordinator(town.north), a_coordinator(town.south, "Cor")

    messages.tell_coordinators(a_request())

    assert [len(mails_to(person.email)) for person in (here, elsewhere)] == [1, 0]


def test_taking_back_without_a_reason_is_told_without_one() -> None:
    carla = a_coordinator(a_town().north)
    request = a_request()

    messages.tell_it_was_withdrawn(request, "")

    assert mails_to(carla.email)[-1].text == f"Het team heeft {request.reference} ingetrokken."
