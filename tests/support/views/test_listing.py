"""The list as a file: the own choice of columns, for who signed in just now, with a line in the log."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.looks import Look
from app.accounts.models import LoginSession, User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.support.lifecycle import RequestState
from app.support.listing import Column
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.cast import everybody
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.support import a_request, team_hours

SignedIn = Callable[[User], FlaskClient]
CHOOSE, TAKE = "/ondersteuning/bestand", "/ondersteuning/bestand/ophalen"
EVERY = "&".join(f"kolom={column.value}" for column in Column)


def lines(browser: FlaskClient, query: str) -> list[str]:
    answer = browser.post(f"{TAKE}?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    return answer.data.decode("utf-8-sig").splitlines()


def test_the_file_has_the_chosen_columns_of_the_chosen_requests(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    request = a_request(coordinator=carla, days_until_due=-3, state=RequestState.IN_ASSESSMENT)
    a_request(an_initiative(title="Wandelgroep"), needs=[team_hours()])
    browser = signed_in(carla)

    every = lines(browser, f"whose=ik&{EVERY}")
    few = lines(browser, "kolom=status&kolom=initiatief&kolom=onzin")

    assert every[0].split(";")[:2] == ["Nummer", "Initiatief"]
    assert every[1:] == [
        ";".join(
            [
                *(request.reference or "", "Geveltuintjes", "Noord", "Molenbuurt"),
                *("Geld, Ruimte", "In behandeling"),
                str(clock.day_of(request.submitted_at)) if request.submitted_at else "",
                *(str(request.decision_due_on), "-3", "1850,00", "Carla", request.author.name),
            ]
        )
    ]
    assert few == [
        "Initiatief;Hoe staat het ervoor?",
        "Geveltuintjes;In behandeling",
        "Wandelgroep;Ontvangen",
    ]


def test_what_looks_like_a_formula_is_a_text_and_a_semicolon_stays_in_its_cell(
    signed_in: SignedIn,
) -> None:
    a_request(an_initiative(title='=HYPERLINK("x";"y")'))
    browser = signed_in(a_coordinator())

    answer = browser.post(f"{TAKE}?kolom=initiatief")

    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.text.splitlines()[1] == '"\'=HYPERLINK(""x"";""y"")"'
    assert answer.headers["Content-Disposition"] == (
        f"attachment; filename=vragen-om-hulp-{clock.today()}.csv"
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_log_says_who_took_what_and_the_asker_reads_that_somebody_looked(
    signed_in: SignedIn,
) -> None:
    carla = a_coordinator()
    request = a_request()
    browser = signed_in(carla)

    browser.post(f"{TAKE}?kolom=initiatief")
    assert db.session.query(Look).count() == 0
    browser.post(f"{TAKE}?kolom=initiatief&kolom=vroeg")

    taken = db.session.query(Entry).filter_by(action="users.take_requests").order_by(Entry.id)
    assert [(line.actor_id, line.new, line.reason) for line in taken] == [
        (carla.id, "1", "Initiatief"),
        (carla.id, "1", "Initiatief, Wie vroeg het?"),
    ]
    assert db.session.query(Look.person_id, Look.reader_id).all() == [(request.author_id, carla.id)]


def test_an_open_browser_alone_gets_no_file_and_comes_back_with_the_choice(
    signed_in: SignedIn,
) -> None:
    carla = a_coordinator()
    a_request()
    browser = signed_in(carla)
    then = clock.now() - timedelta(hours=1)
    db.session.query(LoginSession).filter_by(user_id=carla.id).one().created_at = then
    query = "due=later&kolom=nummer&kolom=status"

    assert browser.get(f"{CHOOSE}?{query}").status_code == 200
    for answer in (browser.get(f"{TAKE}?{query}"), browser.post(f"{TAKE}?{query}")):
        assert answer.status_code == 303
        page = browser.get(answer.location)
        assert f'value="{TAKE}?{query}"' in unescape(page.text)
    assert db.session.query(Entry).filter_by(action="users.take_requests").count() == 0


def test_the_pages_keep_filter_and_columns_and_say_how_many(signed_in: SignedIn) -> None:
    a_request()
    a_request(an_initiative(title="Wandelgroep"), needs=[team_hours()])
    browser = signed_in(a_coordinator())
    listed = unescape(browser.get("/ondersteuning?kind=money").text)
    assert f'href="{CHOOSE}?kind=money"' in listed

    choose = browser.get(f"{CHOOSE}?kind=money").text
    confirm = unescape(browser.get(f"{TAKE}?kind=money&kolom=nummer&kolom=status").text)

    assert '<input type="hidden" name="kind" value="money">' in choose
    assert choose.count(" checked>") == 7
    assert "Er komt 1 vraag in het bestand." in confirm
    back = f"{CHOOSE}?kind=money&kolom=nummer&kolom=status"
    assert f'href="{back}"' in confirm
    assert browser.get(back).text.count(" checked>") == 2


@pytest.mark.parametrize("query", ["", "kolom=onzin", "kind=money"])
def test_a_file_without_columns_is_refused_with_the_boxes(signed_in: SignedIn, query: str) -> None:
    browser = signed_in(a_coordinator())

    for answer in (browser.get(f"{TAKE}?{query}"), browser.post(f"{TAKE}?{query}")):
        assert answer.status_code == 422
        assert "Kies wat je in het bestand wilt." in answer.text
        assert "Gevraagd bedrag" in answer.text


def test_amounts_are_for_who_advises_or_decides(signed_in: SignedIn) -> None:
    petra = everybody()["professional"]
    assert isinstance(petra, User)
    a_request()

    assert lines(signed_in(petra), "kolom=bedrag&kolom=initiatief")[1] == "Geveltuintjes;"


def test_residents_and_colleagues_elsewhere_get_nothing_of_it(signed_in: SignedIn) -> None:
    a_request()
    noor, cor = signed_in(a_person("Noor")), signed_in(a_coordinator(a_town().south, "Cor"))

    assert [noor.get(CHOOSE).status_code, noor.post(f"{TAKE}?kolom=nummer").status_code] == [
        403,
        403,
    ]
    assert lines(cor, "kolom=nummer") == ["Nummer"]


def test_a_hundred_rows_cost_as_many_statements_as_one(signed_in: SignedIn) -> None:
    browser = signed_in(a_coordinator())
    a_request()
    browser.post(f"{TAKE}?{EVERY}")
    one = statements(lambda: browser.post(f"{TAKE}?{EVERY}"))
    for number in range(99):
        a_request(an_initiative(title=f"Plan {number}"))

    assert statements(lambda: browser.post(f"{TAKE}?{EVERY}")) == one
