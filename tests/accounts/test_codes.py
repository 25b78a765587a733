"""Codes of apps and codes on paper: which are right, when, and what is kept of them."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from flask import Flask

from app.accounts import codes

# The examples of RFC 6238, appendix B, for SHA-1; apps show the last six digits.
SECRET_OF_RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
EXAMPLES = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]
NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "code"), EXAMPLES)
def test_the_examples_of_the_standard(seconds: int, code: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)

    assert codes.step_of(code, SECRET_OF_RFC, at) == seconds // 30


@pytest.mark.parametrize(
    ("seconds_off", "is_right"), [(0, True), (-30, True), (30, True), (-60, False), (60, False)]
)
def test_a_clock_may_be_half_a_minute_off(seconds_off: int, is_right: bool) -> None:
    secret = codes.new_secret()
    on_the_phone = NOON + timedelta(seconds=seconds_off)

    step = codes.step_of(pyotp.TOTP(secret).at(on_the_phone), secret, NOON)

    assert step == (int(on_the_phone.timestamp()) // 30 if is_right else None)


@pytest.mark.parametrize("typed", ["123456", "123 456", " 123-456 ", "1 2 3 4 5 6", "١٢٣٤٥٦"])
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert codes.digits(typed) == "123456"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "²23456", "abcdef"])
def test_what_is_no_code_is_never_right(typed: str) -> None:
    assert codes.step_of(codes.digits(typed), codes.new_secret(), NOON) is None


def test_a_secret_has_160_bits_and_is_another_each_time() -> None:
    made = {codes.new_secret() for _ in range(20)}

    assert (len(made), {len(pyotp.TOTP(one).byte_secret()) for one in made}) == (20, {20})


def test_a_secret_is_kept_sealed(app: Flask) -> None:
    secret = codes.new_secret()
    kept = codes.sealed(secret)

    assert (secret in kept, len(kept) <= 200, codes.opened(kept)) == (False, True, secret)
    assert codes.sealed(secret) != kept


@pytest.mark.parametrize("setting", ["SECRET_KEY", "SECOND_FACTOR_KEY"])
def test_with_another_key_nothing_opens(
    app: Flask, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    kept, paper = codes.sealed(codes.new_secret()), codes.fingerprint("7K3M-QW2E-9TZB")
    monkeypatch.setitem(app.config, setting, "another key")

    assert codes.opened(kept) is None
    assert codes.fingerprint("7K3M-QW2E-9TZB") != paper


def test_an_app_learns_the_secret_and_whose_it_is(app: Flask) -> None:
    read = pyotp.parse_uri(codes.address_for_apps(SECRET_OF_RFC, "mo@voorbeeld.example"))

    assert isinstance(read, pyotp.TOTP)
    assert (read.secret, read.name, read.issuer) == (
        SECRET_OF_RFC,
        "mo@voorbeeld.example",
        app.config["PORTAL_NAME"],
    )


def test_codes_on_paper_can_be_read_out_loud_and_differ() -> None:
    made = {codes.new_on_paper() for _ in range(200)}

    assert len(made) == 200
    assert all(len(one) == 14 and not set(one) & set("01IOabc") for one in made)


@pytest.mark.parametrize("typed", ["7k3m-qw2e-9tzb", "7K3MQW2E9TZB", " 7K3M QW2E 9TZB "])
def test_how_a_code_on_paper_is_typed_makes_no_difference(typed: str) -> None:
    assert codes.fingerprint(typed) == codes.fingerprint("7K3M-QW2E-9TZB")
