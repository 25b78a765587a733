"""The pages before a no that rests on other facts."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.support import service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import Question
from factories.accounts import a_coordinator, a_person
from factories.support import a_decider, a_request

SignedIn = Callable[[User], FlaskClient]
DIFFERS, VIEW = "Op deze plek ligt al een speeltuin.", "Die gaat in mei weg."
IN_TWO_WEEKS = (clock.today() + timedelta(weeks=2)).isoformat()


def in_assessment() -> SupportRequest:
    return a_request(state=RequestState.IN_ASSESSMENT, coordinator=a_coordinator())


def asked() -> SupportRequest:
    request = in_assessment()
    question = Question(DIFFERS, clock.today() + timedelta(weeks=2))
    service.ask_view(request, question, by=a_coordinator())
    return request


def test_from_the_question_to_the_answer_and_the_decision(signed_in: SignedIn) -> None:
    request = in_assessment()
    page = f"/ondersteuning/{request.id}"
    carla, team = signed_in(a_coordinator()), signed_in(request.author)
    assert f'href="{page}/voornemen"' in carla.get(page).text

    sent = carla.post(f"{page}/voornemen", data={"text": DIFFERS, "until": IN_TWO_WEEKS})
    assert sent.location == page
    shown = team.get(page).text
    assert (DIFFERS in shown, f'href="{page}/voornemen/reactie"' in shown) == (True, True)
    assert DIFFERS in team.get(f"{page}/voornemen/reactie").text
    assert team.post(f"{page}/voornemen/reactie", data={"text": VIEW}).location == page

    assert VIEW in signed_in(a_decider()).get(f"{page}/beoordeling").text
    assert f'href="{page}/voornemen/reactie"' not in team.get(page).text
    assert team.post(f"{page}/voornemen/reactie", data={"text": "Nog eens"}).status_code == 409


def test_a_no_asks_on_which_facts_it_rests(signed_in: SignedIn) -> None:
    request = in_assessment()
    page = f"/ondersteuning/{request.id}/beoordeling"
    why = dict.fromkeys(("liveability", "support_base", "feasible", "fair"), "Omdat.")
    answers = {"step": "refuse", "legal_basis": "Regeling", **why}
    dirk = signed_in(a_decider())

    nothing = dirk.post(page, data=answers)
    other = dirk.post(page, data=answers | {"other_facts": "yes"})

    assert "Kies of je nee zegt om iets dat anders is." in nothing.text
    assert "Vraag het team eerst wat het hiervan vindt." in other.text
    assert f'href="/ondersteuning/{request.id}/voornemen"' in other.text
    assert [one.status_code for one in (nothing, other)] == [422, 422]
    assert dirk.post(page, data=answers | {"other_facts": "no"}).status_code == 303


def test_an_official_writes_down_what_was_told(signed_in: SignedIn) -> None:
    request = asked()
    page = f"/ondersteuning/{request.id}"
    carla = signed_in(a_coordinator())
    assert f'href="{page}/voornemen/gesprek"' in carla.get(page).text

    empty = carla.post(f"{page}/voornemen/gesprek", data={"text": " "})
    assert (empty.status_code, "Schrijf op wat het team vertelde." in empty.text) == (422, True)
    assert carla.post(f"{page}/voornemen/gesprek", data={"text": VIEW}).location == page
    assert "Opgeschreven door Carla" in carla.get(page).text


def test_a_wrong_day_keeps_what_was_typed(signed_in: SignedIn) -> None:
    path = f"/ondersteuning/{in_assessment().id}/voornemen"
    answers = {"text": DIFFERS, "until": "2026-02-30"}

    page = signed_in(a_coordinator()).post(path, data=answers)

    assert page.status_code == 422
    assert all(words in page.text for words in (DIFFERS, "Deze dag bestaat niet."))


def test_others_do_not_find_or_use_it(signed_in: SignedIn) -> None:
    request, page = in_assessment(), "/ondersteuning/{}/voornemen/reactie"
    assert signed_in(request.author).get(page.format(request.id)).status_code == 404
    request = asked()
    team, path = signed_in(request.author), f"/ondersteuning/{request.id}"

    assert team.get(f"{path}/voornemen").status_code == 403
    assert team.get(f"{path}/voornemen/gesprek").status_code == 403
    assert signed_in(a_coordinator()).get(f"{path}/voornemen/reactie").status_code == 403
    assert signed_in(a_person("Buur")).get(f"{path}/voornemen/reactie").status_code == 404
