import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import text

from app.accounts.models import User
from app.core.db import db
from app.demo import cast

SMALLEST = ("demo", "fill", "--residents", "20", "--initiatives", "24", "--seed", "5")


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def test_fill_keeps_what_it_made_and_says_how_much(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=SMALLEST)

    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "20 residents and 24 initiatives, seed 5"
    assert db.session.query(User).filter_by(email=cast.RESIDENT.email).count() == 1


def test_fill_refuses_a_portal_with_people_in_it(runner: FlaskCliRunner) -> None:
    db.session.add(User(name="Anna", email="anna@voorbeeld.example"))
    db.session.commit()

    result = runner.invoke(args=SMALLEST)

    assert result.exit_code == 1
    assert "The portal is not empty" in result.output
    assert db.session.query(User).count() == 1


def test_after_filling_postgresql_knows_its_tables(runner: FlaskCliRunner) -> None:
    if db.engine.dialect.name != "postgresql":
        pytest.skip("SQLite chooses its indexes well without")

    runner.invoke(args=SMALLEST)

    known = "select reltuples from pg_class where oid = 'initiatives'::regclass"
    assert db.session.scalar(text(known)) == 24


def test_fill_if_empty_leaves_a_portal_with_people_alone(runner: FlaskCliRunner) -> None:
    db.session.add(User(name="Anna", email="anna@voorbeeld.example"))
    db.session.commit()

    result = runner.invoke(args=("demo", "fill", "--small", "--if-empty"))

    assert (result.exit_code, result.output) == (
        0,
        "The portal is not empty: nothing was changed.\n",
    )
    assert db.session.query(User).count() == 1


def test_fill_refuses_a_portal_for_real_residents(
    app: Flask, runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PRODUCTION", True)

    result = runner.invoke(args=SMALLEST)

    assert result.exit_code == 1
    assert "real residents" in result.output
    assert db.session.query(User).count() == 0


@pytest.mark.parametrize("option", ["--residents", "--initiatives", "--seed"])
@pytest.mark.parametrize("value", ["-1", "veel", "2.5", ""])
def test_fill_names_the_option_that_is_no_number(
    runner: FlaskCliRunner, option: str, value: str
) -> None:
    result = runner.invoke(args=(*SMALLEST, option, value))

    assert result.exit_code == 2
    assert f"Invalid value for '{option}'" in result.output


@pytest.mark.parametrize("option", ["--residents", "--initiatives"])
def test_fill_names_the_option_that_is_too_small(runner: FlaskCliRunner, option: str) -> None:
    result = runner.invoke(args=(*SMALLEST, option, "0"))

    assert result.exit_code == 2
    assert f"Invalid value for '{option}': 0 is not in the range" in result.output


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ((), "Give --residents, or --small."),
        (("--residents", "30"), "Give --initiatives, or --small."),
        (("--small", "--seed", "2"), "--small goes without"),
    ],
)
def test_fill_says_which_options_go_together(
    runner: FlaskCliRunner, given: tuple[str, ...], wrong: str
) -> None:
    result = runner.invoke(args=("demo", "fill", *given))

    assert result.exit_code == 2
    assert wrong in result.output


def test_accounts_says_who_can_sign_in_and_how(app: Flask, runner: FlaskCliRunner) -> None:
    runner.invoke(args=SMALLEST)

    result = runner.invoke(args=("demo", "accounts"))

    assert result.exit_code == 0
    lines = result.output.splitlines()
    for player, line in zip(cast.CAST, lines[1:], strict=False):
        assert player.name in line
        assert player.email in line
        assert line.endswith("password" if player.role else "link in the mail")
    assert f"{app.config['PUBLIC_URL']}/ontwikkeling/mail" in result.output
    assert f"password: {cast.PASSWORD}, at" in result.output


def test_accounts_of_a_portal_without_a_demo_are_none(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=("demo", "accounts"))

    assert result.exit_code == 1
    assert "Nobody of the demo is here" in result.output
