"""Mail that does not arrive is seen by who coordinates there, who can have it tried again."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.looks import Look, Why
from app.accounts.models import User
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.notifications.models import Message
from app.notifications.service import mail, tell
from factories.accounts import a_coordinator, a_person, an_administrator
from factories.areas import a_town

SignedIn = Callable[[User], FlaskClient]
PATH = "/berichten/niet-bezorgd"


def a_lost_mail(name: str = "Anna", *, lives_there: bool = True) -> Job:
    """Return the job of a mail that was given up."""
    person = a_person(name)
    person.neighbourhood_id = a_town().mill.id if lives_there else None
    message = tell(person, f"Je aanmelding, {name}", "Je doet mee.")
    job = db.session.query(Job).order_by(Job.id.desc()).first()
    assert job is not None
    assert job.arguments == {"message_id": message.id}
    job.dead_at, job.attempts, job.last_error = clock.now(), 16, "NoSuchAddress: refused for good"
    db.session.commit()
    return job


def test_a_coordinator_sees_whom_no_mail_reached_and_that_is_written_down(
    signed_in: SignedIn,
) -> None:
    a_lost_mail()

    page = signed_in(a_coordinator(a_town().north)).get(PATH).text

    assert "Je aanmelding, Anna" in page
    assert "Voor Anna" in page
    look = db.session.query(Look).one()
    assert (look.person_id, look.why) == (a_person("Anna").id, Why.MAIL)


def test_nobody_of_elsewhere_sees_it_or_has_it_tried_again(signed_in: SignedIn) -> None:
    job = a_lost_mail()
    elsewhere = signed_in(a_coordinator(a_town().south, "Coen"))

    assert "Alle mail is bezorgd" in elsewhere.get(PATH).text
    assert elsewhere.post(f"{PATH}/{job.id}/opnieuw").status_code == 404
    db.session.refresh(job)
    assert job.dead_at is not None
    assert db.session.query(Look).count() == 0


def test_who_coordinates_everywhere_also_sees_people_who_did_not_say_where_they_live(
    signed_in: SignedIn,
) -> None:
    a_lost_mail("Bilal", lives_there=False)

    assert "Voor Bilal" not in signed_in(a_coordinator(a_town().north)).get(PATH).text
    assert "Voor Bilal" in signed_in(a_coordinator(name="Coen")).get(PATH).text


def test_others_do_not_reach_the_page(signed_in: SignedIn) -> None:
    job = a_lost_mail()

    for person in (a_person("Noor"), an_administrator()):
        browser = signed_in(person)
        assert browser.get(PATH).status_code == 403
        assert browser.post(f"{PATH}/{job.id}/opnieuw").status_code == 403
        assert PATH not in browser.get("/berichten").text


def test_trying_again_mails_it_with_a_line_in_the_log_and_a_second_click_is_a_404(
    signed_in: SignedIn,
) -> None:
    job, carla = a_lost_mail(), a_coordinator(a_town().north)
    browser = signed_in(carla)
    assert PATH in browser.get("/berichten").text

    answer = browser.post(f"{PATH}/{job.id}/opnieuw", follow_redirects=True)

    assert "We proberen het opnieuw." in answer.text
    assert "Alle mail is bezorgd" in answer.text
    assert browser.post(f"{PATH}/{job.id}/opnieuw").status_code == 404
    entry = db.session.query(Entry).filter_by(action="messages.send_again").one()
    assert (entry.actor_id, entry.subject_id) == (carla.id, job.arguments["message_id"])
    work_off()
    assert db.session.query(Message).one().mailed_at is not None


def test_what_was_read_on_the_site_or_went_to_no_account_is_not_listed(signed_in: SignedIn) -> None:
    job = a_lost_mail()
    db.session.get_one(Message, job.arguments["message_id"]).read_at = clock.now()
    mail("nieuw@voorbeeld.example", "Je link", "Tekst")
    db.session.query(Job).update({"dead_at": clock.now()})
    db.session.commit()

    assert "Alle mail is bezorgd" in signed_in(a_coordinator()).get(PATH).text
