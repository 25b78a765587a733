"""The way of one initiative through life, step by step, each with its day and its reason."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.core.personal_data import findings
from app.demo.chance import pick
from app.demo.service import reviews
from app.demo.service.days import DAY, HOUR, MINUTE, at_the_office, awake, later
from app.demo.service.log import Thing
from app.demo.service.reviews import Sent, Verdict
from app.demo.service.stage import Plan, Stage
from app.demo.service.words import NEWER, REASONS
from app.initiatives.lifecycle import ENDED, LIFE, TEXT_LIFE, TextState
from app.initiatives.models import InitiativeVersion

JUDGEMENTS = {"publish", "request_changes", "reject"}
Texts = dict[str, str]


@dataclass
class Version:
    """Texts that were sent in once."""

    thing: Thing[TextState]
    at: datetime


class Walk:
    """Takes the steps of a road; at its end a text may still wait for a moderator."""

    def __init__(
        self, stage: Stage, plan: Plan, began: datetime, moderator: int | None = None
    ) -> None:
        self._stage, self._plan, self._throws = stage, plan, plan.throws
        self.began = self._at = began
        self.submitted_at: datetime | None = None
        self._versions: list[Version] = []
        self._waiting: Sent | None = None
        self._moderator = moderator

    def go(self, steps: tuple[str, ...]) -> None:
        """Take all steps, the last one in time."""
        for rank, step in enumerate(steps):
            if step == "submit":
                self._submit(is_last=rank == len(steps) - 1)
            elif step == "appeal":
                self._appeal()
            elif step in JUDGEMENTS:
                self._judge(step)
            else:
                self._move_on(step, to_go=len(steps) - rank)
        if self._waiting is not None:
            flags = findings("\n".join(self._plan.idea.plan))
            waiting = replace(self._waiting, flags=flags)
            reviews.look(self._stage, self._plan, self._plan.thing, waiting, None)

    def write_versions(self, texts: Texts) -> None:
        """Write every version; the last one has the texts as they stand."""
        for number, version in enumerate(self._versions, 1):
            is_last = number == len(self._versions)
            self._write_version(number, version, texts if is_last else _first_try(texts))

    def rewrite(self, texts: Texts) -> datetime:
        """Let the team change the public text; the new one waits for a moderator."""
        at, plan = self._stage.days.ago(1.4), self._plan
        self._stage.log.line(plan.thing, "edit", at=at, by=plan.owner)
        version = Version(self._stage.log.begin(InitiativeVersion, TEXT_LIFE), at)
        sent = Sent(plan.idea.title, plan.owner, at)
        reviews.look(self._stage, plan, version.thing, sent, None)
        newer = texts | {"plan": f"{texts['plan']}\n\n{NEWER}"}
        self._write_version(len(self._versions) + 1, version, newer)
        return at

    def _write_version(self, number: int, version: Version, texts: Texts) -> None:
        self._stage.rows.add(
            InitiativeVersion,
            id=version.thing.id,
            initiative_id=self._plan.id,
            number=number,
            state=version.thing.state,
            texts=texts,
            author_id=self._plan.owner,
            created_at=version.at,
        )

    def _submit(self, *, is_last: bool) -> None:
        if not self._versions:
            self._pass(later(self._throws, self._at, 10 * MINUTE, 9 * HOUR))
        elif is_last:
            self._pass(self._stage.days.ago(self._throws.uniform(0.2, 2.5)))
        else:
            self._pass(later(self._throws, self._at, 3 * HOUR, 5 * DAY))
        self.submitted_at = self._at
        self._step("submit", self._plan.owner)
        version = self._stage.log.begin(InitiativeVersion, TEXT_LIFE)
        self._versions.append(Version(version, self._at))
        self._waiting = Sent(self._plan.idea.title, self._plan.owner, self._at)

    def _appeal(self) -> None:
        self._pass(self._stage.days.ago(self._throws.uniform(0.2, 2.5)))
        plea, version = pick(self._throws, REASONS["appeal"]), self._versions[-1].thing
        self._step("appeal", self._plan.owner, plea)
        self._version_step(version, "appeal", self._plan.owner, plea)
        self._waiting = Sent(
            self._plan.idea.title,
            self._plan.owner,
            self._at,
            appeal=plea,
            earlier=self._moderator,
        )

    def _judge(self, step: str) -> None:
        self._pass(at_the_office(self._throws, later(self._throws, self._at, HOUR, 40 * HOUR)))
        sent = self._waiting
        moderator = self._moderator or self._stage.people.moderator(self._throws)
        if sent is None:
            raise ValueError(f"{step} without a text that waits")
        verdict = Verdict("publish", self._at, moderator)
        if step != "publish":
            verdict = reviews.refusal(self._plan, step, self._at, moderator)
        review = reviews.look(self._stage, self._plan, self._plan.thing, sent, verdict)
        self._step(step, moderator, verdict.reason)
        self._version_step(self._versions[-1].thing, step, moderator, verdict.reason)
        reviews.tell_author(self._stage, self._plan, review, sent, verdict)
        self._waiting, self._moderator = None, moderator
        if step == "publish":
            self._plan.published_at = self._at

    def _move_on(self, step: str, *, to_go: int) -> None:
        """Take a step after publication: the steps that are left share the time until now."""
        share = (self._stage.days.now - self._at) / (to_go + 1)
        self._pass(awake(self._at + self._throws.uniform(0.3, 1.4) * share))
        reasons = REASONS.get(step, ("",))
        self._step(step, pick(self._throws, self._plan.writers), pick(self._throws, reasons))
        if self._plan.thing.state in ENDED:
            self._plan.ended_at = self._at

    def _pass(self, moment: datetime) -> None:
        """Let time pass until ``moment``; never back, and never past today."""
        self._at = max(self._at + 5 * MINUTE, self._stage.days.before_now(moment))

    def _step(self, step: str, by: int, reason: str = "") -> None:
        self._stage.log.step(LIFE, self._plan.thing, step, at=self._at, by=by, reason=reason)

    def _version_step(self, version: Thing[TextState], step: str, by: int, reason: str) -> None:
        self._stage.log.step(TEXT_LIFE, version, step, at=self._at, by=by, reason=reason)


def _first_try(texts: Texts) -> Texts:
    """Return what somebody wrote before a moderator asked for more."""
    return texts | {"plan": texts["plan"].split("\n\n", maxsplit=1)[0], "with_whom": ""}
