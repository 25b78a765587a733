"""What a team does: start, change, plan the money, explain, send in, take back."""

from datetime import timedelta

import pytest

from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.text import tidy
from app.core.workdays import next_working_day
from app.initiatives.lifecycle import ACTIVE, State
from app.support import service, signals
from app.support.bands import Accounting, BandCode
from app.support.decisions import BudgetEntry, EntryKind
from app.support.lifecycle import RequestState
from app.support.models import Expertise, SupportKind, SupportRequest
from app.support.values import Cost, Cover, Explanation, MoneyPlan, NeedWish
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.notifications import mails_to
from factories.support import a_budget, a_plot, a_request, money, proposed, team_hours

MONEY = NeedWish(SupportKind.MONEY, "Planten en grond")
HOURS = NeedWish(SupportKind.TEAM_HOURS, "Advies", Expertise.LONELINESS, 6)
PLAN = MoneyPlan(
    (Cost("Planten", 500_00),),
    (Cover("Gevraagd", 400_00, is_asked=True), Cover("Eigen geld", 100_00)),
)
WHY = Explanation("Voor een groene straat.", asks_decision=True)


def a_draft(*wishes: NeedWish) -> SupportRequest:
    initiative = an_initiative()
    owner = initiative.owner
    assert owner is not None
    return service.start(initiative, wishes or (MONEY,), by=owner)


def test_the_team_starts_with_what_it_needs() -> None:
    request = a_draft(MONEY, HOURS)

    assert request.state is RequestState.DRAFT
    assert [(need.kind, need.expertise, need.hours) for need in request.needs] == [
        (SupportKind.MONEY, "", 0),
        (SupportKind.TEAM_HOURS, "loneliness", 6),
    ]


def test_only_the_team_asks() -> None:
    with pytest.raises(NotAllowed):
        service.start(an_initiative(), [MONEY], by=a_person("Noor"))


@pytest.mark.parametrize("state", State)
def test_only_an_active_public_initiative_asks(state: State) -> None:
    anna = a_person()
    initiative = an_initiative(anna, state=state)

    if state in ACTIVE:
        assert service.start(initiative, [MONEY], by=anna).initiative == initiative
    else:
        with pytest.raises(Refused):
            service.start(initiative, [MONEY], by=anna)


def test_a_hidden_initiative_does_not_ask() -> None:
    anna = a_person()

    with pytest.raises(Refused):
        service.start(an_initiative(anna, hidden=True), [MONEY], by=anna)


def test_without_money_its_plan_goes_and_no_decision_is_asked() -> None:
    request = a_draft()
    service.plan_money(request, PLAN, by=request.author)
    service.explain(request, WHY, by=request.author)

    service.change_needs(request, [HOURS], by=request.author)
    db.session.flush()

    assert (request.cost_lines, request.funding_lines, request.asks_decision) == ([], [], False)


def test_the_money_stays_when_something_is_asked_as_well() -> None:
    request = a_draft()
    service.plan_money(request, PLAN, by=request.author)

    service.change_needs(request, [HOURS, MONEY], by=request.author)

    assert [need.cents for need in request.needs] == [0, 400_00]


def test_a_new_plan_takes_the_place_of_the_old_one() -> None:
    request = a_draft()
    for _again in range(2):
        service.plan_money(request, PLAN, by=request.author)
    db.session.flush()
    db.session.expire_all()

    assert [line.cents for line in request.cost_lines] == [500_00]
    assert request.asked_cents == 400_00


@pytest.mark.parametrize(
    ("covers", "sentence"),
    [
        (
            (Cover("Gevraagd", 400_00, is_asked=True),),
            "De kosten zijn € 500,00 en er is € 400,00 om ze te betalen. Er ontbreekt € 100,00.",
        ),
        (
            (Cover("Gevraagd", 600_00, is_asked=True),),
            "De kosten zijn € 500,00 en er is € 600,00 om ze te betalen. Dat is € 100,00 te veel.",
        ),
        ((Cover("Eigen", 500_00),), "Vul in welk bedrag je van de gemeente vraagt."),
    ],
)
def test_a_plan_that_does_not_add_up_is_refused(covers: tuple[Cover, ...], sentence: str) -> None:
    request = a_draft()

    with pytest.raises(Refused) as refusal:
        service.plan_money(request, MoneyPlan(PLAN.costs, covers), by=request.author)

    assert (tidy(refusal.value.message), refusal.value.field) == (sentence, "asked")
    assert request.cost_lines == []


def test_more_than_the_rule_of_the_budget_is_refused() -> None:
    a_budget(most=399_99)
    request = a_draft()

    with pytest.raises(Refused) as refusal:
        service.plan_money(request, PLAN, by=request.author)

    assert tidy(refusal.value.message) == "Je kunt hier hoogstens € 399,99 vragen."


def test_exactly_what_the_rule_allows_is_fine() -> None:
    a_budget(most=400_00)
    request = a_draft()

    service.plan_money(request, PLAN, by=request.author)

    assert request.asked_cents == 400_00


def test_who_asks_money_asks_a_decision() -> None:
    request = a_draft()

    with pytest.raises(Refused) as refusal:
        service.explain(request, Explanation("Voor de straat."), by=request.author)

    assert refusal.value.field == "asks_decision"


@pytest.mark.parametrize("missing", ["needs", "money", "explanation"])
def test_what_is_not_complete_cannot_be_sent(missing: str) -> None:
    request = a_draft()
    if missing != "money":
        service.plan_money(request, PLAN, by=request.author)
    if missing != "explanation":
        service.explain(request, WHY, by=request.author)
    if missing == "needs":
        service.change_needs(request, [], by=request.author)

    with pytest.raises(Refused):
        service.submit(request, by=request.author)

    assert request.state is RequestState.DRAFT


def test_sending_gives_a_number_a_day_and_news() -> None:
    carla = a_coordinator(a_town().north)
    request = a_draft()
    service.plan_money(request, PLAN, by=request.author)
    service.explain(request, WHY, by=request.author)
    heard: list[tuple[object, object]] = []

    with signals.submitted.connected_to(lambda sender, by: heard.append((sender, by))):
        service.submit(request, by=request.author)

    assert request.state is RequestState.SUBMITTED
    assert request.reference is not None
    assert request.reference.startswith(f"HULP-{clock.today().year}-")
    assert request.decision_due_on == next_working_day(clock.today() + timedelta(weeks=2))
    assert (request.band, request.accounting) == (BandCode.A, Accounting.NONE)
    assert heard == [(request, request.author)]
    assert [mail.subject for mail in mails_to(carla.email)] == [
        "Nieuwe vraag om hulp: Geveltuintjes"
    ]
    assert [event.action for event in history("support_requests", request.id)][-1] == (
        "support_requests.submit"
    )


def test_what_was_sent_cannot_be_changed_or_sent_again() -> None:
    request = a_request()

    for change in (
        lambda: service.change_needs(request, [HOURS], by=request.author),
        lambda: service.plan_money(request, PLAN, by=request.author),
        lambda: service.explain(request, WHY, by=request.author),
        lambda: service.submit(request, by=request.author),
    ):
        with pytest.raises(NotAllowed):
            change()


def test_taking_back_frees_the_money_and_tells_who_was_working_on_it() -> None:
    carla, budget = a_coordinator(), a_budget()
    request = a_request(needs=[money()])
    proposal = proposed(request, by=carla, budget=budget, cents=1850_00)
    heard: list[object] = []

    def hear(sender: object, outcome: RequestState, by: object) -> None:
        heard.extend([sender, outcome, by])

    with signals.decided.connected_to(hear):
        service.withdraw(request, by=request.author, reason="We stoppen.")

    assert request.state is RequestState.WITHDRAWN
    assert (budget.reserved_cents, proposal.ended_at is not None) == (0, True)
    kinds = [entry.kind for entry in db.session.query(BudgetEntry).order_by(BudgetEntry.id)]
    assert kinds == [EntryKind.RESERVED, EntryKind.RELEASED]
    assert heard == [request, RequestState.WITHDRAWN, request.author]
    assert "We stoppen." in mails_to(carla.email)[-1].text


def test_a_draft_is_thrown_away_in_silence() -> None:
    request = a_draft(HOURS)
    heard: list[object] = []

    with signals.decided.connected_to(lambda *_args, **_kept: heard.append(1)):
        service.withdraw(request, by=request.author)

    assert (request.state, heard) == (RequestState.WITHDRAWN, [])


def test_what_was_decided_cannot_be_taken_back() -> None:
    request = a_request(needs=[team_hours()], state=RequestState.GRANTED)

    with pytest.raises(OutOfDate):
        service.withdraw(request, by=request.author)


def test_every_text_of_the_team_is_looked_at() -> None:
    request = a_request(needs=[money(), a_plot()])

    assert service.free_texts(request).split("\n") == [
        "Samen maken we de straat groener.",
        "Planten en grond",
        "Het veldje naast de flat",
        "Planten",
        "Gevraagd aan de gemeente",
        "Eigen geld",
    ]
