"""Changing a plan and its status, on the pages."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives import service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative, InitiativeVersion
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import a_version, an_initiative

SignedIn = Callable[[User], FlaskClient]


def answers(initiative: Initiative, **changed: str) -> dict[str, object]:
    return {
        **initiative.texts,
        "themes": [row.theme.value for row in initiative.themes],
        "version": initiative.version,
        **changed,
    }


def path_of(initiative: Initiative, part: str = "wijzigen") -> str:
    return f"/initiatieven/{initiative.id}/{part}"


def the_plan() -> Initiative:
    db.session.expire_all()
    return db.session.query(Initiative).one()


def test_a_new_text_of_a_public_plan_waits(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    client, path = signed_in(a_person()), path_of(initiative)
    assert 'value="Geveltuintjes"' in client.get(path).text

    answer = client.post(path, data=answers(initiative, title="Tuintjes"))

    assert (answer.status_code, answer.location) == (303, f"/initiatieven/{the_plan().id}")
    assert the_plan().title == "Geveltuintjes"
    assert db.session.query(InitiativeVersion).one().texts["title"] == "Tuintjes"
    assert "Een moderator leest eerst je nieuwe tekst." in client.get(answer.location).text
    assert 'value="Tuintjes"' in client.get(path).text  # the next change begins there


def test_choices_only_are_kept_at_once(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    day = {"starts_on-day": "14", "starts_on-month": "5", "starts_on-year": "2027"}

    answer = signed_in(a_person()).post(path_of(initiative), data=answers(initiative, **day))

    assert answer.status_code == 303
    assert str(the_plan().starts_on) == "2027-05-14"
    page = signed_in(a_person()).get(path_of(the_plan())).text
    assert 'value="14"' in page
    assert 'value="2027"' in page


def test_after_a_request_to_change_the_plan_is_changed_and_sent_in_again(
    signed_in: SignedIn,
) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    a_version(initiative)
    service.request_changes(initiative, by=a_moderator(), reason="Schrijf voor wie het is.")
    client, path = signed_in(a_person()), path_of(initiative)
    assert "Schrijf voor wie het is." in client.get(path).text

    kept = client.post(path, data=answers(the_plan(), for_whom="De straat"))
    assert kept.status_code == 303
    assert (the_plan().state, the_plan().for_whom) == (State.CHANGES_REQUESTED, "De straat")

    sent = client.post(path, data=answers(the_plan(), for_whom="Iedereen", insturen="ja"))
    assert sent.status_code == 303
    assert (the_plan().state, the_plan().for_whom) == (State.SUBMITTED, "Iedereen")
    newest = db.session.query(InitiativeVersion).order_by(InitiativeVersion.number.desc()).first()
    assert newest is not None
    assert (newest.number, newest.state) == (2, TextState.WAITING)


def test_the_second_of_two_editors_sees_both_texts_and_loses_nothing(signed_in: SignedIn) -> None:
    initiative = an_initiative(state=State.CHANGES_REQUESTED, team=(a_person("Tess"),))
    anna, tess, path = signed_in(a_person()), signed_in(a_person("Tess")), path_of(initiative)
    seen = answers(initiative)
    tess.post(path, data={**seen, "summary": "Tess schreef dit stuk."})

    answer = anna.post(path, data={**seen, "summary": "Anna schreef dat stuk."})

    assert answer.status_code == 409
    assert "Tess heeft dit plan net veranderd, op" in answer.text
    assert "Tess schreef dit stuk." in answer.text
    assert answer.text.count("Anna schreef dat stuk.") == 2  # beside it, and in the form
    assert the_plan().summary == "Tess schreef dit stuk."

    again = answers(the_plan(), summary="Samen schreven we dit.")
    assert f'value="{again["version"]}"' in answer.text
    assert anna.post(path, data=again).status_code == 303
    assert the_plan().summary == "Samen schreven we dit."


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"title": ""}, "Geef je plan een naam."),
        ({"summary": ""}, "Vertel in één of twee zinnen wat je wilt doen."),
        ({"for_whom": ""}, "Vertel voor wie je plan is."),
        ({"starts_on-day": "31", "starts_on-month": "2", "starts_on-year": "2027"}, "bestaat niet"),
        ({"version": "x"}, ""),
        ({"version": ""}, ""),
    ],
)
def test_a_wrong_change_comes_back(
    signed_in: SignedIn, wrong: dict[str, str], message: str
) -> None:
    initiative = an_initiative(state=State.CHANGES_REQUESTED)
    data = answers(initiative, **{"place": "Bewaar mij", **wrong})

    answer = signed_in(a_person()).post(path_of(initiative), data=data)

    assert answer.status_code == 422
    assert message in answer.text
    assert "Bewaar mij" in answer.text
    assert the_plan().place == "De stoep aan de Molenstraat"


def test_personal_data_in_a_change_warn_once(signed_in: SignedIn) -> None:
    initiative = an_initiative()
    client, path = signed_in(a_person()), path_of(initiative)
    data = answers(initiative, plan="Bel 06-12345678.")

    assert client.post(path, data=data).status_code == 422
    assert client.post(path, data={**data, "noticed": "phone"}).status_code == 303


@pytest.mark.parametrize("part", ["wijzigen", "status", "team", "nieuws"])
def test_these_pages_are_for_the_team(client: FlaskClient, signed_in: SignedIn, part: str) -> None:
    path = path_of(an_initiative(), part)
    hidden = path_of(an_initiative(hidden=True), part)

    assert client.get(path).location == f"/inloggen?verder={path}"
    assert signed_in(a_person("Bilal")).get(path).status_code == 403
    assert signed_in(a_person("Bilal")).get(hidden).status_code == 404


def test_the_status_page_offers_what_is_possible_and_takes_it(signed_in: SignedIn) -> None:
    initiative = an_initiative(state=State.RUNNING)
    client, path = signed_in(a_person()), path_of(initiative, "status")
    page = client.get(path).text
    assert "Het is klaar" in page
    assert "We gaan voorbereiden" not in page

    answer = client.post(path, data={"step": "complete"})

    assert answer.status_code == 303
    assert the_plan().state == State.COMPLETED
    assert "De status is nu: Klaar." in client.get(answer.location or "").text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Kies wat er gaat gebeuren."),
        ({"step": "stop", "reason": " "}, "Schrijf op waarom."),
        ({"step": "publish"}, "keuze"),
        ({"step": "stop", "reason": "a" * 1001}, "Gebruik hoogstens 1000 tekens."),
    ],
)
def test_a_wrong_status_comes_back(signed_in: SignedIn, data: dict[str, str], message: str) -> None:
    initiative = an_initiative()

    answer = signed_in(a_person()).post(path_of(initiative, "status"), data=data)

    assert answer.status_code == 422
    assert message in answer.text
    assert the_plan().state == State.PUBLISHED


def test_a_step_that_was_possible_a_moment_ago_says_who_was_first(signed_in: SignedIn) -> None:
    initiative = an_initiative(team=(a_person("Tess"),))
    path, pause = path_of(initiative, "status"), {"step": "pause", "reason": "Even rust."}
    signed_in(a_person("Tess")).post(path, data=pause)

    answer = signed_in(a_person()).post(path, data=pause)

    assert answer.status_code == 409
    assert "Tess was je voor, op" in answer.text


def test_a_coordinator_only_archives(signed_in: SignedIn) -> None:
    initiative = an_initiative(state=State.COMPLETED)
    carla = signed_in(a_coordinator(a_town().north))

    answer = carla.post(
        path_of(initiative, "status"), data={"step": "archive", "reason": "Al lang klaar."}
    )
    assert answer.status_code == 303
    assert the_plan().state == State.ARCHIVED
    assert "Je kunt de status nu niet veranderen." in carla.get(path_of(the_plan(), "status")).text


def test_a_coordinator_sees_no_steps_of_the_team(signed_in: SignedIn) -> None:
    page = signed_in(a_coordinator()).get(path_of(an_initiative(), "status")).text

    assert "We gaan voorbereiden" not in page
