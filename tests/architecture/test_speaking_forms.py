"""Who goes on in another language in the middle of a form loses nothing: the languages are in the form."""

import re
from pathlib import Path

import pytest

from architecture.sources import TEMPLATES, name_of

FORM = re.compile(r"\{% call form_tag\(.*\) %\}")
NOTHING_TYPED = {
    "accounts/templates/choose_password.html": "a password",
    "accounts/templates/give_code.html": "a code",
    "accounts/templates/give_recovery_code.html": "a code",
    "accounts/templates/own_app.html": "a button",
    "accounts/templates/remove_passkey.html": "a button",
    "accounts/templates/renew_recovery_codes.html": "a button",
    "accounts/templates/set_up_app.html": "a code",
    "accounts/templates/sign_in_with_password.html": "an address and a password",
    "accounts/templates/take_log.html": "a button",
    "archive/templates/approve.html": "a box to tick",
    "archive/templates/take_file.html": "a button",
    "filters/templates/columns.html": "choices",
    "filters/templates/take_file.html": "a button",
    "initiatives/templates/assisted_plan.html": "a choice and a code",
    "matching/templates/again.html": "choices",
    "matching/templates/call.html": "a button",
    "support/templates/not_consider.html": "a button",
    "support/templates/withdraw_objection.html": "a button",
    "support/templates/together.html": "choices",
    "accounts/templates/profile.html": "it asks for the language itself",
    "accounts/templates/sign_in_again.html": "an address that is known, or a password",
    "initiatives/templates/agree.html": "a button",
    "initiatives/templates/check.html": "a button",
    "initiatives/templates/confirm.html": "a button",
    "initiatives/templates/invitation.html": "two buttons",
    "initiatives/templates/resume.html": "a button",
    "initiatives/templates/sent.html": "a button",
    "notifications/templates/devices.html": "a button",
    "notifications/templates/wishes.html": "choices",
    "pages/templates/map.html": "a postcode",
    "privacy/templates/erase.html": "a box to tick",
    "volunteering/templates/own_calendar.html": "a button",
    "volunteering/templates/take_attendance.html": "a button",
    "ui/examples/field.html": "an example",
}
WITH_FORM = [path for path in TEMPLATES if FORM.search(path.read_text())]


@pytest.mark.parametrize("path", WITH_FORM, ids=name_of)
def test_a_form_speaks(path: Path) -> None:
    name, page = name_of(path), path.read_text()
    if name in NOTHING_TYPED:
        return

    for form in FORM.findall(page):
        assert "speaks=True" in form, "its page says in_form, and the form speaks=True"


def test_every_exception_is_a_form() -> None:
    names = {name_of(path) for path in WITH_FORM}
    assert names >= NOTHING_TYPED.keys()
