"""SC8: a walking group seeks six hours; a team gives six of its ten (b, c, e, f)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity import service
from app.capacity.lifecycle import ReservationState
from app.capacity.models import Response
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.moderation.models import Review
from app.support import service as support
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.capacity import a_lead, a_professional, a_team, an_offer, reserved
from factories.notifications import mails_to
from factories.support import a_decider, a_judgement, a_request, proposed, team_hours

SignedIn = Callable[[User], FlaskClient]


def test_b_six_of_ten_hours_are_kept_and_five_more_are_refused(signed_in: SignedIn) -> None:
    request = a_request(needs=[team_hours()])
    offer = an_offer(hours=10)
    petra = a_professional(offer.team.organisation)
    path = f"/ondersteuning/{request.id}/reactie"
    answers = {
        "organisation_id": str(offer.team.organisation_id),
        "kind": "we_do",
        "text": "Wij denken graag met jullie mee.",
        "need_id": str(request.needs[0].id),
        "offer_id": str(offer.id),
    }
    browser = signed_in(petra)

    assert browser.post(path, data=answers | {"hours": "6"}).status_code == 303
    db.session.refresh(offer)
    assert (offer.taken, offer.free) == (6, 4)

    page = browser.post(path, data=answers | {"hours": "5"})
    assert page.status_code == 422
    assert page.text.count("Er zijn nog 4 uur vrij. Kies minder uren.") == 2
    assert 'value="5"' in page.text
    db.session.refresh(offer)
    assert offer.free == 4


def test_b_the_hours_stand_once_the_request_is_granted() -> None:
    request = a_request(needs=[team_hours()])
    reservation = reserved(an_offer(), request.needs[0])
    proposed(request, by=a_coordinator())
    assert reservation.state is ReservationState.PROPOSED

    support.decide(request, a_judgement(agreement="Zes uur advies."), by=a_decider())

    assert reservation.state is ReservationState.CONFIRMED
    assert reservation.offer.free == 4


def test_c_hours_taken_back_in_a_crisis_are_told_with_two_alternatives() -> None:
    town = a_town()
    request = a_request(needs=[team_hours()])
    offer = an_offer()
    reservation = reserved(offer, request.needs[0])
    an_offer(a_team("Wijkteam Breed", town.north, town.south), 8)
    an_offer(a_team("Team Samen", town.north), 6)
    an_offer(a_team("Team Vol", town.north), 9, taken=4)
    an_offer(a_team("Wijkteam Zuid", town.south), 40)

    service.withdraw_hours(offer, by=a_lead(offer.team), reason="Grote drukte.")

    assert (reservation.state, offer.free) == (ReservationState.RELEASED, 0)
    message = mails_to(request.author.email)[-1].text
    assert "Wijkteam Noord kan toch niet helpen bij “Geveltuintjes”." in message
    assert "Deze teams hebben nog tijd: Team Samen, Wijkteam Breed." in message
    assert "Grote drukte." not in message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Het gaat om de man van zaaknummer 111222333.", "bsn"),
        ("Bel haar op 06-12345678.", "phone"),
        ("Hij heeft een depressie, dus we komen graag.", "health"),
    ],
)
def test_e_a_text_about_a_person_is_held_and_clean_text_is_read_at_once(
    signed_in: SignedIn, text: str, code: str
) -> None:
    request = a_request(needs=[team_hours()])
    team = a_team()
    petra = a_professional(team.organisation)
    browser, path = signed_in(petra), f"/ondersteuning/{request.id}/reactie"
    answers = {"organisation_id": str(team.organisation_id), "kind": "we_need_to_know"}
    heard = len(mails_to(request.author.email))

    warned = browser.post(path, data=answers | {"text": text})
    assert (warned.status_code, text in warned.text) == (422, True)
    assert db.session.query(Response).count() == 0
    chosen = answers | {"text": text, "noticed": code}
    held = browser.post(path, data=chosen, follow_redirects=True)

    assert "Daarom leest een moderator je reactie eerst." in held.text
    response = db.session.query(Response).one()
    assert response.state is TextState.WAITING
    assert db.session.query(Review).one().subject_type == "responses"
    assert len(mails_to(request.author.email)) == heard
    assert mails_to(petra.email)[-1].subject == "Je reactie wordt eerst gelezen"
    assert text not in signed_in(request.author).get(f"/ondersteuning/{request.id}").text

    browser.post(path, data=answers | {"text": "Hoeveel mensen lopen er mee?"})
    assert mails_to(request.author.email)[-1].subject == "Reactie op “Geveltuintjes”"


def test_e_no_form_asks_for_a_client(signed_in: SignedIn) -> None:
    request = a_request(needs=[team_hours()])
    petra = a_professional(an_offer().team.organisation)

    page = signed_in(petra).get(f"/ondersteuning/{request.id}/reactie").text

    content = page.partition("<main")[2].partition("</main>")[0]
    names = {part.partition('"')[0] for part in content.split(' name="')[1:]}
    assert names - {"csrf_token", "taal"} == {
        "organisation_id",
        "kind",
        "text",
        "need_id",
        "offer_id",
        "hours",
    }


def test_f_the_public_page_shows_rounded_time_only(client: FlaskClient) -> None:
    an_offer(hours=34, taken=3)
    db.session.commit()

    page = client.get("/wijkteams").text

    content = page.partition("<main")[2].partition("</main>")[0]
    assert "Dit team heeft dit kwartaal tijd voor ongeveer 3 initiatieven." in content
    assert ("31" in content, "34" in content) == (False, False)
