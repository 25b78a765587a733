"""Nobody is sent on to another site, or to an address that only takes posts."""

import pytest
from flask.testing import FlaskClient

from app.web.paths import safe_path

TRICKS = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "//\\evil.example",
    "https://evil.example",
    "https:/evil.example",
    "https:evil.example",
    "HTTPS://evil.example",
    "https://127.0.0.1@evil.example/",
    "http://127.0.0.1.evil.example/",
    "evil.example",
    "evil.example/healthz/live",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "/%09/evil.example",
    "/%5cevil.example",
    "/%2fevil.example",
    "/%2F%2Fevil.example",
    "%2f%2fevil.example",
    "/%0d%0aLocation:%20//evil.example",
    "/\r\nLocation: //evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    " //evil.example",
    " /",
    "/ ",
    "/..//evil.example",
    "/../evil.example",
    "/./\\evil.example",
    "/.//evil.example",
    "/;//evil.example",
    ";//evil.example",
    "/healthz/live//evil.example",
    "/healthz/../..//evil.example",
    "/\u2044/evil.example",
    "/\uff0fevil.example",
    "/\u0000/evil.example",
    "/healthz/live\u2028",
    "/%e3%80%82evil.example",
    "?verder=//evil.example",
    "#//evil.example",
    "/healthz/live#//evil.example",
    "/bestaat-niet",
    "/" + "a" * 600,
    "",
]


@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_that_no_database_holds_is_not_there(client: FlaskClient, number: int) -> None:
    assert client.get(f"/doe-mee/{number}").status_code == 404


@pytest.mark.parametrize("wanted", TRICKS)
def test_a_trick_leads_nowhere(wanted: str) -> None:
    assert safe_path(wanted) == ""


def test_a_path_that_only_takes_posts_leads_nowhere() -> None:
    assert safe_path("/uitloggen") == ""


def test_no_wish_leads_nowhere() -> None:
    assert safe_path(None) == ""


@pytest.mark.parametrize(
    "wanted", ["/", "/?taal=en", "/healthz/live", "/contact?na=%3Ei%3A12~i:3", "/contact#bel-ons"]
)
def test_a_page_of_our_own_is_kept_as_it_was_asked(wanted: str) -> None:
    assert safe_path(wanted) == wanted
