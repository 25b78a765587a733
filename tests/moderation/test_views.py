"""The moderator's pages: who gets in, what a refused judgement keeps, and what is said."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.initiatives import service as initiatives
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.moderation import service
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review, Rule
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.initiatives import a_version, an_initiative
from factories.moderation import a_review

Browsers = Callable[[User], FlaskClient]


def a_review_of(initiative: Initiative) -> Review:
    return service.receive(
        initiative,
        title=initiative.title,
        text="\n".join(initiative.texts.values()),
        author=initiative.owner,
        district_id=initiative.district_id,
    )


WHY = "Schrijf erbij wie de planten water geeft."


def test_an_empty_queue_says_so(signed_in: Browsers) -> None:
    assert "Er wacht niets" in signed_in(a_moderator()).get("/moderatie").text


def test_the_queue_shows_what_waits_and_the_promise(signed_in: Browsers) -> None:
    review = a_review(text="Bel 06-12345678")

    page = signed_in(a_moderator()).get("/moderatie").text

    assert f'href="/moderatie/{review.id}"' in page
    assert "let op: telefoonnummer" in page
    assert "de schrijver wil het zo" not in page


def test_the_moderator_sees_where_they_stand_and_what_the_writer_chose(
    signed_in: Browsers,
) -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    initiative.plan = "Bel 06-12345678 of mail a@b.nl."
    review = a_review_of(initiative)
    mo = signed_in(a_moderator())
    chosen = "De schrijver kreeg hier een melding over en koos"

    assert chosen not in mo.get(f"/moderatie/{review.id}").text
    initiatives.insist(initiative, ["phone"], by=initiative.owner)
    assert chosen not in mo.get(f"/moderatie/{review.id}").text
    initiatives.insist(initiative, ["phone", "email"], by=initiative.owner)

    page = mo.get(f"/moderatie/{review.id}").text
    assert chosen in page
    assert '<mark class="found">06-12345678 <strong>(telefoonnummer)</strong></mark>' in page
    assert '<mark class="found">a@b.nl <strong>(e-mailadres)</strong></mark>' in page
    assert "de schrijver wil het zo" in mo.get("/moderatie").text
    lines = db.session.query(Entry).filter_by(action="initiatives.keep_found").all()
    assert sorted(line.old for line in lines) == ["email", "phone"]


@pytest.mark.parametrize("person", [a_person, a_coordinator])
def test_the_queue_is_for_moderators(signed_in: Browsers, person: Callable[[], User]) -> None:
    assert signed_in(person()).get("/moderatie").status_code == 403


def test_a_visitor_is_sent_to_the_door(client: FlaskClient) -> None:
    answer = client.get("/moderatie")

    assert (answer.status_code, answer.location) == (303, "/inloggen?verder=/moderatie")


def test_publishing_leads_back_to_the_queue(signed_in: Browsers) -> None:
    review = a_review()

    answer = signed_in(a_moderator()).post(f"/moderatie/{review.id}", data={"step": "publish"})

    assert (answer.status_code, answer.location) == (303, "/moderatie")
    assert db.session.get_one(Initiative, review.subject_id).state == State.PUBLISHED


@pytest.mark.parametrize("step", ["request_changes", "reject"])
def test_a_judgement_without_a_reason_is_refused_and_kept(signed_in: Browsers, step: str) -> None:
    review = a_review()

    answer = signed_in(a_moderator()).post(
        f"/moderatie/{review.id}", data={"step": step, "rule": "unclear", "reason": "kort"}
    )

    assert answer.status_code == 422
    assert "<title>Fout:" in answer.text
    assert "Schrijf minstens 10 en hoogstens 2000 tekens." in answer.text
    assert ">kort</textarea>" in answer.text.replace("\r\n", "")
    assert db.session.get_one(Review, review.id).state == ReviewState.WAITING


def test_who_goes_on_in_another_language_keeps_the_reason_and_judges_nothing(
    signed_in: Browsers,
) -> None:
    review = a_review()
    mo, page = signed_in(a_moderator()), f"/moderatie/{review.id}"
    judgement = {"step": "reject", "rule": "unclear", "reason": WHY, "taal": "en"}

    answer = mo.post(page, data=judgement)

    assert (answer.status_code, '<html lang="en"' in answer.text) == (200, True)
    assert WHY in answer.text
    db.session.refresh(review)
    assert review.state is ReviewState.WAITING
    assert 'name="taal"' not in signed_in(review.author).get(page).text


def test_personal_data_hold_publication_until_the_box_is_ticked(signed_in: Browsers) -> None:
    review, browser = a_review(text="BSN 111222333"), signed_in(a_moderator())

    refused = browser.post(f"/moderatie/{review.id}", data={"step": "publish"})
    accepted = browser.post(f"/moderatie/{review.id}", data={"step": "publish", "checked": "y"})

    assert (refused.status_code, accepted.status_code) == (422, 303)


def test_the_second_moderator_gets_409_with_who_and_when(signed_in: Browsers) -> None:
    review = a_review()
    mo, nora = signed_in(a_moderator()), signed_in(a_moderator("Nora"))
    mo.post(f"/moderatie/{review.id}", data={"step": "publish"})

    answer = nora.post(
        f"/moderatie/{review.id}", data={"step": "reject", "rule": "other", "reason": WHY}
    )

    assert answer.status_code == 409
    assert "Mo was je voor, op " in answer.text


def test_a_new_version_shows_what_is_new_and_what_is_gone(signed_in: Browsers) -> None:
    initiative = an_initiative()
    version = a_version(initiative, number=2, summary="We maken samen moestuinen langs de gevels.")
    review = service.receive(
        version,
        title=initiative.title,
        text="",
        author=initiative.owner,
        district_id=initiative.district_id,
    )

    page = signed_in(a_moderator()).get(f"/moderatie/{review.id}").text

    assert "<del>tuintjes " in page
    assert "<ins>moestuinen " in page


def test_the_author_reads_the_reason_and_can_ask_for_a_second_look(signed_in: Browsers) -> None:
    review = a_review()
    service.reject(review, by=a_moderator(), rule=Rule.OUTSIDE, reason=WHY)
    browser = signed_in(review.author)

    page = browser.get(f"/moderatie/{review.id}/uitleg").text
    answer = browser.post(
        f"/moderatie/{review.id}/nieuwe-blik", data={"plea": "Het is wel in deze gemeente."}
    )

    assert WHY in page
    assert answer.status_code == 303
    assert "nieuwe blik" in signed_in(a_moderator("Nora")).get("/moderatie").text


def test_somebody_else_does_not_find_the_explanation(signed_in: Browsers) -> None:
    review = a_review()
    service.reject(review, by=a_moderator(), rule=Rule.OUTSIDE, reason=WHY)

    assert signed_in(a_person("Bilal")).get(f"/moderatie/{review.id}/uitleg").status_code == 404


def test_hiding_takes_the_initiative_from_the_site_and_restoring_brings_it_back(
    signed_in: Browsers, client: FlaskClient
) -> None:
    initiative, browser = an_initiative(), signed_in(a_moderator())
    page = f"/moderatie/initiatieven/{initiative.id}"

    browser.post(page, data={"rule": "unkind", "reason": WHY})
    hidden = client.get(f"/initiatieven/{initiative.id}").status_code
    browser.post(page, data={"reason": "De tekst is aangepast."})

    assert (hidden, client.get(f"/initiatieven/{initiative.id}").status_code) == (404, 200)


def test_an_unknown_review_is_not_found(signed_in: Browsers) -> None:
    assert signed_in(a_moderator()).get("/moderatie/999").status_code == 404
