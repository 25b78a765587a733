"""Saying that a plan is good without being signed in: one field, one mail, one button."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import OneTimeLink, User
from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.initiatives.voices import Endorsement
from app.notifications.models import Message
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative
from factories.second_factor import CODE, an_app
from factories.thumbs import lose_the_answer

SignedIn = Callable[[User], FlaskClient]
FATMA = "fatma@voorbeeld.example"


def link_for(client: FlaskClient, plan_id: int, email: str = FATMA) -> str:
    """Ask for the link and return its path."""
    client.post(f"/initiatieven/{plan_id}/steun/mail", data={"email": email})
    db.session.expire_all()
    return db.session.query(Message).order_by(Message.id.desc()).first().link  # type: ignore[union-attr]


def endorsements() -> list[str]:
    db.session.expire_all()
    people = db.session.query(User).join(Endorsement, Endorsement.user_id == User.id)
    return [person.email for person in people]


def test_a_visitor_is_asked_for_an_address_only_and_told_to_look_in_the_mail(
    client: FlaskClient,
) -> None:
    plan = an_initiative()
    assert (
        f'href="/initiatieven/{plan.id}/steun/mail"' in client.get(f"/initiatieven/{plan.id}").text
    )

    asked = client.get(f"/initiatieven/{plan.id}/steun/mail")
    told = client.post(f"/initiatieven/{plan.id}/steun/mail", data={"email": FATMA})

    assert (asked.text.count("<label"), FATMA in told.text) == (1, True)
    mail = db.session.query(Message).one()
    assert (mail.email, mail.user_id, plan.title in mail.text) == (FATMA, None, True)
    assert endorsements() == []


def test_somebody_new_says_a_name_and_is_counted_and_signed_in(client: FlaskClient) -> None:
    plan = an_initiative()
    link = link_for(client, plan.id)
    phone = client.application.test_client()
    for _look in range(2):  # a mail scanner opens it as well: opening is not using
        assert phone.get(link).text.count("<label") == 1

    answer = phone.post(link, data={"name": "Fatma"})

    assert (answer.status_code, answer.location) == (303, f"/initiatieven/{plan.id}#steun")
    assert endorsements() == [FATMA]
    assert history("initiatives", plan.id)[-1].action == "initiatives.endorse"
    page = phone.get(f"/initiatieven/{plan.id}").text
    assert "Bedankt. Je hebt gezegd dat dit een goed plan is." in page
    assert "Jij vindt dit een goed plan." in page


def test_a_name_is_needed_of_somebody_new_and_nothing_is_used_without(client: FlaskClient) -> None:
    link = link_for(client, an_initiative().id)

    answer = client.post(link)

    assert (answer.status_code, "Vul je naam in." in answer.text) == (422, True)
    assert endorsements() == []
    assert client.post(link, data={"name": "Fatma"}).status_code == 303


def test_somebody_we_know_only_presses_the_button_and_twice_counts_once(
    client: FlaskClient,
) -> None:
    plan, bilal = an_initiative(), a_person("Bilal")

    for _time in range(2):
        link = link_for(client, plan.id, bilal.email)
        phone = client.application.test_client()
        assert "<label" not in phone.get(link).text
        assert phone.post(link).status_code == 303

    assert endorsements() == [bilal.email]


def test_who_lost_the_first_answer_is_signed_in_by_the_second(client: FlaskClient) -> None:
    plan, bilal = an_initiative(), a_person("Bilal")
    link = link_for(client, plan.id, bilal.email)
    way_on = lose_the_answer(client, link)

    assert client.post(link).location == way_on == f"/initiatieven/{plan.id}#steun"
    assert endorsements() == [bilal.email]
    assert client.get("/mijn/gegevens").status_code == 200


def test_of_staff_with_an_app_the_link_asks_for_a_code(client: FlaskClient) -> None:
    plan, mo = an_initiative(), a_moderator()
    an_app(mo)

    answer = client.post(link_for(client, plan.id, mo.email))

    assert (answer.location, endorsements()) == (CODE, [mo.email])
    assert client.get("/mijn/gegevens").status_code == 303


def test_of_who_runs_the_plan_nothing_is_counted(client: FlaskClient) -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)

    answer = client.post(link_for(client, plan.id, anna.email))

    assert (answer.status_code, endorsements()) == (303, [])
    assert "Dit is je eigen plan." in client.get(f"/initiatieven/{plan.id}").text


def test_what_is_no_address_comes_back(client: FlaskClient) -> None:
    answer = client.post(f"/initiatieven/{an_initiative().id}/steun/mail", data={"email": "fatma"})

    assert (answer.status_code, 'value="fatma"' in answer.text) == (422, True)
    assert db.session.query(Message).count() == 0


def test_the_sixth_mail_in_an_hour_is_refused(client: FlaskClient) -> None:
    path = f"/initiatieven/{an_initiative().id}/steun/mail"

    answers = [client.post(path, data={"email": FATMA}).status_code for _mail in range(6)]

    assert answers == [200] * 5 + [422]


def test_a_link_that_closed_is_explained_and_leads_to_the_plan_again(client: FlaskClient) -> None:
    plan = an_initiative()
    link = link_for(client, plan.id)
    db.session.query(OneTimeLink).update({"expires_at": clock.now()})

    answer = client.get(link)
    assert answer.location == link.replace("/initiatieven/steun/", "/inloggen/link/")
    closed = client.get(answer.location)
    assert (closed.status_code, "Deze link is te oud" in closed.text) == (410, True)
    known = db.session.query(OneTimeLink).one()
    assert known.go_on == f"/initiatieven/{plan.id}#steun"


def test_a_link_that_is_used_meanwhile_counts_once(client: FlaskClient) -> None:
    link = link_for(client, an_initiative().id)
    client.post(link, data={"name": "Fatma"})

    again = client.application.test_client().post(link, data={"name": "Fatma"})

    assert again.location == link.replace("/initiatieven/steun/", "/inloggen/link/")
    assert endorsements() == [FATMA]


def test_an_ordinary_link_to_sign_in_endorses_nothing(client: FlaskClient) -> None:
    client.post("/inloggen", data={"email": FATMA})
    link = db.session.query(Message).one().link.replace("/inloggen/link/", "/initiatieven/steun/")

    assert client.post(link, data={"name": "Fatma"}).location.startswith("/inloggen/link/")


def test_a_plan_that_is_not_public_cannot_be_endorsed(client: FlaskClient) -> None:
    plan = an_initiative()
    link = link_for(client, plan.id)
    plan.hidden_at = clock.now()

    for path in (link, f"/initiatieven/{plan.id}/steun/mail"):
        assert client.get(path).status_code == 404
        assert client.post(path, data={"name": "Fatma"}).status_code == 404


def test_who_is_signed_in_has_the_button_itself(signed_in: SignedIn) -> None:
    plan = an_initiative()

    answer = signed_in(a_person("Bilal")).get(f"/initiatieven/{plan.id}/steun/mail")

    assert (answer.status_code, answer.location) == (303, f"/initiatieven/{plan.id}#steun")
