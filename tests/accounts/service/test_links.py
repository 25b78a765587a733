"""One-time links: few, short-lived, for one door, and used once."""

from datetime import timedelta

import pytest
from flask import Flask

from app.accounts.models import OneTimeLink, Purpose
from app.accounts.service import ask_link, make_link, peek, renew, spend
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound, Refused
from factories.notifications import mails_to
from factories.races import at_once
from factories.slowly import slowly

ANNA = "anna@voorbeeld.example"


def the_link() -> OneTimeLink:
    return db.session.query(OneTimeLink).one()


def age(link: OneTimeLink, **ago: float) -> None:
    """Make a link look as old as that."""
    link.created_at -= timedelta(**ago)
    link.expires_at -= timedelta(**ago)
    db.session.flush()


def test_a_link_is_kept_as_a_fingerprint_with_what_it_is_for() -> None:
    token = make_link(
        " Anna@Voorbeeld.example", Purpose.SUBMIT, subject_id=7, go_on="/initiatieven"
    )

    link = the_link()
    assert (link.email, link.purpose, link.subject_id) == (ANNA, Purpose.SUBMIT, 7)
    assert (link.go_on, link.used_at) == ("/initiatieven", None)
    assert token not in str(vars(link))
    assert link.expires_at - link.created_at == pytest.approx(
        timedelta(minutes=15), abs=timedelta(seconds=1)
    )


def test_looking_at_a_link_does_not_use_it() -> None:
    token = make_link(ANNA, Purpose.SIGN_IN)

    assert peek(token, Purpose.SIGN_IN) is peek(token, Purpose.SIGN_IN)
    assert the_link().used_at is None


def test_a_link_is_used_once() -> None:
    token = make_link(ANNA, Purpose.SIGN_IN)

    assert spend(token, Purpose.SIGN_IN).used_at is not None
    with pytest.raises(Refused, match="al gebruikt"):
        spend(token, Purpose.SIGN_IN)
    with pytest.raises(Refused, match="al gebruikt"):
        peek(token, Purpose.SIGN_IN)


def test_a_link_opens_no_other_door() -> None:
    token = make_link(ANNA, Purpose.SIGN_IN)

    for open_door in (peek, spend):
        with pytest.raises(Refused, match="kennen we niet"):
            open_door(token, Purpose.PASSWORD)
    assert the_link().used_at is None


def test_a_link_is_too_old_after_a_quarter_of_an_hour() -> None:
    token = make_link(ANNA, Purpose.SIGN_IN)

    age(the_link(), minutes=14.9)
    peek(token, Purpose.SIGN_IN)
    age(the_link(), minutes=0.2)
    for open_door in (peek, spend):
        with pytest.raises(Refused, match="te oud"):
            open_door(token, Purpose.SIGN_IN)


@pytest.mark.parametrize("token", ["", "x", "\x00", "a" * 10_000, "' or 1=1 --"])
def test_a_link_that_never_was_does_not_open(token: str) -> None:
    make_link(ANNA, Purpose.SIGN_IN)

    for open_door in (peek, spend):
        with pytest.raises(Refused, match="kennen we niet"):
            open_door(token, Purpose.SIGN_IN)


def test_the_fingerprint_of_a_link_does_not_open_it() -> None:
    make_link(ANNA, Purpose.SIGN_IN)

    with pytest.raises(Refused):
        spend(the_link().fingerprint, Purpose.SIGN_IN)


def test_an_address_gets_five_links_an_hour_for_all_purposes_together() -> None:
    for purpose in [*Purpose, Purpose.SIGN_IN, Purpose.SUBMIT]:
        make_link(ANNA, purpose)

    with pytest.raises(Refused, match="dit uur al 5 mails") as refusal:
        make_link("ANNA@voorbeeld.example", Purpose.SIGN_IN)
    assert refusal.value.field == "email"
    make_link("bilal@voorbeeld.example", Purpose.SIGN_IN)


def test_an_hour_later_there_is_room_again_until_ten_in_a_day() -> None:
    for _ in range(2):
        for _ in range(5):
            make_link(ANNA, Purpose.SIGN_IN)
        for link in db.session.query(OneTimeLink):
            age(link, minutes=61)

    with pytest.raises(Refused, match="vandaag al 10 mails"):
        make_link(ANNA, Purpose.SIGN_IN)


@pytest.mark.parametrize("email", ["", "anna", "a@x.nl,b@y.nl", "a@b.nl\r\nBcc: c@d.nl"])
def test_what_is_no_address_gets_no_link(email: str) -> None:
    with pytest.raises(Refused):
        make_link(email, Purpose.SIGN_IN)

    assert db.session.query(OneTimeLink).count() == 0


def test_a_link_that_is_asked_for_is_in_the_mail() -> None:
    ask_link(ANNA, Purpose.SIGN_IN, go_on="/doe-mee")

    [mail] = mails_to(ANNA)
    assert (mail.subject, mail.user_id) == ("Je link om in te loggen", None)
    token = mail.link.removeprefix("/inloggen/link/")
    assert spend(token, Purpose.SIGN_IN).go_on == "/doe-mee"


def test_a_password_link_leads_to_the_page_for_it() -> None:
    ask_link(ANNA, Purpose.PASSWORD)

    [mail] = mails_to(ANNA)
    peek(mail.link.removeprefix("/inloggen/wachtwoord/"), Purpose.PASSWORD)


def test_a_new_link_keeps_what_the_old_one_was_for() -> None:
    token = make_link(ANNA, Purpose.SIGN_IN, go_on="/doe-mee")
    age(the_link(), minutes=20)

    assert renew(token, Purpose.SIGN_IN) == ANNA
    new = mails_to(ANNA)[-1].link.removeprefix("/inloggen/link/")
    assert new != token
    assert spend(new, Purpose.SIGN_IN).go_on == "/doe-mee"


def test_no_new_link_for_one_that_never_was() -> None:
    with pytest.raises(NotFound):
        renew("x", Purpose.SIGN_IN)


def test_of_eight_people_with_the_same_link_one_gets_in(app: Flask) -> None:
    token = make_link(ANNA, Purpose.SIGN_IN)

    with slowly("UPDATE one_time_links"):
        outcomes = at_once(app, [lambda: spend(token, Purpose.SIGN_IN)] * 8)

    assert outcomes == ["Refused"] * 7 + ["done"]


def test_twelve_requests_at_once_get_five_links(app: Flask) -> None:
    with slowly("INSERT INTO one_time_links"):
        outcomes = at_once(app, [lambda: make_link(ANNA, Purpose.SIGN_IN)] * 12)

    assert outcomes == ["Refused"] * 7 + ["done"] * 5
    assert db.session.query(OneTimeLink).count() == 5


def test_a_link_is_spent_at_the_moment_of_spending() -> None:
    token = make_link(ANNA, Purpose.SIGN_IN)
    before = clock.now()

    assert before <= spend(token, Purpose.SIGN_IN).used_at <= clock.now()
