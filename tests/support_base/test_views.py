"""The page with who is for a plan and who is not, the form of a list, and the list to print."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.voices import Concern, ConcernTopic, Endorsement
from app.support_base.models import PaperList
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.assisting import a_worker
from factories.initiatives import an_initiative
from factories.paper import code_on, facts_of, skip_without_poppler, words_on
from factories.support import a_request
from factories.support_base import a_list

SignedIn = Callable[[User], FlaskClient]
TODAY = clock.today


@pytest.fixture
def plan() -> Initiative:
    return an_initiative(a_person("Anna"))


def filled_in(**changed: str) -> dict[str, str]:
    day = TODAY().isoformat()
    usual = {"place": "Molenstraat", "collected_on": day, "in_favour": "12", "against": "0"}
    return {**usual, "counted": "y", **changed}


def test_the_team_and_the_staff_read_both_kinds_and_neighbours_neither(
    plan: Initiative, signed_in: SignedIn
) -> None:
    noor = a_person("Noor")
    noor.neighbourhood_id = a_town().mill.id
    db.session.add_all(
        [
            Endorsement(initiative_id=plan.id, user_id=a_person("Yara").id),
            Concern(
                initiative_id=plan.id, user_id=noor.id, topic=ConcernTopic.NOISE, text="Te hard."
            ),
        ]
    )
    a_list(plan, a_worker())

    path = f"/initiatieven/{plan.id}/voor-en-tegen"
    for person in (a_person("Anna"), a_coordinator(a_town().north)):
        page = signed_in(person).get(path).text
        assert "Op papieren lijsten: 12 voor, 2 tegen." in page
        assert "Geluid of drukte: 1" in page
        assert f'href="{path}"' in signed_in(person).get(f"/initiatieven/{plan.id}").text
    assert "Geluid of drukte" not in signed_in(a_worker()).get(path).text
    neighbour = signed_in(noor)
    assert neighbour.get(path).status_code == 403
    assert "voor-en-tegen" not in neighbour.get(f"/initiatieven/{plan.id}").text


def test_a_worker_counts_a_list_and_takes_a_wrong_one_back(
    plan: Initiative, signed_in: SignedIn
) -> None:
    wil, path = signed_in(a_worker()), f"/initiatieven/{plan.id}/voor-en-tegen"

    page = wil.post(f"{path}/nieuw", data=filled_in(), follow_redirects=True).text
    assert "De lijst is geteld." in page
    assert "Op papieren lijsten: 12 voor, 0 tegen." in page

    one = db.session.query(PaperList).one()
    page = wil.post(f"{path}/{one.id}/einde", follow_redirects=True).text
    assert "Deze lijst telt niet meer mee." in page
    assert "Er is nog geen papieren lijst geteld." in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"in_favour": "0"}, "Op de lijst staat niemand."),
        ({"in_favour": "-3"}, "Vul een getal in van 0 tot en met 5000."),
        ({"in_favour": "twaalf"}, "Ongeldig getal."),
        ({"in_favour": ""}, "Vul een getal in. Staat er niemand op? Vul dan 0 in."),
        ({"collected_on": "31-02-2026"}, "Vul een datum in, bijvoorbeeld 21-11-2026."),
        ({"collected_on": "1999-01-01"}, "meer dan twee jaar geleden"),
        ({"collected_on": "later"}, "Deze dag moet nog komen."),
        ({"place": " "}, "Schrijf waar de lijst is rondgegaan."),
        ({"counted": ""}, "Zet een vinkje als je de namen zelf telde"),
    ],
)
def test_what_cannot_be_right_comes_back_with_everything_typed(
    changed: dict[str, str], sentence: str, plan: Initiative, signed_in: SignedIn
) -> None:
    if changed.get("collected_on") == "later":
        changed = {"collected_on": (TODAY() + timedelta(days=1)).isoformat()}
    sent = filled_in(**changed)

    answer = signed_in(a_worker()).post(f"/initiatieven/{plan.id}/voor-en-tegen/nieuw", data=sent)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{sent["against"]}"' in answer.text
    assert db.session.query(PaperList).count() == 0


def test_another_list_of_the_same_day_and_place_is_named(
    plan: Initiative, signed_in: SignedIn
) -> None:
    a_list(plan, a_worker(), place="Molenstraat", for_it=11)

    answer = signed_in(a_worker()).post(
        f"/initiatieven/{plan.id}/voor-en-tegen/nieuw", data=filled_in()
    )

    assert answer.status_code == 422
    assert "schrijf bij de plek welke lijst dit is" in answer.text


def test_the_list_to_print_says_what_it_is_and_leads_to_the_plan(
    plan: Initiative, signed_in: SignedIn, tmp_path: Path
) -> None:
    skip_without_poppler()
    anna = signed_in(a_person("Anna"))

    answer = anna.get(f"/initiatieven/{plan.id}/voor-en-tegen/lijst")

    assert answer.mimetype == "application/pdf"
    words, facts = words_on(answer.data, tmp_path), facts_of(answer.data, tmp_path)
    assert plan.title in words
    assert "bewaart alleen hoeveel mensen voor en tegen zijn" in words
    assert (facts["Pages"], facts["Tagged"], facts["Title"]) == ("1", "yes", f"Lijst: {plan.title}")
    assert code_on(answer.data, tmp_path).says.endswith(f"/{plan.id}")


def test_a_plan_that_has_ended_has_no_list(signed_in: SignedIn) -> None:
    plan = an_initiative(a_person("Anna"), state=State.COMPLETED)
    anna, path = signed_in(a_person("Anna")), f"/initiatieven/{plan.id}/voor-en-tegen"

    assert "Daarom is er geen lijst." in anna.get(path).text
    assert anna.get(f"{path}/lijst").status_code == 403


def test_who_judges_a_request_reads_who_is_for_the_plan(
    plan: Initiative, signed_in: SignedIn
) -> None:
    a_list(plan, a_worker())
    request = a_request(plan)

    page = signed_in(a_coordinator(a_town().north)).get(f"/ondersteuning/{request.id}").text
    assert "Op papieren lijsten: 12 voor, 2 tegen." in page
    assert (
        "papieren lijsten"
        not in signed_in(a_person("Anna")).get(f"/ondersteuning/{request.id}").text
    )
