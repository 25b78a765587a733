"""Only known push services, over a safe line: what a browser says its address is comes from outside."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

import config
from app.core.errors import Refused
from app.notifications import push
from factories.push_service import PushService


@pytest.mark.parametrize(
    "address",
    [
        "https://fcm.googleapis.com/fcm/send/abc:123",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://wns2-am3p.notify.windows.com/w/?token=abc",
    ],
)
def test_the_push_services_of_browsers_are_known(app: Flask, address: str) -> None:
    assert push.is_known(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/fcm/send/abc",
        "https://fcm.googleapis.com@evil.example/abc",
        "https://evil.example#@fcm.googleapis.com/abc",
        "https://evil.example\\@fcm.googleapis.com/abc",
        "https://someone@fcm.googleapis.com/abc",
        "https://fcm.googleapis.com.evil.example/abc",
        "https://evilpush.apple.com/abc",
        "https://push.apple.com/abc",
        "https://127.0.0.1/abc",
        "https://[::1]/abc",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/abc",
        "https://fcm.googleapis.com:x/abc",
        "https://fcm.googleapis.com/\r\nHost: evil.example",
        "https://fcm.googleapis.com/é",
        "//fcm.googleapis.com/abc",
        "file:///etc/passwd",
        "https://fcm.googleapis.com/" + "a" * 1000,
    ],
)
def test_every_other_address_is_not(app: Flask, address: str) -> None:
    assert not push.is_known(address)


def test_a_portal_can_name_its_own(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "PUSH_HOSTS", ["push.example:8443"])

    assert push.is_known("https://push.example:8443/abc")
    assert not push.is_known("https://push.example/abc")
    assert not push.is_known("https://fcm.googleapis.com/abc")


@pytest.mark.parametrize(
    "change",
    [
        {"address": "https://evil.example/abc"},
        {"public_key": ""},
        {"public_key": "AAAA"},
        {"public_key": "é" * 87},
        {"secret": "<script>"},
        {"secret": "A"},
    ],
)
def test_half_a_subscription_is_refused(service: PushService, change: dict[str, str]) -> None:
    with pytest.raises(Refused):
        push.check(replace(service.a_browser(), **change))


def test_a_whole_one_is_not(service: PushService) -> None:
    push.check(service.a_browser())


def test_each_key_is_new_and_the_public_half_follows_from_it(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = set()
    for key in (push.new_key(), push.new_key()):
        monkeypatch.setitem(app.config, "PUSH_KEY", key)
        public.add(push.public_key())
        assert (len(key), len(push.public_key())) == (43, 87)
    assert len(public) == 2


def test_the_command_prints_the_setting(app: Flask) -> None:
    printed = app.test_cli_runner().invoke(args=["push", "key"]).output.strip()

    name, _, key = printed.partition("=")
    assert name == "AANZET_PUSH_KEY"
    assert len(key) == 43


@pytest.mark.parametrize(
    ("key", "is_fine"), [("", True), (push.new_key, True), ("kort", False), ("x" * 44, False)]
)
def test_the_portal_does_not_start_with_a_key_that_is_none(
    app: Flask, key: str | Callable[[], str], is_fine: bool
) -> None:
    settings = app.config.copy()
    settings["PUSH_KEY"] = key() if callable(key) else key

    if is_fine:
        config.check(settings)
    else:
        with pytest.raises(config.WrongSettings, match="AANZET_PUSH_KEY"):
            config.check(settings)
