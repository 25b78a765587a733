"""The page of one plan: for readers, for its team, for officials, and what it costs."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from markupsafe import Markup

from app.accounts.models import User, Visitor
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.initiatives.signals import Panel, panels, showing
from app.initiatives.voices import ConcernTopic
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.counting import counted
from factories.initiatives import a_question, a_version, an_answer, an_initiative, an_update

SignedIn = Callable[[User], FlaskClient]
FOR_THE_TEAM = "Verander de tekst"


def path_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.id}"


def test_a_visitor_reads_the_whole_plan(client: FlaskClient) -> None:
    initiative = an_initiative(team=(a_person("Tess"),))
    initiative.needs = ["money", "volunteers"]
    an_update(initiative)
    an_answer(a_question(initiative))

    page = client.get(path_of(initiative)).text

    for words in (
        "<h1>Geveltuintjes</h1>",
        "Molenbuurt, wijk Noord, gemeente Proefstad",
        "De stoep aan de Molenstraat",
        "We maken samen tuintjes langs de gevels.",
        "Elk huis krijgt een strook met planten.",
        "Buurt en groen",
        "Anna, Tess",
        "Mensen die meehelpen, Geld",
        "Het plan staat op de site",
        "De eerste planten staan",
        "Mag mijn huis ook meedoen?",
        "Ja, graag zelfs!",
        "Anna, namens het team",
    ):
        assert words in page, words
    assert FOR_THE_TEAM not in page
    assert "/inloggen?verder=" in page


def test_no_reader_sees_an_address_or_the_name_of_an_official(client: FlaskClient) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    service.publish(initiative, by=a_moderator("Momo"))

    page = client.get(path_of(initiative)).text

    assert "door een moderator" in page
    assert "Momo" not in page
    assert "@voorbeeld.example" not in page


@pytest.mark.parametrize(
    "state", [State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED, State.REJECTED, State.ARCHIVED]
)
def test_a_plan_that_is_not_public_is_a_404_for_others(
    client: FlaskClient, signed_in: SignedIn, state: State
) -> None:
    path = path_of(an_initiative(state=state, team=(a_person("Tess"),)))

    def status(person: User) -> int:
        return signed_in(person).get(path).status_code

    assert client.get(path).status_code == 404
    assert status(a_person("Bilal")) == 404
    assert status(a_coordinator(a_town().south)) == 404
    assert status(a_person("Anna")) == 200
    assert status(a_person("Tess")) == 200
    assert status(a_moderator()) == 200
    assert status(a_coordinator(a_town().mill, "Cor")) == 200


@pytest.mark.parametrize("number", ["0", "999999", "9" * 25, "1.5", "-1", "x"])
def test_an_unknown_number_is_a_404(client: FlaskClient, number: str) -> None:
    assert client.get(f"/initiatieven/{number}").status_code == 404


def test_the_team_sees_what_it_can_do(signed_in: SignedIn) -> None:
    initiative = an_initiative(team=(a_person("Tess"),))
    a_version(initiative, title="Nieuw")

    page = signed_in(a_person("Tess")).get(path_of(initiative)).text

    for words in (FOR_THE_TEAM, "Verander de status", "Schrijf nieuws", "Het team"):
        assert words in page
    assert "Er wacht een nieuwe tekst op een moderator." in page
    assert initiative.reference is not None
    assert initiative.reference in page
    assert "Dit is je eigen plan." in page


def test_the_team_of_a_plan_without_tasks_or_requests_reads_what_can_come_next(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    path = path_of(an_initiative())
    what_now = "Wat kun je nu doen?"

    page = signed_in(a_person("Anna")).get(path).text

    assert page.index(what_now) < page.index("Maak een klus") < page.index("Vraag hulp")
    assert page.index("Vraag hulp") < page.index(FOR_THE_TEAM)
    assert (page.count("Maak een klus"), page.count("Vraag hulp")) == (1, 1)
    assert what_now not in client.get(path).text


def test_a_question_with_an_answer_asks_for_no_other(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    question = a_question(initiative)
    path = path_of(initiative)
    way_to_answer = f'href="{path}/vragen/{question.id}/'

    def page() -> str:
        return signed_in(a_person("Anna")).get(path).text

    assert way_to_answer in page()
    answer = an_answer(question, state=TextState.REJECTED)
    assert way_to_answer in page()
    answer.state = TextState.WAITING
    assert way_to_answer not in page()
    answer.state = TextState.PUBLISHED
    assert way_to_answer not in page()


def test_worries_are_topics_on_the_page_and_texts_one_click_away(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    service.raise_concern(
        initiative, ConcernTopic.NOISE, "De muziek staat hard.", by=a_person("Bilal")
    )
    path = path_of(initiative)

    for person in (a_person("Anna"), a_coordinator(a_town().north)):
        browser = signed_in(person)
        page = browser.get(path).text
        assert "Geluid of drukte: 1" in page
        assert "De muziek staat hard." not in page
        worries = browser.get(path + "/zorgen/alle").text
        assert "De muziek staat hard." in worries
        assert "Bilal" not in worries
    for person in (a_person("Chris"), a_moderator()):
        browser = signed_in(person)
        assert "Geluid of drukte" not in browser.get(path).text
        assert browser.get(path + "/zorgen/alle").status_code == 403


def test_the_team_sees_where_support_lives_but_no_small_groups(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    initiative, town = an_initiative(), a_town()
    for number in range(13):
        person = a_person(f"Mens {number}")
        person.neighbourhood_id = (town.mill.id, town.park.id, None)[(number > 9) + (number > 11)]
        service.endorse(initiative, by=person)
    path = path_of(initiative)

    page = signed_in(a_person()).get(path).text

    assert "Molenbuurt: 10" in page
    assert "Parkbuurt: minder dan 10" in page
    assert "Molenbuurt: 10" not in client.get(path).text


def test_a_neighbour_sees_the_button_and_the_worries_in_one_place(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    service.endorse(initiative, by=a_person("Chris"))

    page = signed_in(a_person("Bilal")).get(path_of(initiative)).text

    assert "1 buurtgenoot vindt dit een goed plan." in page
    assert "Ik vind dit een goed plan" in page
    assert "Wat maakt je ongerust?" in page


def test_ones_own_text_that_waits_is_shown_with_its_status(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    initiative = an_initiative()
    question = a_question(initiative, state=TextState.RETURNED)
    link = f'href="/initiatieven/teksten/vragen/{question.id}"'
    path = path_of(initiative)

    page = signed_in(a_person("Bilal")).get(path).text
    assert "Vraag om aanpassing" in page
    assert link in page
    assert "Mag mijn huis ook meedoen?" not in client.get(path).text
    assert link not in signed_in(a_person("Anna")).get(path).text


def test_ten_questions_are_shown_and_the_rest_is_a_click_away(client: FlaskClient) -> None:
    initiative = an_initiative()
    for number in range(11):
        a_question(initiative, text=f"Vraag nummer {number}.")
    path = path_of(initiative)

    page = client.get(path).text
    assert "Vraag nummer 1." in page
    assert "Vraag nummer 0." not in page
    assert f'href="{path}/vragen"' in page
    assert "Vraag nummer 0." in client.get(path + "/vragen").text


def test_all_questions_of_a_plan_without_any(client: FlaskClient) -> None:
    page = client.get(path_of(an_initiative()) + "/vragen")

    assert "Er zijn nog geen vragen" in page.text


def test_other_rooms_add_their_parts_in_order(client: FlaskClient) -> None:
    initiative = an_initiative()

    def second(plan: Initiative, *, actor: object) -> Panel:
        return Panel(2, Markup("<p>tweede {}</p>").format(plan.title))

    def first(_plan: Initiative, *, actor: object) -> Panel:
        return Panel(1, Markup("<p>eerste</p>"))

    def nothing(_plan: Initiative, *, actor: object) -> None:
        return None

    with (
        showing.connected_to(second),
        showing.connected_to(first),
        showing.connected_to(nothing),
    ):
        page = client.get(path_of(initiative)).text
        assert page.index("<p>eerste</p>") < page.index("<p>tweede Geveltuintjes</p>")
        assert [panel.order for panel in panels(initiative, actor=Visitor())][:2] == [1, 2]


def test_the_best_a_reader_can_do_stands_before_the_plan_itself(client: FlaskClient) -> None:
    initiative = an_initiative()

    def panel(_plan: Initiative, *, actor: object) -> Panel:
        return Panel(1, Markup("<p>deel</p>"), action=Markup("<p>doen</p>"))

    with showing.connected_to(panel):
        page = client.get(path_of(initiative)).text

    assert page.index("<p>doen</p>") < page.index("Elk huis krijgt een strook")
    assert page.index("Elk huis krijgt een strook") < page.index("<p>deel</p>")


def test_text_of_people_is_shown_as_text(client: FlaskClient) -> None:
    initiative = an_initiative(title="<script>alert(1)</script> {{7*7}}")
    initiative.plan = "[x](javascript:alert(1)) <img src=x onerror=1>"

    page = client.get(path_of(initiative)).text

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "{{7*7}}" in page


def test_the_page_costs_the_same_for_one_question_and_for_thirty(
    client: FlaskClient, signed_in: SignedIn
) -> None:
    initiative = an_initiative(team=(a_person("Tess"),))
    number_of_plan, path = initiative.id, path_of(initiative)

    def cost(browser: FlaskClient) -> int:
        browser.get(path)
        db.session.expunge_all()
        with counted() as run:
            assert browser.get(path).status_code == 200
        return len(run)

    def talk(number: int) -> None:
        writer = a_person(f"Mens {number}")
        an_answer(a_question(initiative, writer), a_person(f"Helper {number}"))
        an_update(initiative, a_person(f"Helper {number}"))

    readers = (client, signed_in(a_person("Bilal")), signed_in(a_person("Tess")))
    talk(0)
    few = [cost(browser) for browser in readers]
    initiative = db.session.get_one(Initiative, number_of_plan)
    for number in range(1, 30):
        talk(number)
    many = [cost(browser) for browser in readers]

    assert few == many == [4, 6, 8]
