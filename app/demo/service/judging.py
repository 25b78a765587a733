"""How the municipality deals with a request: take it on, advise, keep money aside, decide."""

from collections.abc import Callable
from datetime import datetime

from app.demo import cast
from app.demo.chance import pick
from app.demo.service import letters, money, supplements
from app.demo.service.catalogue import Purse
from app.demo.service.money import Advice
from app.demo.service.requests import Case
from app.demo.service.stage import Stage
from app.demo.service.words import (
    AGREEMENTS,
    IN_KIND_BASIS,
    NO_MONEY_LEFT,
    QUESTION_TO_TEAM,
    RECONSIDERED,
    WITHDRAWN,
)
from app.demo.texts import answers
from app.support import terms
from app.support.decisions import Criterion, Decision, DecisionReason
from app.support.lifecycle import LIFE, RequestState

PART = (0.5, 0.8)  # of what was asked, when a part is granted
TENS = 1_000  # cents
BY_COORDINATOR = 0.5  # of the advice on what takes no decision of the law
DECISIONS = {"grant", "grant_partly", "refuse"}


class Desk:
    """Deals with one request, step by step."""

    def __init__(self, stage: Stage, case: Case) -> None:
        self._stage, self._case, self._throws = stage, case, case.plan.throws
        self._coordinator = stage.people.coordinators[case.plan.idea.district_code]
        self._advices: list[Advice] = []
        self._others: dict[str, Callable[[], None]] = {
            "submit": self._submit,
            "assess": self._assess,
            "ask_supplement": self._ask_team,
            "not_consider": self._leave_out,
            "reconsider": self._reconsider,
            "withdraw": self._withdraw,
        }

    def go(self, steps: tuple[str, ...], moments: list[datetime]) -> None:
        """Take all steps, each at its own moment; when the money is gone the answer is no."""
        wanted = steps[-1] if steps and steps[-1] in DECISIONS else "grant"
        for step, moment in zip(steps, moments, strict=True):
            self._case.at = max(self._case.at, self._stage.days.before_now(moment))
            if step == "propose":
                if not self._propose(wanted):
                    self._decide("refuse", NO_MONEY_LEFT)
                    return
            elif step in DECISIONS:
                self._decide(step)
            else:
                self._others[step]()

    def write(self) -> None:
        """Write the proposals, once it is known how long they stood."""
        for advice in self._advices:
            money.write(self._stage, self._case, advice)
        supplements.write(self._stage, self._case, self._coordinator)

    def _submit(self) -> None:
        case, plan = self._case, self._case.plan
        case.sent_at = case.at
        self._step("submit", plan.owner)
        self._tell(
            plan.owner,
            f"We hebben je vraag ontvangen: {case.reference}",
            f"We hebben je vraag om hulp voor “{plan.idea.title}” ontvangen."
            f"\n\nHet nummer is {case.reference}.",
            "Bekijk je vraag",
        )
        self._tell(
            self._coordinator,
            f"Nieuwe vraag om hulp: {plan.idea.title}",
            f"{case.reference} wacht op je.",
            "Bekijk de vraag",
        )

    def _assess(self) -> None:
        self._step("assess", self._coordinator)
        self._case.coordinator = self._coordinator

    def _ask_team(self) -> None:
        case = self._case
        supplements.ask(case)
        self._step("ask_supplement", self._coordinator)
        self._tell(
            case.plan.owner,
            f"We hebben een vraag over {case.reference}",
            QUESTION_TO_TEAM,
            "Bekijk je vraag",
        )

    def _leave_out(self) -> None:
        case, by = self._case, self._stage.people.of(cast.DECISION_MAKER)
        supplements.wait_in_vain(self._stage, case)
        self._step("not_consider", by)
        supplements.leave_out(self._stage, case, by)
        self._tell_outcome()

    def _propose(self, outcome: str) -> bool:
        """Advise the outcome that is to come; ``False`` when there is no money for it."""
        case, author = self._case, self._stage.people.of(cast.ADVISER)
        if not case.asks_decision and self._throws.random() < BY_COORDINATOR:
            author = self._coordinator
        cents = 0 if outcome == "refuse" else case.asked
        purse = money.set_aside(self._stage, case, cents, author) if cents else None
        if cents and purse is None:
            return False
        text = answers.advice(outcome, self._throws, case.plan.slots)
        self._advices.append(Advice(author, text, case.at, purse, cents))
        self._step("propose", author)
        return True

    def _reconsider(self) -> None:
        author = self._advices[-1].author
        self._step("reconsider", author, RECONSIDERED)
        self._end_advice(author)

    def _withdraw(self) -> None:
        owner = self._case.plan.owner
        self._step("withdraw", owner, pick(self._throws, WITHDRAWN))
        self._end_advice(owner)

    def _end_advice(self, by: int) -> None:
        """Let the advice that stands lapse, with its money."""
        for advice in self._advices:
            if advice.ended_at is None:
                advice.ended_at = self._case.at
                money.release(self._stage, self._case, advice, by)

    def _decide(self, step: str, why_not: str = "") -> None:
        case = self._case
        advice = next((one for one in self._advices if one.ended_at is None), None)
        by = self._decider(advice)
        self._step(step, by)
        cents = 0
        if advice is not None:
            cents = self._part_of(advice.cents) if step == "grant_partly" else advice.cents
            advice.ended_at = case.at
            money.book(self._stage, case, advice, cents, by)
        self._write_decision(by, advice.purse if advice else None, cents, why_not)
        self._tell_outcome()

    def _tell_outcome(self) -> None:
        case = self._case
        self._tell(
            case.plan.owner,
            f"Antwoord op je vraag {case.reference}",
            f"We hebben besloten over je vraag voor “{case.plan.idea.title}”."
            f" De uitkomst is: {case.thing.state.label.lower()}."
            "\n\nDe redenen lees je bij de vraag.",
            "Bekijk je vraag",
        )

    def _decider(self, advice: Advice | None) -> int:
        """Return who decides: never the one who advised on a decision of the law."""
        if self._case.asks_decision or (advice and advice.author == self._coordinator):
            return self._stage.people.of(cast.DECISION_MAKER)
        return self._coordinator

    def _part_of(self, cents: int) -> int:
        """Return a part of an amount, in tens of euros."""
        part = cents * self._throws.uniform(*PART)
        return max(cents // 2, round(part / TENS) * TENS)

    def _write_decision(self, by: int, purse: Purse | None, cents: int, why_not: str) -> None:
        case, outcome, decided_on = self._case, self._case.thing.state, self._case.at.date()
        gives_in_kind = case.is_in_kind and outcome is not RequestState.REFUSED
        is_formal = purse is not None or case.asks_decision
        decision = self._stage.rows.add(
            Decision,
            request_id=case.thing.id,
            decider_id=by,
            outcome=outcome,
            budget_id=purse.id if purse else None,
            cents=cents,
            legal_basis=purse.plan.legal_basis if purse else IN_KIND_BASIS,
            agreement=pick(self._throws, AGREEMENTS) if gives_in_kind else "",
            decided_at=case.at,
            announced_on=decided_on,
            objection_until=terms.objection_until(decided_on) if is_formal else None,
        )
        for ground in answers.grounds(outcome.value, self._throws, case.plan.slots):
            criterion = Criterion.of(ground.criterion)
            text = why_not if why_not and criterion is Criterion.FAIR else ground.text
            self._stage.rows.add(
                DecisionReason, decision_id=decision, criterion=criterion, text=text
            )

    def _step(self, name: str, by: int, reason: str = "") -> None:
        case = self._case
        self._stage.log.step(LIFE, case.thing, name, at=case.at, by=by, reason=reason)

    def _tell(self, person: int, subject: str, text: str, label: str) -> None:
        case = self._case
        page = letters.path("support.show", "request_id", case.thing.id)
        letters.tell(self._stage, person, case.at, subject, text, link=page, label=label)
