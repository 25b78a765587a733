"""Who goes on in another language in the middle of a form loses nothing: the languages are in the form."""

import re
from pathlib import Path

import pytest

from architecture.sources import TEMPLATES, name_of

FORM = re.compile(r"\{% call form_tag\(.*\) %\}")
FOR_STAFF = {
    "accounts/templates/choose_password.html",
    "accounts/templates/give_code.html",
    "accounts/templates/give_recovery_code.html",
    "accounts/templates/own_app.html",
    "accounts/templates/renew_recovery_codes.html",
    "accounts/templates/reset_app.html",
    "accounts/templates/roles.html",
    "accounts/templates/set_up_app.html",
    "accounts/templates/sign_in_with_password.html",
    "accounts/templates/take_log.html",
    "capacity/templates/hours.html",
    "capacity/templates/withdraw.html",
    "filters/templates/name.html",
    "initiatives/templates/assisted_plan.html",
    "moderation/templates/show.html",
    "moderation/templates/visibility.html",
    "organisations/templates/members.html",
    "support/templates/not_consider.html",
    "filters/templates/columns.html",
    "filters/templates/take_file.html",
    "support/templates/together.html",
}
ROOMS_FOR_STAFF = ("matching/",)
NOTHING_TYPED = {
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
    "ui/examples/field.html": "an example",
}
WITH_FORM = [path for path in TEMPLATES if FORM.search(path.read_text())]


@pytest.mark.parametrize("path", WITH_FORM, ids=name_of)
def test_a_form_for_residents_speaks(path: Path) -> None:
    name, page = name_of(path), path.read_text()
    if name in FOR_STAFF or name in NOTHING_TYPED or name.startswith(ROOMS_FOR_STAFF):
        return

    for form in FORM.findall(page):
        assert "speaks=True" in form, "its page says in_form, and the form speaks=True"


def test_every_exception_is_a_form() -> None:
    names = {name_of(path) for path in WITH_FORM}
    assert names >= FOR_STAFF | NOTHING_TYPED.keys()
