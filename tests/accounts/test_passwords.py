"""A password is kept slowly and safely, and is hard to guess."""

import time

import pytest

from app.accounts import passwords

KNOWN = ("Carla de Wit", "carla.dewit@gemeente-proefstad.example", "Aanzet")


def test_a_password_is_kept_as_argon2id_with_the_agreed_cost() -> None:
    kept = passwords.hashed("paard batterij nietje")

    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert kept != passwords.hashed("paard batterij nietje")


def test_only_the_same_password_fits() -> None:
    kept = passwords.hashed("paard batterij nietje")

    assert passwords.fits("paard batterij nietje", kept)
    assert not passwords.fits("paard batterij nietj", kept)
    assert not passwords.fits("", kept)


def test_nothing_fits_where_no_password_is_kept() -> None:
    assert not passwords.fits("nobody has this password", None)
    assert not passwords.fits("", "not a hash")


def test_a_long_password_is_not_cut_off() -> None:
    kept = passwords.hashed("a" * 199 + "b")

    assert not passwords.fits("a" * 199 + "c", kept)


def test_a_stranger_costs_as_much_time_as_somebody_we_know() -> None:
    kept = passwords.hashed("paard batterij nietje")
    passwords.fits("warm", None)

    assert 0.5 < fastest("wrong", None) / fastest("wrong", kept) < 2


def fastest(password: str, kept: str | None) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        passwords.fits(password, kept)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "password",
    [
        "paard batterij nietje",
        "fiets regen stoep kat",
        "correct horse battery staple",
        "jQ7!vbn2kLz9",
        "ĳsvrĳ drie koeien",
        "密码是三只绿色的大象在跳舞",
        "wachtwoord met zeven regenbogen",
        "Carla houdt van zeven bergen",
        "x" * 100 + "fiets regen stoep",
    ],
)
def test_a_good_password_is_accepted_without_rules_about_signs(password: str) -> None:
    assert passwords.weakness(password, known=KNOWN) == ""


@pytest.mark.parametrize(
    "password",
    [
        "wachtwoord12",
        "Wachtwoord2026!",
        "P@ssw0rd2026!!",
        "W4chtw00rd!!",
        "password1234",
        "Welkom123456",
        "WelkomGemeente",
        "123456789012",
        "012345678901",
        "210987654321",
        "qwertyuiop12",
        "abcdefghijkl",
        "zyxwvutsrqpo",
        "aaaaaaaaaaaaaaaaaaaa",
        "ababababababab",
        "1q2w3e4r5t6y",
        "carladewit2026",
        "Proefstad2026!!",
        "AanzetAanzet1",
        "Zomer2026Zomer2026",
        "Feyenoord1908!",
        "            !",
    ],
)
def test_a_password_that_anybody_would_try_is_refused(password: str) -> None:
    assert passwords.weakness(password, known=KNOWN).startswith("Dit wachtwoord is makkelijk")


@pytest.mark.parametrize(
    ("password", "why"),
    [("kort", "Kies een wachtwoord van 12"), ("lang" * 60, "Kies een wachtwoord van hoogstens")],
)
def test_a_password_has_a_length(password: str, why: str) -> None:
    assert passwords.weakness(password, known=KNOWN).startswith(why)
