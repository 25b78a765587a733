"""A request in words."""

from datetime import timedelta

import pytest

from app.core import clock
from app.core.text import tidy
from app.core.workdays import add_working_days
from app.support import service, words
from app.support.lifecycle import DECIDED, OPEN, RequestState
from app.support.models import LegalRegime, SupportKind
from factories.accounts import a_coordinator
from factories.support import a_request, proposed, team_hours


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (1, "binnen 1 dag"),
        (7, "binnen 1 week"),
        (10, "binnen 10 dagen"),
        (28, "binnen 4 weken"),
    ],
)
def test_a_promise_is_in_weeks_where_it_can(days: int, sentence: str) -> None:
    assert words.promise(days) == sentence


def test_every_kind_of_answer_has_a_sentence() -> None:
    assert all(words.regime(one).endswith(".") for one in LegalRegime)


def test_amounts_end_with_their_sum() -> None:
    rows = [(what, tidy(amount)) for what, amount in words.amounts(a_request().funding_lines)]

    assert rows == [
        ("Gevraagd aan de gemeente", "€ 1.850,00"),
        ("Eigen geld", "€ 150,00"),
        ("Samen", "€ 2.000,00"),
    ]


def test_only_the_answers_of_a_draft_can_be_changed() -> None:
    draft, sent = a_request(state=RequestState.DRAFT), a_request(needs=[team_hours()])

    assert {row.change_url is None for row in words.explanation_rows(draft)} == {False}
    assert [(row.value, row.change_url) for row in words.explanation_rows(sent)] == [
        ("Samen maken we de straat groener.", None),
        ("Maakt niet uit", None),
        ("Nee.", None),
    ]


def test_the_past_tells_every_step_and_reasons_to_staff_only() -> None:
    carla = a_coordinator()
    request = a_request(state=RequestState.DRAFT, needs=[team_hours()])
    service.submit(request, by=request.author)
    proposed(request, by=carla)
    service.reconsider(request, by=carla, reason="Nog even.")

    steps = words.past(request, with_reasons=True)

    assert [(step.title, step.by, step.reason) for step in steps] == [
        ("Je vraag is ontvangen", "Anna", ""),
        ("De gemeente bekijkt de vraag", "Carla", ""),
        ("Het advies ligt klaar", "Carla", ""),
        ("Het advies wordt aangepast", "Carla", "Nog even."),
    ]
    assert {step.reason for step in words.past(request, with_reasons=False)} == {""}


@pytest.mark.parametrize(
    ("state", "titles"),
    [
        (
            RequestState.SUBMITTED,
            ["Iemand van de gemeente bekijkt de vraag", "Je krijgt antwoord"],
        ),
        (RequestState.IN_ASSESSMENT, ["Er komt een advies", "Je krijgt antwoord"]),
        (RequestState.INCOMPLETE, ["Het team geeft antwoord", "Je krijgt antwoord"]),
        (RequestState.PROPOSED, ["Je krijgt antwoord"]),
        (RequestState.GRANTED, []),
        (RequestState.DRAFT, []),
    ],
)
def test_what_comes_next_depends_on_the_state(state: RequestState, titles: list[str]) -> None:
    assert [step.title for step in words.ahead(a_request(state=state))] == titles


def test_what_comes_has_a_day_and_says_when_it_is_late() -> None:
    on_time, late = a_request(), a_request(days_until_due=-1)

    first, answer = words.ahead(on_time)
    assert first.expected == add_working_days(clock.today(), 5)
    assert (answer.expected, answer.text) == (clock.today() + timedelta(days=56), "")
    assert words.ahead(late)[-1].text == "Dit had er al moeten zijn. Bel ons gerust."


def test_what_was_asked_is_a_sentence() -> None:
    kinds = {SupportKind.TEAM_HOURS, SupportKind.MONEY, SupportKind.SPACE}

    assert words.asked_for(kinds) == "Het team vroeg om geld, ruimte en uren van het wijkteam."


def test_every_state_of_a_request_that_was_sent_in_is_a_sentence() -> None:
    for state in OPEN | DECIDED:
        assert words.how_it_stands(state).endswith(".")
    assert tidy(words.how_it_stands(RequestState.PARTLY_GRANTED, 25_00)) == (
        "De gemeente zei voor een deel ja. Het team krijgt € 25,00."
    )
