"""The answers of professionals on the page of a request."""

from app.accounts.models import Actor
from app.capacity.panels import panel
from app.initiatives.lifecycle import TextState
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator
from factories.capacity import a_professional, a_response, a_team, an_offer, reserved
from factories.support import a_request, team_hours


def shown(request: SupportRequest, actor: Actor) -> str:
    found = panel(request, actor=actor)
    return str(found.html) if found else ""


def test_without_answers_only_who_may_answer_sees_something() -> None:
    request = a_request()

    assert shown(request, request.author) == ""
    page = shown(request, a_professional(a_team().organisation))
    assert "Er zijn nog geen reacties." in page
    assert f'href="/ondersteuning/{request.id}/reactie"' in page


def test_who_responded_is_not_asked_to_do_so_again() -> None:
    request, team, other = a_request(), a_team(), a_team("Wijkteam Breed")
    lea, bas = a_professional(team.organisation), a_professional(other.organisation, name="Bas")
    way = f'href="/ondersteuning/{request.id}/reactie"'
    primary = f'<a class="nl-button nl-button--primary" {way}'

    assert primary in shown(request, lea)
    a_response(request, team.organisation, author=lea)

    page = shown(request, lea)
    assert primary not in page
    assert "Je organisatie heeft al gereageerd." in page
    assert page.count("Van je organisatie") == 1
    assert way in page
    other_page = shown(request, bas)
    assert primary in other_page
    assert "Van je organisatie" not in other_page


def test_the_team_reads_what_is_kept_for_it() -> None:
    request = a_request(needs=[team_hours()])
    offer = an_offer()
    response = a_response(request, offer.team.organisation)
    response.reservation = reserved(offer, request.needs[0])

    page = shown(request, request.author)

    for words in ("Wijkteam Noord", "Wij doen dit", "Dat doen we graag.", "6 uur, Advies"):
        assert words in page


def test_a_held_answer_is_seen_by_its_author_only_with_its_state() -> None:
    request = a_request(state=RequestState.GRANTED)
    held = a_response(request, state=TextState.WAITING)

    assert shown(request, request.author) == ""
    assert shown(request, a_coordinator()) == ""
    page = shown(request, held.author)
    assert ("Wacht op controle" in page, "Reageer<" in page) == (True, False)
