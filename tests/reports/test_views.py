"""The pages: what can be chosen, what is kept when something is missing, and what nobody reads."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.reports import queries, service
from app.reports.lifecycle import ReportState
from app.reports.models import ContentReport, Topic
from factories.accounts import a_moderator, a_person
from factories.initiatives import a_question, an_answer, an_initiative, an_update
from factories.photos import a_photo
from factories.reports import a_report, somebody
from factories.volunteering import a_task

Browsers = Callable[[User], FlaskClient]


def test_every_public_text_around_a_plan_can_be_chosen(client: FlaskClient) -> None:
    plan = an_initiative()
    question = a_question(plan)
    texts = [plan, question, an_answer(question), an_update(plan), a_photo(plan), a_task(plan)]
    db.session.commit()

    page = client.get(f"/initiatieven/{plan.id}/melden?wat=questions-{question.id}").text

    for text in texts:
        assert f'value="{text.__tablename__}-{text.id}"' in page
    assert f'<option selected value="questions-{question.id}">' in page
    assert f"/initiatieven/{plan.id}/melden" in client.get(f"/initiatieven/{plan.id}").text


def test_a_visitor_reports_and_what_is_typed_stays_when_something_is_missing(
    client: FlaskClient,
) -> None:
    plan = an_initiative()
    db.session.commit()
    page = f"/initiatieven/{plan.id}/melden"

    refused = client.post(
        page, data={"topic": "other", "email": "buur@", "what": f"initiatives-{plan.id}"}
    )
    typed = {"topic": "other", "words": "Dit klopt niet.", "what": f"initiatives-{plan.id}"}
    accepted = client.post(page, data=typed)

    assert refused.status_code == 422
    assert "Schrijf op wat er mis is." in refused.text
    assert 'value="buur@"' in refused.text
    assert (accepted.status_code, accepted.location) == (303, f"/initiatieven/{plan.id}")
    report = db.session.query(ContentReport).one()
    assert (report.topic, report.words, report.counts) == (Topic.OTHER, "Dit klopt niet.", False)


def test_the_link_confirms_only_when_the_button_is_pressed(client: FlaskClient) -> None:
    from app.accounts.models import Visitor

    report = service.report(
        an_initiative(), Topic.SPAM, "", by=Visitor(), email="buur@voorbeeld.example"
    )
    db.session.commit()
    page = f"/melding/{queries.key_of(report)}"

    assert "Ja, ik deed deze melding" in client.get(page).text
    assert not report.counts
    assert client.post(f"{page}/bevestig").location == page
    db.session.refresh(report)
    assert report.counts
    assert client.get(f"{page[:-1]}-").status_code == 404


def test_a_moderator_reads_what_and_how_many_and_never_who(signed_in: Browsers) -> None:
    plan = an_initiative()
    report = a_report(plan, somebody("Noor Meldster", days=2), words="Dit is niet waar.")
    db.session.commit()
    mo = signed_in(a_moderator())

    listed, page = mo.get("/meldingen").text, mo.get(f"/meldingen/{report.id}").text

    assert "1 account (1 jonger dan 7 dagen)" in listed
    assert "Dit is niet waar." in page
    assert (
        "Meldster" not in listed + page + signed_in(plan.owner).get(f"/initiatieven/{plan.id}").text
    )
    assert "1 melding wacht" in mo.get("/mijn").text


def test_a_moderator_takes_a_text_away_with_a_reason(signed_in: Browsers) -> None:
    report, mo = a_report(an_initiative()), signed_in(a_moderator())
    db.session.commit()
    page = f"/meldingen/{report.id}"

    assert (
        mo.post(page, data={"step": "uphold", "rule": "unkind", "reason": "kort"}).status_code
        == 422
    )
    gone = mo.post(page, data={"step": "uphold", "rule": "unkind", "reason": "Dit is niet aardig."})

    assert gone.location == "/meldingen"
    db.session.refresh(report)
    assert report.state is ReportState.UPHELD
    assert mo.post(page, data={"step": "dismiss"}).status_code == 404


def test_what_is_gone_can_only_be_closed(signed_in: Browsers) -> None:
    question = a_question(an_initiative())
    report, mo = a_report(question), signed_in(a_moderator())
    db.session.delete(question)
    db.session.commit()
    page = f"/meldingen/{report.id}"

    assert mo.post(page, data={"step": "dismiss"}).status_code == 422
    assert mo.post(page, data={"step": "close"}).status_code == 303
    db.session.refresh(report)
    assert report.state is ReportState.GONE


def test_the_list_is_for_moderators(signed_in: Browsers) -> None:
    report = a_report(an_initiative())
    db.session.commit()

    for page in ("/meldingen", f"/meldingen/{report.id}"):
        assert signed_in(a_person("Bilal")).get(page).status_code == 403
