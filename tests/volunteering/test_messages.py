"""What we say to volunteers and organisers."""

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.notifications.models import Message, Topic
from app.volunteering import messages, service
from app.volunteering.messages import organiser_of
from factories.accounts import a_person
from factories.notifications import mails_to
from factories.volunteering import a_shift, a_task, all_sign_up, neighbours


def last_message() -> Message:
    return db.session.query(Message).order_by(Message.id.desc()).limit(1).one()


def test_the_place_in_the_queue_is_said() -> None:
    shift = a_shift(places=1)

    all_sign_up(shift, neighbours(3))

    assert "Je staat op plek 2 van de wachtlijst." in last_message().text


def test_links_are_paths_also_outside_a_request() -> None:
    shift = a_shift()
    service.sign_up(shift, by=a_person("Bilal"))

    links = [message.link for message in db.session.query(Message).order_by(Message.id)]

    assert links == ["/mijn/aanmeldingen", f"/doe-mee/{shift.task_id}/aanmeldingen"]


def test_each_of_two_people_reads_their_own_language() -> None:
    bilal, shift = a_person("Bilal"), a_shift()
    bilal.language = "en"

    service.sign_up(shift, by=bilal)

    confirmed, news = db.session.query(Message).order_by(Message.id)
    assert (confirmed.language, confirmed.link_label) == ("en", "View your sign-ups")
    assert (news.language, news.subject) == ("nl", "Nieuwe aanmelding: Zwerfvuil prikken")


def test_a_text_that_waits_for_a_look_is_in_no_message() -> None:
    shift = a_shift(a_task(title="Nog niet gelezen"))
    sign_up = service.sign_up(shift, by=a_person("Bilal"))
    shift.task.state = TextState.WAITING

    messages.tell_lapsed(sign_up)

    assert "Nog niet gelezen" not in last_message().subject + last_message().text
    assert last_message().subject == "Je plek is naar iemand anders: Schone buurt"


def test_without_a_reason_the_organiser_is_not_quoted() -> None:
    sign_up = service.sign_up(a_shift(), by=a_person("Bilal"))

    messages.tell_shift_cancelled(sign_up, "")

    first, then, *_rest = last_message().text.split("\n\n")
    assert first.endswith("gaat niet door. Je hoeft dus niet te komen.")
    assert then == "Staat het in je agenda? Dit bestand haalt het eruit:"


def test_once_the_maker_left_the_owner_is_the_organiser() -> None:
    task = a_task(author=a_person("Oud-lid"))

    assert organiser_of(task) is a_person("Anna")


@pytest.mark.parametrize(
    ("days", "organiser_confirms", "is_urgent"),
    [(4, False, False), (4, True, True), (2, False, True)],
)
def test_the_organiser_hears_at_once_about_who_waits_and_about_a_moment_that_is_near(
    days: int, organiser_confirms: bool, is_urgent: bool
) -> None:
    shift = a_shift(a_task(organiser_confirms=organiser_confirms))
    shift.starts_at = clock.now() + timedelta(days=days)
    shift.ends_at = shift.starts_at + timedelta(hours=1)

    service.sign_up(shift, by=a_person("Bilal"))

    news = last_message()
    assert (news.topic, news.heading) == (Topic.TASKS, "Schone buurt")
    assert news.is_urgent is is_urgent
    assert news.why == "Je krijgt deze mail omdat je “Zwerfvuil prikken” organiseert."


def test_what_a_volunteer_has_to_know_never_waits() -> None:
    bilal, shift = a_person("Bilal"), a_shift(places=1)
    all_sign_up(shift, neighbours(1))
    service.sign_up(shift, by=bilal)

    [told] = mails_to(bilal.email)
    assert (told.subject[:26], told.topic) == ("Je staat op de wachtlijst:", None)
    assert told.why == "Je krijgt deze mail omdat je je aanmeldde voor “Zwerfvuil prikken”."
