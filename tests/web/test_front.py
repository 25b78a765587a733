"""What stands in front of the portal: only a proxy that we trust says who asks, and only pages come out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask, request, request_started

from factories.portals import a_portal

CLAIMS = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
}


@contextmanager
def seen_by(portal: Flask) -> Iterator[list[tuple[str, str, str]]]:
    """Collect of each request: the address, the scheme and the host, as the portal sees them."""
    seen: list[tuple[str, str, str]] = []

    def note(_sender: object, **_: object) -> None:
        seen.append((request.remote_addr or "", request.scheme, request.host))

    with request_started.connected_to(note, portal):
        yield seen


def test_without_a_proxy_a_header_says_nothing(app: Flask) -> None:
    with seen_by(app) as seen:
        app.test_client().get("/over", headers=CLAIMS)

    ((address, scheme, host),) = seen
    assert (address, scheme) == ("127.0.0.1", "http")
    assert host != CLAIMS["X-Forwarded-Host"]


@pytest.mark.parametrize("claimed", ["203.0.113.7", "8.8.8.8, 203.0.113.7"])
def test_behind_one_proxy_only_the_last_address_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claimed: str
) -> None:
    monkeypatch.setenv("AANZET_PROXIES", "1")
    with a_portal(tmp_path, on_sqlite=True) as portal, seen_by(portal) as seen:
        portal.test_client().get("/healthz/live", headers={"X-Forwarded-For": claimed})

    assert [who for who, _, _ in seen] == ["203.0.113.7"]


def test_a_host_that_is_not_ours_gets_no_page(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "TRUSTED_HOSTS", ["localhost"])

    answer = app.test_client().get("/over", headers={"Host": "evil.example"})

    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert "evil" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/.git/HEAD", "/.git/config", "/config.py", "/static/", "/static/../config.py", "/instance/"],
)
def test_nothing_of_the_project_itself_is_served(app: Flask, path: str) -> None:
    assert app.test_client().get(path).status_code == 404


def test_a_request_is_not_sent_back_to_who_asks(app: Flask) -> None:
    assert app.test_client().open("/over", method="TRACE").status_code == 405
