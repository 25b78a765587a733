"""A professional answers, a moderator looks when it has to, the team answers back."""

import pytest

from app.capacity import service
from app.capacity.lifecycle import ReservationState
from app.capacity.models import Response, ResponseKind
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.initiatives import service as initiatives
from app.initiatives.lifecycle import TextState
from app.moderation.models import Review
from app.notifications.models import Topic
from app.organisations.models import OrganisationKind
from app.support.lifecycle import RequestState
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.capacity import (
    a_professional,
    a_response,
    a_team,
    an_offer,
    an_organisation,
)
from factories.notifications import mails_to
from factories.support import a_request, team_hours

WE_DO, WE_ASK = ResponseKind.WE_DO, ResponseKind.WE_NEED_TO_KNOW
PERSONAL = "Bel mevrouw De Vries op 06-12345678."


def test_a_clean_answer_is_read_at_once_by_the_team_and_the_coordinator() -> None:
    carla, welfare = a_coordinator(), an_organisation("Welzijn Noord")
    request = a_request(coordinator=carla)

    response = service.respond(
        request, welfare, WE_DO, "Wij helpen graag.", by=a_professional(welfare)
    )

    assert (response.state, response.reservation) == (TextState.PUBLISHED, None)
    for person in (request.author, carla):
        message = mails_to(person.email)[-1]
        assert message.subject == "Reactie op “Geveltuintjes”"
        assert (
            f"Welzijn Noord schrijft over je vraag {request.reference}: Wij doen dit."
            in message.text
        )
        assert "Wij helpen graag." in message.text
        assert (message.topic, message.heading, message.is_urgent) == (
            Topic.HELP,
            "Geveltuintjes",
            False,
        )


def test_a_question_to_the_team_comes_at_once() -> None:
    welfare = an_organisation("Welzijn Noord")
    request = a_request()

    service.respond(request, welfare, WE_ASK, "Hoeveel mensen?", by=a_professional(welfare))

    assert mails_to(request.author.email)[-1].is_urgent


def test_a_team_keeps_hours_with_its_answer() -> None:
    request = a_request(needs=[team_hours()])
    offer = an_offer()
    team = offer.team.organisation

    response = service.respond(
        request,
        team,
        WE_DO,
        "Wij komen langs.",
        by=a_professional(team),
        offer=offer,
        need=request.needs[0],
        hours=6,
    )

    assert response.reservation is not None
    assert (response.reservation.hours, offer.free) == (6, 4)
    assert "Er is 6 uur voor je vastgehouden." in mails_to(request.author.email)[-1].text


@pytest.mark.parametrize(
    ("kind", "has_offer", "has_need", "field"),
    [
        (ResponseKind.WE_DO_NOT, True, True, "hours"),
        (WE_DO, True, False, "need_id"),
        (WE_DO, False, True, "offer_id"),
    ],
)
def test_hours_go_with_a_yes_a_need_and_an_offer(
    kind: ResponseKind, has_offer: bool, has_need: bool, field: str
) -> None:
    request, offer = a_request(needs=[team_hours()]), an_offer()
    team = offer.team.organisation

    with pytest.raises(Refused) as refusal:
        service.respond(
            request,
            team,
            kind,
            "Dit vinden wij.",
            by=a_professional(team),
            offer=offer if has_offer else None,
            need=request.needs[0] if has_need else None,
            hours=6,
        )

    assert (refusal.value.field, offer.taken) == (field, 0)


def test_hours_of_another_team_or_for_another_request_are_refused() -> None:
    request, other = (a_request(needs=[team_hours()]) for _ in range(2))
    own, foreign = an_offer(), an_offer(a_team("Team Samen"))
    team = own.team.organisation
    petra = a_professional(team)

    for offer, need, field in (
        (foreign, request.needs[0], "offer_id"),
        (own, other.needs[0], "need_id"),
    ):
        with pytest.raises(Refused) as refusal:
            service.respond(request, team, WE_DO, "Ja.", by=petra, offer=offer, need=need, hours=6)
        assert refusal.value.field == field


def test_one_answers_for_an_organisation_of_ones_own_that_works_there() -> None:
    town, request = a_town(), a_request()
    own, foreign = an_organisation("Welzijn Noord"), an_organisation("Welzijn Zuid")
    petra = a_professional(own)

    with pytest.raises(Refused) as refusal:
        service.respond(request, foreign, WE_DO, "Ja.", by=petra)
    assert refusal.value.field == "organisation_id"

    rooted_elsewhere = an_organisation(
        "Corporatie Zuid", OrganisationKind.HOUSING_ASSOCIATION, area=town.south
    )
    with pytest.raises(NotAllowed):
        service.respond(
            request, rooted_elsewhere, WE_DO, "Ja.", by=a_professional(rooted_elsewhere, "Piet")
        )


def test_an_answered_request_gets_no_answers_any_more() -> None:
    welfare = an_organisation("Welzijn Noord")

    with pytest.raises(OutOfDate):
        service.respond(
            a_request(state=RequestState.GRANTED), welfare, WE_DO, "Ja.", by=a_professional(welfare)
        )


def a_held_response(*, with_hours: bool = False) -> Response:
    request = a_request(needs=[team_hours()])
    offer = an_offer()
    team = offer.team.organisation
    response = service.respond(
        request,
        team,
        WE_DO,
        PERSONAL,
        by=a_professional(team),
        offer=offer if with_hours else None,
        need=request.needs[0] if with_hours else None,
        hours=6 if with_hours else 0,
    )
    assert response.state is TextState.WAITING
    return response


def test_a_text_about_a_person_waits_for_a_moderator_who_can_let_it_through() -> None:
    response = a_held_response(with_hours=True)
    review = db.session.query(Review).one()
    assert (review.subject_type, review.subject_id) == ("responses", response.id)
    assert (review.title, review.flags) == ("Reactie op Geveltuintjes", ["phone"])
    assert mails_to(response.request.author.email) == []

    initiatives.judge(response, "publish", by=a_moderator())

    assert response.state is TextState.PUBLISHED
    assert PERSONAL in mails_to(response.request.author.email)[-1].text


def test_a_rejected_answer_gives_its_hours_back() -> None:
    response = a_held_response(with_hours=True)
    assert response.reservation is not None

    initiatives.judge(response, "reject", by=a_moderator(), reason="Er staat een nummer in.")

    assert response.reservation.state is ReservationState.RELEASED
    assert response.reservation.offer.taken == 0


def test_a_rejected_answer_without_hours_has_none_to_give_back() -> None:
    response = a_held_response()

    initiatives.judge(response, "reject", by=a_moderator(), reason="Er staat een nummer in.")

    assert response.state is TextState.REJECTED


def test_a_returned_answer_is_changed_by_its_author_and_looked_at_again() -> None:
    response = a_held_response()
    initiatives.judge(response, "request_changes", by=a_moderator(), reason="Haal het nummer weg.")

    service.change_response(response, "Nog steeds 06-12345678.", by=response.author)
    assert response.state is TextState.WAITING
    initiatives.judge(response, "request_changes", by=a_moderator(), reason="Echt.")

    service.change_response(response, "Wij helpen graag.", by=response.author)
    assert (response.state, response.text) == (TextState.PUBLISHED, "Wij helpen graag.")
    with pytest.raises(NotAllowed):
        service.change_response(response, "Iets anders.", by=response.request.author)


def test_the_team_answers_a_question_once() -> None:
    request = a_request()
    response = a_response(request, kind=WE_ASK, text="Hoeveel mensen komen er?")

    service.answer(response, "Ongeveer twintig.", by=request.author)

    assert (response.answer, response.answered_at is not None) == ("Ongeveer twintig.", True)
    assert "Ongeveer twintig." in mails_to(response.author.email)[-1].text
    with pytest.raises(OutOfDate):
        service.answer(response, "Of dertig.", by=request.author)


def test_an_answer_about_a_person_is_refused_because_nobody_checks_it() -> None:
    request = a_request()
    response = a_response(request, kind=WE_ASK)

    with pytest.raises(Refused) as refusal:
        service.answer(response, PERSONAL, by=request.author)

    assert refusal.value.message == (
        "In je tekst staat misschien een telefoonnummer. Haal dat weg."
    )


def test_only_the_team_answers_only_a_question_that_it_can_read() -> None:
    request = a_request()
    waiting = a_response(request, kind=WE_ASK, state=TextState.WAITING)

    with pytest.raises(NotAllowed):
        service.answer(a_response(request, kind=WE_ASK), "Ja.", by=a_person("Noor"))
    with pytest.raises(NotAllowed):
        service.answer(waiting, "Ja.", by=request.author)
    with pytest.raises(OutOfDate):
        service.answer(a_response(request, kind=WE_DO), "Ja.", by=request.author)


def test_texts_of_other_rooms_are_none_of_our_business() -> None:
    service.after_judgement(a_request().initiative, step="publish", by=a_moderator())

    assert mails_to("anna@voorbeeld.example") == []
