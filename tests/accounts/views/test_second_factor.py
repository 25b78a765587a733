"""Somebody who is signed in looks after the own app for codes, or resets that of a colleague."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts import queries
from app.accounts.models import LoginSession, RecoveryCode, User
from app.accounts.queries import second_factor_of
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from factories.accounts import a_moderator, a_person, a_session, an_administrator
from factories.notifications import mails_to
from factories.second_factor import (
    APP,
    CODE,
    GOOD,
    Browsers,
    an_app,
    is_in,
    mo_with_password,
    on_paper,
    shown,
)

OWN, RENEW = "/mijn/app", "/mijn/herstelcodes"


def page_of(person: User) -> str:
    return f"/beheer/rollen/{person.id}/app"


def signed_in_long_ago(person: User) -> None:
    mine = db.session.query(LoginSession).filter_by(user_id=person.id)
    mine.update({"created_at": clock.now() - timedelta(hours=1)})


def secret_on(page: str) -> str:
    return page.split('strong dir="ltr">')[1].split("<", maxsplit=1)[0].replace(" ", "")


def test_staff_find_the_way_from_their_own_page(signed_in: Browsers) -> None:
    assert f'href="{OWN}"' in signed_in(a_moderator()).get("/mijn/gegevens").text
    assert f'href="{OWN}"' not in signed_in(a_person("Anna")).get("/mijn/gegevens").text


def test_a_resident_has_no_such_page(signed_in: Browsers) -> None:
    anna = signed_in(a_person("Anna"))

    assert [anna.get(page).status_code for page in (OWN, RENEW)] == [403, 403]
    assert [anna.post(page).status_code for page in (OWN, RENEW)] == [403, 403]


def test_staff_set_an_app_up_and_stay_signed_in_only_here(signed_in: Browsers) -> None:
    mo = a_moderator()
    client = signed_in(mo)
    elsewhere = a_session(mo)
    assert "zonder code" in client.get(OWN).text

    assert client.post(OWN).location == APP
    secret = secret_on(client.get(APP).text)
    done = client.post(APP, data={"code": shown(secret)})

    assert (done.status_code, f'href="{OWN}"' in done.text, is_in(client)) == (200, True, True)
    assert db.session.get(LoginSession, elsewhere.id).ended_at is not None
    assert "nog 10 herstelcodes" in client.get(OWN).text


def test_another_app_asks_for_a_code_of_the_new_one(signed_in: Browsers) -> None:
    mo = a_moderator()
    first = an_app(mo)
    client = signed_in(mo)
    client.post(OWN)
    second = secret_on(client.get(APP).text)

    assert client.post(APP, data={"code": shown(first)}).status_code == 422
    assert client.post(APP, data={"code": shown(second)}).status_code == 200
    assert first != second


@pytest.mark.parametrize("page", [OWN, RENEW])
def test_an_open_browser_alone_changes_nothing(signed_in: Browsers, page: str) -> None:
    mo = mo_with_password()
    secret = an_app(mo)
    client = signed_in(mo)
    signed_in_long_ago(mo)

    assert client.post(page).location == f"/inloggen/opnieuw?verder={page}"
    again = client.post("/inloggen/opnieuw", data={"password": GOOD, "verder": page})
    assert (again.location, client.post(page).status_code) == (CODE, 303)  # the code as well
    assert client.post(CODE, data={"code": shown(secret)}).location == page
    assert client.get(page).status_code == 200


def test_new_codes_are_shown_once(signed_in: Browsers) -> None:
    mo = a_moderator()
    an_app(mo)
    on_paper(mo, 2)
    client = signed_in(mo)
    assert client.get(RENEW).text.count("<li><strong") == 0

    page = client.post(RENEW)

    assert (page.status_code, page.text.count("<li><strong")) == (200, 10)
    assert (client.get(RENEW).text.count("<li><strong"), queries.recovery_codes_left(mo)) == (0, 10)


def test_without_an_app_there_are_no_codes_to_renew(signed_in: Browsers) -> None:
    assert signed_in(a_moderator()).post(RENEW).status_code == 404


def test_an_administrator_resets_a_lost_app(signed_in: Browsers) -> None:
    mo = a_moderator()
    an_app(mo)
    phone, ada = signed_in(mo), signed_in(an_administrator())
    assert f'href="{page_of(mo)}"' in ada.get("/beheer/rollen").text
    assert "Mo" in ada.get(page_of(mo)).text

    answer = ada.post(page_of(mo), data={"reason": "Telefoon in de gracht, gebeld"})

    assert (answer.status_code, answer.location) == (303, "/beheer/rollen")
    assert (is_in(phone), queries.second_factor_of(mo)) == (False, None)
    assert db.session.query(Entry).one().reason == "Telefoon in de gracht, gebeld"
    assert f'href="{page_of(mo)}"' not in ada.get("/beheer/rollen").text


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_a_reset_needs_a_reason_that_fits(signed_in: Browsers, reason: str) -> None:
    mo = a_moderator()
    an_app(mo)

    answer = signed_in(an_administrator()).post(page_of(mo), data={"reason": reason})

    assert (answer.status_code, 'href="#reason"' in answer.text) == (422, True)
    assert (reason.strip() in answer.text, queries.second_factor_of(mo) is None) == (True, False)


def test_an_administrator_does_not_reset_the_own_app(signed_in: Browsers) -> None:
    ada = an_administrator()
    an_app(ada)
    client = signed_in(ada)

    assert client.get(page_of(ada)).status_code == 403
    assert client.post(page_of(ada), data={"reason": "x"}).status_code == 403
    assert f'href="{page_of(ada)}"' not in client.get("/beheer/rollen").text


@pytest.mark.parametrize("who", ["resident", "without app", "nobody"])
def test_there_is_nothing_to_reset(signed_in: Browsers, who: str) -> None:
    number = {"resident": a_person("Anna").id, "without app": a_moderator().id, "nobody": 999_999}
    client = signed_in(an_administrator())

    assert client.get(f"/beheer/rollen/{number[who]}/app").status_code == 404


def test_a_reset_asks_an_administrator_to_sign_in_anew(signed_in: Browsers) -> None:
    mo, ada = a_moderator(), an_administrator()
    an_app(mo)
    client = signed_in(ada)
    signed_in_long_ago(ada)

    answer = client.post(page_of(mo), data={"reason": "x"})

    assert answer.location == f"/inloggen/opnieuw?verder={page_of(mo)}"
    assert queries.second_factor_of(mo) is not None


def test_others_reset_nothing(signed_in: Browsers, client: FlaskClient) -> None:
    mo = a_moderator()
    an_app(mo)

    assert signed_in(mo).post(page_of(mo), data={"reason": "x"}).status_code == 403
    assert signed_in(a_moderator("Mia")).get(page_of(mo)).status_code == 403
    assert client.get(page_of(mo)).status_code == 303


def test_no_copy_log_or_mail_tells_a_secret(
    signed_in: Browsers, caplog: pytest.LogCaptureFixture
) -> None:
    mo = a_moderator()
    client = signed_in(mo)
    client.post(OWN)
    secret = secret_on(client.get(APP).text)
    client.post(APP, data={"code": "000000"})
    code = shown(secret)
    paper = re.findall(r"<strong[^>]*>([^<]{14})<", client.post(APP, data={"code": code}).text)

    copy = client.post("/mijn/gegevens/kopie").text
    mails = [f"{mail.subject} {mail.text} {mail.link}" for mail in mails_to(mo.email)]
    entries = [str(vars(entry)) for entry in db.session.query(Entry)]
    kept = [str(vars(row)) for row in (*db.session.query(RecoveryCode), second_factor_of(mo))]
    everything = "\n".join([copy, caplog.text, *mails, *entries, *kept])
    assert len(paper) == 10
    assert [one for one in (secret, *paper) if one in everything] == []
    assert code not in caplog.text
    assert "De app en de herstelcodes waarmee je inlogt" in copy
